import type { ReactNode } from 'react'
import type { Finding } from '../checks/rule'
import type { TypedReport } from '../report/report'
import { textAt } from '../report/texts'
import { keyOf, kindOf, wordOf } from './finding-kinds'
import styles from './Findings.module.css'

interface Props {
  readonly finding: Finding
  readonly typed: TypedReport
  readonly isCurrent?: boolean
  /** What can be done about it. */
  readonly children?: ReactNode
}

const before = 12

/** The words that a finding speaks of, with a few before them. */
const Quoted = ({ finding, typed }: Pick<Props, 'finding' | 'typed'>) => {
  const [quote] = finding.quotes ?? []
  const text = quote && textAt(typed, quote.at)
  if (!quote || text === undefined) return null
  const lead = text.slice(Math.max(0, quote.start - before), quote.start)
  const rest = text.slice(quote.end, quote.end + before)
  return (
    <p className={styles.quoted}>
      {quote.start > before && '…'}
      {lead}
      <mark>{text.slice(quote.start, quote.end)}</mark>
      {rest}
      {quote.end + before < text.length && '…'}
    </p>
  )
}

const short = 120

/** A reason, folded where it is long. */
const Reason = ({ text }: { readonly text: string }) =>
  text.length <= short ? (
    <p className={styles.reason}>理由：{text}</p>
  ) : (
    <details className={styles.reason}>
      <summary>理由：{text.slice(0, short / 2)}…</summary>
      {text}
    </details>
  )

/** A finding as it is read: how grave, what does not agree, the words that it speaks of, and why it may stand. */
export const FindingCard = ({ finding, typed, isCurrent = false, children }: Props) => (
  <li
    className={styles.item}
    data-look={kindOf(finding)}
    data-finding={keyOf(finding)}
    aria-current={isCurrent || undefined}
  >
    <div className={styles.words}>
      <p>
        <span className={styles.severity}>{wordOf(finding)}</span> {finding.message}
      </p>
      <Quoted finding={finding} typed={typed} />
      {finding.accepted && <Reason text={finding.accepted.reason} />}
    </div>
    <div className={styles.acts}>{children}</div>
  </li>
)
