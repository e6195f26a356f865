import type { Agency } from '../../report/report'
import type { Passage } from '../texts'
import type { Clause } from './clauses'
import { ownScope, type Scope } from './scope'
import type { Concept, Matter, PartsList, Statement } from './statement'

/** Who reports, and on which year: what a text's words are measured by. */
export interface Reporter {
  readonly agency: Pick<Agency, 'name' | 'kind'>
  readonly year: number
}

/** What the words read so far leave for those that follow. */
export interface Context {
  readonly matter: Matter | null
  /** Where the matter was named: in this sentence, in one before it, or only by the part's heading. */
  readonly origin: 'sentence' | 'before' | 'heading'
  readonly scope: Scope
  readonly base: Concept | null
  readonly disputes: readonly Matter[]
  readonly last: Statement | null
  readonly list: PartsList | null
  /** 分别为: concepts that wait for their numbers. */
  readonly waiting: readonly Concept[]
}

/** A clause and where it stands. */
export interface Place {
  readonly passage: Passage
  readonly reporter: Reporter
  readonly sentence: number
  readonly clause: Clause
  readonly index: number
  readonly previous: Clause | null
  readonly next: Clause | null
  /** A later clause of the sentence counts the cases carried in among the parts of a number. */
  readonly holdsCarried: boolean
}

const matterOf = ({ aspect, heading }: Passage): Matter | null =>
  aspect === 'onRequest' || heading.includes('申请') ? 'requests' : aspect === 'fee' ? 'foreign' : null

/** What a part's heading says before a line of it is read. */
export const freshContext = (passage: Passage): Context => ({
  matter: matterOf(passage),
  origin: 'heading',
  scope: ownScope,
  base: null,
  disputes: [],
  last: null,
  list: null,
  waiting: [],
})

/** What a sentence keeps of the one before it: only the matter, as one not named here. */
export const nextSentence = (context: Context): Context => ({
  ...context,
  origin: context.origin === 'heading' ? 'heading' : 'before',
  scope: ownScope,
  base: null,
  disputes: [],
  list: null,
  waiting: [],
})
