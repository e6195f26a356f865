import type { Format } from '../../format'
import { reportedOf } from '../run'
import type { TypedReport } from '../../report/report'
import type { Writer } from './numbers'
import type { Random } from './random'
import { say, type Reading, type Statement, type SumOf, type Told } from './statement'

const outcomes = {
  granted: ['granted'],
  partlyGranted: ['partlyGranted'],
  refused: [
    'stateSecrets',
    'barredByLaw',
    'securityAndStability',
    'thirdPartyRights',
    'internalAffairs',
    'deliberative',
    'enforcementFiles',
    'administrativeQuery',
  ],
  unavailable: ['notHeld', 'needsCreation', 'unclear'],
  notProcessed: ['complaint', 'repeated', 'publication', 'excessive', 'confirmation'],
  otherHandling: ['notCorrected', 'feeUnpaid', 'other'],
} as const

const row = (id: string, column = 'total'): string => `requests.${id}.${column}`
const organisations = (id: string): readonly string[] =>
  ['business', 'research', 'charity', 'legalService', 'other'].map((column) => row(id, column))
const group = (id: keyof typeof outcomes): Reading => ({ plus: outcomes[id].map((one) => row(one)) })
const cases = (...ids: readonly string[]): Reading => ({ plus: ids.map((id) => `disputes.cases.${id}`) })

/** What the narrative speaks of, as sums of cells. */
export const readings = {
  received: { plus: [row('received')] },
  carriedIn: { plus: [row('carriedIn')] },
  handled: { plus: [row('received'), row('carriedIn')] },
  total: { plus: [row('total')] },
  ownTotal: { plus: [row('total')], minus: [row('carriedIn')] },
  carriedOut: { plus: [row('carriedOut')] },
  natural: { plus: [row('received', 'natural')] },
  organisations: { plus: organisations('received') },
  allNatural: { plus: [row('received', 'natural'), row('carriedIn', 'natural')] },
  allOrganisations: { plus: [...organisations('received'), ...organisations('carriedIn')] },
  granted: group('granted'),
  partlyGranted: group('partlyGranted'),
  refused: group('refused'),
  unavailable: group('unavailable'),
  notProcessed: group('notProcessed'),
  otherHandling: group('otherHandling'),
  feeUnpaid: { plus: [row('feeUnpaid')] },
  review: cases('reviewTotal'),
  direct: cases('directTotal'),
  afterReview: cases('afterReviewTotal'),
  litigation: cases('directTotal', 'afterReviewTotal'),
  disputes: cases('reviewTotal', 'directTotal', 'afterReviewTotal'),
  corrected: cases('reviewCorrected', 'directCorrected', 'afterReviewCorrected'),
  reviewUpheld: cases('reviewUpheld'),
  reviewCorrected: cases('reviewCorrected'),
  reviewOther: cases('reviewOther'),
  reviewPending: cases('reviewPending'),
  litigationUpheld: cases('directUpheld', 'afterReviewUpheld'),
  litigationCorrected: cases('directCorrected', 'afterReviewCorrected'),
  litigationOther: cases('directOther', 'afterReviewOther'),
  litigationPending: cases('directPending', 'afterReviewPending'),
  lastReceived: { plus: [`last:${row('received')}`] },
  lastHandled: { plus: [`last:${row('received')}`, `last:${row('carriedIn')}`] },
} as const satisfies Record<string, Reading>

/** A report's sums; of its figures as typed. Money and blank cells are read as numbers, for tests are only rough there. */
export const sumsOf = (format: Format, typed: TypedReport, last?: TypedReport): SumOf => {
  const own = reportedOf(format, typed).valueAt
  const before = last ? reportedOf(format, last).valueAt : undefined
  const value = (at: string): number =>
    Number((at.startsWith('last:') ? before?.(at.slice(5)).value : own(at).value) ?? NaN)
  const sum = (at: readonly string[]): number => at.reduce((all, one) => all + value(one), 0)
  return ({ plus, minus = [] }) => sum(plus) - sum(minus)
}

/** What the sentences of a report are made from. */
export interface Facts {
  readonly typed: TypedReport
  readonly hasLast: boolean
  readonly sumOf: SumOf
  readonly random: Random
  readonly write: Writer
  /** Whom it speaks of: 我局, 全市, 本镇. */
  readonly we: string
  /** A number that the first reading gives and any of the readings may mean. */
  readonly n: (rule: string, ...of: readonly Reading[]) => Told
  /** The same, where the rule may also leave a wrong number open. */
  readonly soft: (rule: string, ...of: readonly Reading[]) => Told
}

/** Words that say that a sum is 0. */
export const zero = (rule: string, words: string, of: Reading): Told => ({
  rule,
  value: 0,
  zero: true,
  write: () => words,
  of: of.plus,
  isTrue: (value, sumOf) => sumOf(of) === value,
})

/** A number of which no table tells. */
export const free = (value: number, write: Writer): Told => ({ rule: '', value, write, of: [], isTrue: () => true })

const addresses = (of: readonly Reading[]): readonly string[] =>
  of.flatMap(({ plus, minus = [] }) => [...plus, ...minus])

/** Makes numbers for sentences from the first of their readings. */
export const numberFor =
  (sumOf: SumOf, write: Writer) =>
  (rule: string, ...of: readonly Reading[]): Told => ({
    rule,
    value: of[0] ? sumOf(of[0]) : 0,
    write,
    of: addresses(of),
    isTrue: (value, sums) => of.some((reading) => sums(reading) === value),
  })

/** A percentage with so many decimals: a share (`F7`) or a change against last year (`F8`); `also` is a second right reading. */
export const percent = (
  { sumOf }: Facts,
  rule: 'F7' | 'F8',
  [part, whole]: readonly [Reading, Reading],
  decimals: number,
  also: readonly [Reading, Reading],
): Told => {
  const scale = 10 ** decimals
  const quotient = (a: number, b: number): number => Math.abs(((rule === 'F8' ? a - b : a) / b) * 100 * scale) + 1e-9
  // Many offices cut decimals off instead of rounding them.
  const fits = (value: number, size: number): boolean =>
    Math.round(size) === value || (decimals > 0 && Math.floor(size) === value)
  const said = sumOf(part)
  return {
    rule,
    value: Math.round(quotient(said, sumOf(whole))),
    write: (value) => `${(value / scale).toFixed(decimals)}%`,
    of: addresses([part, whole]),
    // The part stands in words beside it, the whole in the table: both must bear it out.
    isTrue: (value, sums) => [sums(part), said].every((one) => fits(value, quotient(one, sums(whole)))),
    isAlsoTrue: (value, sums) => fits(value, quotient(sums(also[0]), sums(also[1]))),
    soft: true,
  }
}

/** A list whose parts that are 0 are left out, as most offices do. */
export const listed = (
  { sumOf, n, random }: Facts,
  rule: string,
  parts: readonly (readonly [label: string, reading: Reading])[],
): { readonly statement: Statement; readonly count: number } => {
  const told = random.chance(0.7) ? parts.filter(([, reading]) => sumOf(reading) > 0) : parts
  const joint = random.pick(['、', '，'])
  const pieces = told.map(([label, reading], index) => say`${index === 0 ? '' : joint}${label}${n(rule, reading)}`)
  return {
    statement: { pieces: pieces.flatMap((piece) => piece.pieces), sums: [] },
    count: told.length,
  }
}
