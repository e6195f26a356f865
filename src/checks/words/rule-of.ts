import type { Concept, Statement } from './statement'

const byConcept: Readonly<Partial<Record<Concept, string>>> = {
  received: 'F1',
  handled: 'F1',
  processed: 'F1',
  named: 'F1',
  finished: 'F2',
  answered: 'F2',
  carriedIn: 'F2',
  carriedOut: 'F2',
  carried: 'F2',
  pending: 'F2',
  granted: 'F3',
  partlyGranted: 'F3',
  refused: 'F3',
  unavailable: 'F3',
  notProcessed: 'F3',
  otherHandling: 'F3',
  natural: 'F4',
  organisations: 'F4',
  business: 'F4',
  research: 'F4',
  charity: 'F4',
  legalService: 'F4',
  otherKind: 'F4',
  review: 'F5',
  litigation: 'F5',
  direct: 'F5',
  afterReview: 'F5',
  cases: 'F5',
  Upheld: 'F5',
  Corrected: 'F5',
  Other: 'F5',
  Pending: 'F5',
}

/** 为零 in a word denies as 无 does; a 0 in digits is a number. */
const isDenied = ({ manner, quantity, words }: Statement): boolean =>
  manner === 'none' ||
  (quantity !== null && quantity.value === 0 && words.text.slice(quantity.start, quantity.end) === '零')

/** The rule that answers for a statement (catalogue F1 to F5 and F10); '' where none does. */
export const ruleOf = (statement: Statement): string => {
  const [first] = statement.concepts
  const rule = (first && byConcept[first]) ?? ''
  return isDenied(statement) && (rule === 'F1' || rule === 'F5') ? 'F10' : rule
}
