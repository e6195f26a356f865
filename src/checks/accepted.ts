import { isReason, type Acceptance } from '../report/acceptance'
import { cellsOf } from '../report/cells'
import { textAt } from '../report/texts'
import type { Finding, Subject } from './rule'

/** Whether a clerk may let a finding stand with a reason: every warning, and the errors that rest on a reading of words. */
export const isAcceptable = ({ result, severity, releasable }: Finding): boolean =>
  result === 'fail' && (severity === 'warning' || (severity === 'error' && releasable === true))

/** The values that a finding speaks of: its cells', the words it quotes and those of its sides; else what it says. */
const valuesOf = ({ format, report, valueAt }: Subject, { at, quotes = [], sides, message }: Finding) => {
  const cells = at
    .filter((address) => cellsOf(format).has(address))
    .map((address) => report.typed[address] ?? String(valueAt(address).value ?? ''))
  const words = quotes.map((quote) => (textAt(report, quote.at) ?? '').slice(quote.start, quote.end))
  const values = [...cells, ...words, ...(sides ?? []).map(({ value }) => value)]
  return values.length > 0 ? values : [message]
}

/** The acceptance of a finding as it stands, for a reason of at least ten characters. */
export const acceptanceOf = (subject: Subject, finding: Finding, reason: string): Acceptance => ({
  check: finding.rule,
  at: finding.at,
  values: valuesOf(subject, finding),
  reason,
})

const keyOf = ({ check, at, values }: Acceptance): string => JSON.stringify([check, at, values])

export interface Settled {
  /** All findings; those that are accepted carry their acceptance. */
  readonly findings: readonly Finding[]
  /** What was accepted of values that are no more, or of a fault that is cured. */
  readonly lapsed: readonly Acceptance[]
}

/** Lays acceptances over findings: one holds for just the rule, the places and the values that it was given for. */
export const settle = (subject: Subject, findings: readonly Finding[], accepted: readonly Acceptance[]): Settled => {
  const byKey = new Map(accepted.filter(({ reason }) => isReason(reason)).map((one) => [keyOf(one), one]))
  if (byKey.size === 0) return { findings, lapsed: accepted }
  const used = new Set<Acceptance>()
  const settled = findings.map((finding) => {
    const found = isAcceptable(finding) ? byKey.get(keyOf(acceptanceOf(subject, finding, ''))) : undefined
    if (!found) return finding
    used.add(found)
    return { ...finding, accepted: found }
  })
  return { findings: settled, lapsed: accepted.filter((one) => !used.has(one)) }
}
