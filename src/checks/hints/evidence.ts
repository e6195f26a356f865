import type { Axis, Format } from '../../format'
import type { Figure } from '../../report/amount'
import { lines, summed } from '../../report/axis'
import { addressOf, allTables, type Address } from '../../report/cells'
import type { Subject } from '../rule'
import type { Candidate } from './candidates'

/** A number that stands elsewhere and that cells of the table must add up to. */
export interface Evidence {
  readonly parts: ReadonlySet<Address>
  /** What the parts still lack, blank ones counted as 0. */
  readonly lacks: number
  readonly blanks: ReadonlySet<Address>
  readonly weight: number
  readonly says: string
}

/** The entered lines that an id on an axis stands for: itself, a sum's or a heading's. */
const linesFor = (axis: Axis, id: string): readonly string[] => {
  const line = lines(axis).find((one) => one.id === id)
  return line && line.sum === undefined ? [id] : summed(axis, line?.sum ?? [id])
}

const partsOf = (format: Format, at: Address): readonly Address[] => {
  const [block = '', row = '', column = ''] = at.split('.')
  const table = allTables(format).find(({ id }) => id === block)
  if (!table) return []
  return linesFor(table.rows, row).flatMap((line) =>
    linesFor(table.columns, column).map((place) => addressOf(block, line, place)),
  )
}

const evidence = (
  { format, valueAt }: Subject,
  at: Address,
  value: Figure | null,
  weight: number,
  says: string,
): readonly Evidence[] => {
  const parts = partsOf(format, at)
  if (typeof value !== 'number' || parts.length === 0) return []
  const sum = parts.reduce((all, part) => all + Number(valueAt(part).value ?? 0), 0)
  const blanks = new Set(parts.filter((part) => valueAt(part).value === null))
  return [{ parts: new Set(parts), lacks: value - sum, blanks, weight, says }]
}

const printed = 6
const inWords = 5
const ofLastYear = 4

/** The totals as a source printed them, those that the words state, and what last year's report carried out. */
export const evidenceOf = (subject: Subject, claims: ReadonlyMap<Address, Figure>): readonly Evidence[] => {
  const { format, last, stated } = subject
  const carried = allTables(format)
    .filter(({ id }) => id === 'requests')
    .flatMap(({ columns }) => lines(columns))
    .filter(({ sum }) => sum === undefined)
    .flatMap(({ id }) => {
      const before = last?.valueAt(`requests.carriedOut.${id}`).value ?? null
      return evidence(subject, `requests.carriedIn.${id}`, before, ofLastYear, `上年年报的结转下年度是 ${before}`)
    })
  return [
    ...[...(stated ?? [])].flatMap(([at, value]) => evidence(subject, at, value, printed, '与原表的总计相符')),
    ...[...claims].flatMap(([at, value]) => evidence(subject, at, value, inWords, '与文字写的数相符')),
    ...carried,
  ]
}

/** What the evidence says of a candidate: for it where a number comes to agree, against it where one no longer does. */
export const weigh = (
  found: readonly Evidence[],
  { changes }: Candidate,
): { weight: number; says: readonly string[] } => {
  let weight = 0
  const says = new Set<string>()
  for (const { parts, lacks, blanks, weight: size, says: words } of found) {
    const touched = changes.filter(({ entry }) => parts.has(entry.cell.at))
    if (touched.length === 0 || blanks.size > touched.filter(({ entry }) => blanks.has(entry.cell.at)).length) continue
    const added = touched.reduce((sum, { entry, to }) => sum + to - (entry.value ?? 0), 0)
    if (added === 0 && blanks.size === 0) continue
    if (lacks === added) {
      weight += size
      says.add(words)
    } else if (lacks === 0) weight -= size
  }
  return { weight, says: [...says] }
}
