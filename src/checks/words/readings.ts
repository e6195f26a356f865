import type { Format } from '../../format'
import { rowsWithin } from './causes'
import type { Concept, Statement } from './statement'
import { inCases, summing, type Reading, type Sum } from './summing'
import type { CaseResult, Dispute, Outcome } from './vocabulary'

const received: Sum = { row: 'received' }
const carriedIn: Sum = { row: 'carriedIn' }
const total: Sum = { row: 'total' }
const carriedOut: Sum = { row: 'carriedOut' }
const leftOut: readonly Sum[] = [{ row: 'notProcessed' }, { row: 'otherHandling' }]

/** The groups of outcomes that table three counts. */
export const outcomes: ReadonlySet<Concept> = new Set<Outcome>([
  'granted',
  'partlyGranted',
  'refused',
  'unavailable',
  'notProcessed',
  'otherHandling',
])

const applicants: ReadonlySet<Concept> = new Set<Concept>([
  'natural',
  'organisations',
  'business',
  'research',
  'charity',
  'legalService',
  'otherKind',
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

const kindsOfOrganisation = ['business', 'research', 'charity', 'legalService']

/** 科研机构及其他: the column 其他, and whichever of the kinds not named the writer put with it. */
const columnsOf = (concepts: readonly string[]): readonly (readonly string[])[] => {
  if (!concepts.includes('otherKind')) return [concepts]
  const named = concepts.map((concept) => (concept === 'otherKind' ? 'other' : concept))
  return kindsOfOrganisation
    .filter((kind) => !named.includes(kind))
    .reduce<readonly (readonly string[])[]>((all, kind) => [...all, ...all.map((some) => [...some, kind])], [named])
}

const inColumns = (format: Format, statement: Statement, concepts: readonly Concept[]): readonly Reading[] => {
  const all = columnsOf(concepts)
  const of = (rows: readonly string[]): readonly Reading[] =>
    all.map((columns) =>
      summing(
        format,
        columns.flatMap((column) => rows.map((row) => ({ row, column }))),
      ),
    )
  const rows: readonly (readonly string[])[] = [['received'], ['received', 'carriedIn']]
  switch (statement.base) {
    case 'finished':
    case 'answered':
    case 'processed':
      return [...rows, ['total']].flatMap(of)
    case 'carriedIn':
    case 'carriedOut':
      return [[statement.base], ...rows].flatMap(of)
    default:
      return rows.flatMap(of)
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
    const caused = concepts.length === 1 ? rowsWithin(format, statement, first) : []
    const alone = summing(
      format,
      concepts.map((row) => ({ row })),
    )
    const both = summing(format, [{ row: 'granted' }, { row: 'partlyGranted' }])
    if (caused.length > 0)
      return [
        summing(
          format,
          caused.map((row) => ({ row })),
        ),
        alone,
      ]
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
  const { concepts, matter, base, holdsCarried, isOfBoth, within } = statement
  const key = [concepts.join('+'), matter, base, holdsCarried, isOfBoth, (within ?? []).join('+')].join()
  const kept = known.get(format) ?? new Map<string, readonly Reading[]>()
  const found = kept.get(key) ?? made(format, statement)
  known.set(format, kept.set(key, found))
  return found
}
