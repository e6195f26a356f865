import type { Format } from '../../format'
import type { Concept, Statement } from './statement'
import { inCases, summing, type Reading, type Sum } from './summing'
import type { Applicant, CaseResult, Dispute, Outcome } from './vocabulary'

const received: Sum = { row: 'received' }
const carriedIn: Sum = { row: 'carriedIn' }
const total: Sum = { row: 'total' }
const carriedOut: Sum = { row: 'carriedOut' }
const leftOut: readonly Sum[] = [{ row: 'notProcessed' }, { row: 'otherHandling' }]

const outcomes: ReadonlySet<Concept> = new Set<Outcome>([
  'granted',
  'partlyGranted',
  'refused',
  'unavailable',
  'notProcessed',
  'otherHandling',
])

const applicants: ReadonlySet<Concept> = new Set<Applicant>([
  'natural',
  'organisations',
  'business',
  'research',
  'charity',
  'legalService',
])

const results: ReadonlySet<Concept> = new Set<CaseResult>(['Upheld', 'Corrected', 'Other', 'Pending'])

const answers = (format: Format): readonly Reading[] => [
  summing(format, [total], leftOut),
  summing(format, [total], [leftOut[0] ?? total]),
  summing(format, [total], [leftOut[1] ?? total]),
  summing(format, [total], [...leftOut, carriedIn]),
  summing(format, [total], [leftOut[0] ?? total, carriedIn]),
  summing(format, [total], [leftOut[1] ?? total, carriedIn]),
]

const inColumns = (format: Format, statement: Statement, columns: readonly string[]): readonly Reading[] => {
  const of = (rows: readonly string[]): Reading =>
    summing(
      format,
      columns.flatMap((column) => rows.map((row) => ({ row, column }))),
    )
  const rows: readonly (readonly string[])[] = [['received'], ['received', 'carriedIn']]
  switch (statement.base) {
    case 'finished':
    case 'answered':
    case 'processed':
      return [...rows, ['total']].map(of)
    case 'carriedIn':
    case 'carriedOut':
      return [[statement.base], ...rows].map(of)
    default:
      return rows.map(of)
  }
}

const asWhole = (format: Format, concept: Concept, statement: Statement): readonly Reading[] => {
  const sum = (plus: readonly Sum[], minus: readonly Sum[] = []): Reading => summing(format, plus, minus)
  switch (concept) {
    case 'received':
      return statement.holdsCarried ? [sum([received, carriedIn]), sum([received])] : [sum([received])]
    case 'handled':
    case 'named':
      return [sum([received]), sum([received, carriedIn])]
    case 'processed':
      return [sum([received]), sum([received, carriedIn]), sum([total])]
    case 'finished':
      return [sum([total]), sum([total], [carriedIn])]
    case 'answered':
      return [sum([total]), sum([total], [carriedIn]), ...answers(format)]
    case 'carriedIn':
      return [sum([carriedIn])]
    case 'carriedOut':
    case 'pending':
      return [sum([carriedOut])]
    case 'carried':
      return [sum([carriedOut]), sum([carriedIn])]
    default:
      return []
  }
}

const made = (format: Format, statement: Statement): readonly Reading[] => {
  const { concepts, matter } = statement
  const [first] = concepts
  if (first === undefined) return []
  if (concepts.every((concept) => outcomes.has(concept))) {
    const alone = summing(
      format,
      concepts.map((row) => ({ row })),
    )
    const both = summing(format, [{ row: 'granted' }, { row: 'partlyGranted' }])
    return first === 'granted' && concepts.length === 1 ? [alone, both] : [alone]
  }
  if (concepts.every((concept) => applicants.has(concept))) return inColumns(format, statement, concepts)
  if (concepts.every((concept) => results.has(concept))) {
    const own = inCases(format, [matter ?? 'cases'], concepts)
    return statement.isOfBoth && matter !== 'cases' ? [own, inCases(format, ['cases'], concepts)] : [own]
  }
  const disputes = concepts.filter((concept): concept is Dispute =>
    ['review', 'litigation', 'direct', 'afterReview', 'cases'].includes(concept),
  )
  if (disputes.length === concepts.length) return [inCases(format, disputes, ['Total'])]
  if (concepts.length === 1) return asWhole(format, first, statement)
  const rows = concepts.flatMap((concept) =>
    concept === 'received' || concept === 'carriedIn' || concept === 'carriedOut' ? [{ row: concept }] : [],
  )
  return rows.length === concepts.length ? [summing(format, rows)] : []
}

const known = new WeakMap<Format, Map<string, readonly Reading[]>>()

/**
 * The right readings of what a statement counts, the likeliest first (catalogue F1 to F5); none where no table of the
 * format holds it.
 */
export const readingsOf = (format: Format, statement: Statement): readonly Reading[] => {
  const { concepts, matter, base, holdsCarried, isOfBoth } = statement
  const key = [concepts.join('+'), matter, base, holdsCarried, isOfBoth].join()
  const kept = known.get(format) ?? new Map<string, readonly Reading[]>()
  const found = kept.get(key) ?? made(format, statement)
  known.set(format, kept.set(key, found))
  return found
}
