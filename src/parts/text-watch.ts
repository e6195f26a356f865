import type { Finding } from '../checks/rule'
import { partsOf, type TypedReport } from '../report/report'

interface Parts {
  readonly typed: () => TypedReport
  readonly findings: () => readonly Finding[]
  readonly say: (words: string) => void
}

/** Tells of new faults in the text that is being written in: who does not see them appear under it would not know. */
export const createTextWatch = ({ typed, findings, say }: Parts) => {
  let field = ''
  const count = (): number => {
    const [list = '', index] = field.split('.')
    const id = partsOf(typed(), list)[Number(index)]?.id
    return findings().filter(
      ({ result, severity, at }) => result === 'fail' && severity !== 'info' && at[0] === `${list}.${id}`,
    ).length
  }
  return {
    /** A field of the form is being written in; '' where none is any more. */
    writing: (name: string): void => {
      field = name
    },
    /** Lets the report be judged, and compares what was found before and after. */
    around: (judge: () => void): void => {
      const before = count()
      judge()
      const added = count() - before
      if (added > 0) say(`这段正文新发现 ${added} 处问题，列在下面`)
    },
  }
}
