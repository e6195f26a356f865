import type { Address } from '../../report/cells'
import type { Normal } from '../normal'
import type { Quantity } from './quantities'
import type { Applicant, CaseResult, Disclosed, Dispute, Doing, Outcome } from './vocabulary'

/** What a clause is about: information requests, cases of a kind, a matter of table two, or something that no table holds. */
export type Matter = 'requests' | Dispute | Disclosed | 'foreign'

/** A figure of the tables as a sentence may count it. */
export type Concept =
  | Doing
  | 'named'
  | 'carriedIn'
  | 'carriedOut'
  | 'carried'
  | 'pending'
  | Outcome
  | Applicant
  /** 科研机构及其他: the last column of table three's organisations, said of after others. */
  | 'otherKind'
  | Dispute
  | CaseResult
  | Disclosed
  | 'issue'
  | 'repeal'
  | 'inForce'

/** plain: the unit's own, of the year, unqualified · doubtful: another reading is open · left: about something else. */
export type Standing = 'plain' | 'doubtful' | 'left'

/** One number that a text states, or one thing that it says there is none of. */
export interface Statement {
  readonly at: Address
  readonly words: Normal
  /** The words that state it: offsets in the normalised text. */
  readonly start: number
  readonly end: number
  /** The number as it stands; null where words say that there is none, or that something holds of all. */
  readonly quantity: Quantity | null
  readonly value: number
  readonly manner: 'count' | 'none' | 'every' | 'share' | 'more' | 'less' | 'other'
  /** What is counted: several are one sum. Empty where it is not known. */
  readonly concepts: readonly Concept[]
  readonly matter: Matter | null
  /** For a share: what it is a share of, where the words say so. */
  readonly of: readonly Concept[]
  /** For applicants: the row that the words take them from. */
  readonly base: Concept | null
  /** Of an outcome, where its reason is given: the rows that it names; the number counts these and not the group. */
  readonly within: readonly string[] | null
  /** Of a share, where the words give the number that it is a share of: 占162件的72.8%. */
  readonly divisor: Statement | null
  readonly standing: Standing
  /** 受理125件（含上年结转5件）: the number holds the cases carried in. */
  readonly holdsCarried: boolean
  /** 行政复议、行政诉讼 both named in the sentence: what follows may be about both. */
  readonly isOfBoth: boolean
  /** Words before the number say that it is a sum. */
  readonly isTotal: boolean
  /** It is said of other, further or remaining ones: the list is complete with it. */
  readonly isRest: boolean
  readonly hasChannel: boolean
  /** Which sentence, partition (between “；”) and clause of the text, and how deep in brackets. */
  readonly sentence: number
  readonly partition: number
  readonly clause: number
  readonly depth: number
  /** The number of the list of parts in which it stands, and the statement that is their whole. */
  readonly list: number | null
}

/** Parts that a text names of a whole: 共 n，其中 a、b、c. */
export interface PartsList {
  readonly id: number
  readonly whole: Statement
  readonly isOpen: boolean
  readonly depth: number
}

/** “全部办结”, or “未发生复议纠错”: what a text says without a number. */
export interface Saying {
  readonly at: Address
  readonly words: Normal
  readonly start: number
  readonly end: number
  readonly kind: 'allFinished' | 'neverCorrected'
  readonly standing: Standing
  readonly disputes: readonly Dispute[]
}

export interface Read {
  readonly statements: readonly Statement[]
  readonly lists: readonly PartsList[]
  readonly sayings: readonly Saying[]
}
