import { useLayoutEffect, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { gravity, type Finding } from '../checks/rule'
import type { Quote } from '../checks/normal'
import type { Subsections } from '../format'
import { useField, useSession } from './session-context'
import styles from './Parts.module.css'

interface Props {
  readonly list: Subsections['id']
  readonly index: number
  readonly at: string
  readonly describedBy: string | undefined
  readonly findings: readonly Finding[]
}

interface Piece {
  readonly text: string
  readonly severity: Finding['severity'] | undefined
}

/** The text cut where marks begin and end; where two overlap the graver one shows. */
const piecesOf = (
  text: string,
  marks: readonly (Quote & { readonly severity: Finding['severity'] })[],
): readonly Piece[] => {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const [over] = marks
      .filter((mark) => mark.start <= start && mark.end >= end)
      .sort((a, b) => gravity[a.severity] - gravity[b.severity])
    return { text: text.slice(start, end), severity: over?.severity }
  })
}

/** The same text behind the text area, in which the words that a finding speaks of are underlined. */
const Underlines = ({ list, index, at, findings }: Omit<Props, 'describedBy'>) => {
  const text = useWatch({ control: useSession().form.control, name: `${list}.${index}.text` }) ?? ''
  const marks = findings.flatMap(({ quotes = [], severity, result, accepted }) =>
    quotes
      .filter((quote) => quote.at === at)
      .map((quote) => ({ ...quote, severity: result === 'fail' && !accepted ? severity : ('info' as const) })),
  )
  if (marks.length === 0) return null
  return (
    <div className={styles.underlines} aria-hidden="true">
      {piecesOf(text, marks).map(({ text: words, severity }, piece) =>
        severity === undefined ? (
          words
        ) : (
          <mark key={piece} data-severity={severity}>
            {words}
          </mark>
        ),
      )}
      {'\u200b'}
    </div>
  )
}

const grow = (area: HTMLTextAreaElement): void => {
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px`
}

/** A text that grows as it is written, the words underlined that a finding speaks of. */
export const MarkedText = ({ describedBy, ...props }: Props) => {
  const { list, index, at, findings } = props
  const { ref, ...text } = useField(`${list}.${index}.text`)
  // Whoever writes it, the clerk or a cure, its height follows.
  useWatch({ control: useSession().form.control, name: `${list}.${index}.text` })
  const area = useRef<HTMLTextAreaElement | null>(null)
  useLayoutEffect(() => {
    if (area.current) grow(area.current)
  })
  return (
    <div className={styles.marked}>
      <Underlines {...props} />
      <textarea
        ref={(element) => {
          area.current = element
          ref(element)
        }}
        {...text}
        rows={3}
        data-at={at}
        aria-label="正文"
        aria-describedby={describedBy}
        aria-invalid={
          findings.some(({ severity, result, accepted }) => severity === 'error' && result === 'fail' && !accepted) ||
          undefined
        }
      />
    </div>
  )
}
