import type { Problem } from '../report/result'
import type { Draft } from '../drafts/draft'
import { createStore } from './keyed-store'

/** A file that was opened elsewhere and whose review belongs to the draft that is about to open. */
export interface Handover {
  readonly file: string
  readonly draft: Draft
  readonly told: readonly Problem[]
}

/** What the list of drafts hands to the editor that it opens; whoever takes it empties it. */
export const handover = createStore<Handover | null>(null)
