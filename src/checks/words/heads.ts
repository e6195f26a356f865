import type { Concept, Matter } from './statement'
import type { Token } from './tokens'

type Family = 'doing' | 'noun' | 'carried' | 'outcome' | 'applicant' | 'result' | 'dispute' | 'disclosed' | 'deed'

/** A word that can say what is counted. */
export interface Head {
  readonly concept: Concept
  readonly family: Family
  readonly token: Token
}

const families: Readonly<Partial<Record<Token['sense'], Family>>> = {
  received: 'doing',
  handled: 'doing',
  processed: 'doing',
  finished: 'doing',
  answered: 'doing',
  carriedIn: 'carried',
  carriedOut: 'carried',
  carried: 'carried',
  pending: 'carried',
  granted: 'outcome',
  partlyGranted: 'outcome',
  refused: 'outcome',
  unavailable: 'outcome',
  notProcessed: 'outcome',
  otherHandling: 'outcome',
  natural: 'applicant',
  organisations: 'applicant',
  business: 'applicant',
  research: 'applicant',
  charity: 'applicant',
  legalService: 'applicant',
  Upheld: 'result',
  Corrected: 'result',
  Other: 'result',
  Pending: 'result',
  lost: 'result',
  lostSuit: 'result',
  review: 'dispute',
  litigation: 'dispute',
  direct: 'dispute',
  afterReview: 'dispute',
  cases: 'dispute',
  rules: 'disclosed',
  normative: 'disclosed',
  licences: 'disclosed',
  penalties: 'disclosed',
  coercion: 'disclosed',
  charges: 'disclosed',
  issue: 'deed',
  repeal: 'deed',
  inForce: 'deed',
}

/** What a word can say is counted; null for a word that cannot. */
export const headOf = (token: Token): Head | null => {
  if (token.sense === 'requests' || token.sense === 'application') return { concept: 'named', family: 'noun', token }
  const family = families[token.sense]
  if (token.sense === 'lost' || token.sense === 'lostSuit') return { concept: 'Corrected', family: 'result', token }
  return family === undefined ? null : { concept: token.sense as Concept, family, token }
}

/** Whether a matter is of table four. */
export const isDispute = (matter: Matter | null): boolean =>
  matter === 'review' ||
  matter === 'litigation' ||
  matter === 'direct' ||
  matter === 'afterReview' ||
  matter === 'cases'

/** Whether a matter is of table two. */
export const isDisclosed = (matter: Matter | null): boolean =>
  matter === 'rules' ||
  matter === 'normative' ||
  matter === 'licences' ||
  matter === 'penalties' ||
  matter === 'coercion' ||
  matter === 'charges'
