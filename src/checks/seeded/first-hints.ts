import { hintsFor } from '../hints'
import type { Cure } from '../rule'
import { check } from '../run'
import type { Case } from './cases'
import { subjectFor } from './correct-reports'

/** How often the first hint for a column puts back the right figures. */
export interface Tally {
  right: number
  all: number
}

/** The kinds of faults in which one number of table three was mistyped or stands in the wrong cell. */
const singleCell: ReadonlySet<string> = new Set([
  'digits transposed',
  'one digit wrong',
  'digit doubled',
  'cell omitted',
  'next column',
  'next group',
])

const isRight = ({ seeded }: Case, hint: Cure | undefined): boolean => {
  const right = seeded.right?.cells ?? new Map<string, string>()
  return (
    hint !== undefined && hint.changes.length === right.size && hint.changes.every(({ at, to }) => right.get(at) === to)
  )
}

const count = (tally: Map<string, Tally>, kind: string, right: boolean): void => {
  const { right: before, all } = tally.get(kind) ?? { right: 0, all: 0 }
  tally.set(kind, { right: before + (right ? 1 : 0), all: all + 1 })
}

/** The tally of single-cell faults by their kind: of the cures that D3 gives, or of the table's own evidence alone. */
export const firstHints = (cases: readonly Case[], from: 'cures' | 'table'): ReadonlyMap<string, Tally> => {
  const tally = new Map<string, Tally>()
  for (const one of cases.filter(({ kind }) => singleCell.has(kind))) {
    const subject = subjectFor(one.seeded.specimen)
    const column = one.seeded.right?.column ?? ''
    const [hint] =
      from === 'table'
        ? hintsFor(subject, column)
        : (check(subject).find(({ rule, at }) => rule === 'D3' && at[0] === `requests.received.${column}`)?.cures ?? [])
    count(tally, one.kind, isRight(one, hint))
  }
  return tally
}

/** The share of first hints that are right, over all kinds. */
export const shareOf = (tally: ReadonlyMap<string, Tally>): number => {
  const all = [...tally.values()]
  return all.reduce((sum, one) => sum + one.right, 0) / all.reduce((sum, one) => sum + one.all, 0)
}
