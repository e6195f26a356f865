import type { Format } from '../format'
import { balanceOfRequests } from '../format/2021'
import { cellsOf, type Address } from '../report/cells'
import { reportOf } from '../report/reading'
import type { TypedReport } from '../report/report'
import { valuesOf } from '../report/values'
import { acrossRules } from './across/rules'
import { arithmeticRules } from './arithmetic'
import { cellRules } from './cells'
import { feeRules } from './fees/rules'
import { holdingRules } from './holdings'
import type { Quote } from './normal'
import { proseRules } from './prose/rules'
import { gravity, type Finding, type Reported, type Rule, type Subject } from './rule'
import { structureRules } from './structure'
import { wordRules } from './words/rules'

const known = new WeakMap<Format, readonly Rule[]>()

/** A1, A2 … A10 … B1 …: the catalogue's order. */
const orderOf = ({ id }: Rule): number => 100 * id.charCodeAt(0) + Number(id.slice(1))

/** The rules that apply to reports of a format, in the order of the catalogue. */
export const rulesFor = (format: Format): readonly Rule[] => {
  const found =
    known.get(format) ??
    [...structureRules, ...proseRules, ...cellRules, ...holdingRules, ...arithmeticRules(format)]
      .concat(feeRules, wordRules, acrossRules)
      .sort((a, b) => orderOf(a) - orderOf(b))
      .map((rule) => ({
        ...rule,
        basis: rule.basis.replace('{form}', format.authority.document).replace('{law}', format.law.name),
      }))
  known.set(format, found)
  return found
}

/** The place in the way through to which an address belongs: `basics` or a section's id. */
export const sectionOf = (format: Format, at: Address): string => {
  const cell = cellsOf(format).get(at)
  if (cell) return cell.section
  const [first, second] = at.split('.')
  const block = first === 'notes' ? second : first
  const section = format.sections.find(({ blocks }) => blocks.some(({ id }) => id === block))
  return section?.id ?? 'basics'
}

/** A report as it is judged, or as last year's beside it: read from what was typed, its totals summed. */
export const reportedOf = (format: Format, typed: TypedReport): Reported => {
  const report = reportOf(format, typed)
  return { format, report, valueAt: valuesOf(format, report) }
}

/** What a report is judged on. */
export const subjectOf = (
  format: Format,
  typed: TypedReport,
  stated?: Subject['stated'],
  last?: Reported,
): Subject => ({ ...reportedOf(format, typed), ...(stated ? { stated } : {}), ...(last ? { last } : {}) })

/** While a column of the table is off, no figure in it is sure enough to be written into a sentence. */
const withoutDoubtfulCures = (findings: readonly Finding[]): readonly Finding[] => {
  const off = new Set(
    findings.flatMap(({ rule, result, at }) => (rule === balanceOfRequests.id && result === 'fail' ? at : [])),
  )
  if (off.size === 0) return findings
  const tables = new Set([...off].map((at) => at.split('.')[0]))
  return findings.map((finding) => {
    const { cures, ...rest } = finding
    const isOfWords = cures?.some(({ changes }) => changes.some(({ range }) => range !== undefined))
    return isOfWords && finding.at.some((at) => tables.has(at.split('.')[0])) ? rest : finding
  })
}

/** Two numbers for one matter are no news where one of them is told to be wrong already. */
const withoutEchoes = (findings: readonly Finding[]): readonly Finding[] => {
  const placeOf = ({ at, start }: Quote): string => `${at} ${start}`
  const wrong = new Set(
    findings.flatMap(({ result, severity, quotes = [] }) =>
      result === 'fail' && severity !== 'info' ? quotes.map(placeOf) : [],
    ),
  )
  return findings.filter(
    ({ rule, result, quotes = [] }) =>
      rule !== 'F14' || result !== 'fail' || !quotes.some((quote) => wrong.has(placeOf(quote))),
  )
}

/** Every rule's verdicts on a report, in the order of the catalogue. */
export const check = (subject: Subject): readonly Finding[] => withoutEchoes(withoutDoubtfulCures(judgements(subject)))

const judgements = (subject: Subject): readonly Finding[] =>
  rulesFor(subject.format).flatMap(({ id, severity, lesser, releasable, judge }) =>
    judge(subject).map((verdict) => ({
      ...verdict,
      rule: id,
      severity: verdict.lesser && lesser ? lesser.severity : severity,
      ...(releasable ? { releasable } : {}),
      section: sectionOf(subject.format, verdict.at[0] ?? ''),
    })),
  )

/** What failed and is not accepted, gravest first, otherwise in the order given. */
export const faultsOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings
    .filter(({ result, severity, accepted }) => result === 'fail' && severity !== 'info' && !accepted)
    .sort((a, b) => gravity[a.severity] - gravity[b.severity])

/** What stands between a report and its final copy: errors, warnings not accepted, and what is still blank. */
export const obstaclesOf = (findings: readonly Finding[]): readonly Finding[] => [
  ...faultsOf(findings),
  ...findings.filter(({ result, severity }) => severity === 'error' && result === 'open'),
]
