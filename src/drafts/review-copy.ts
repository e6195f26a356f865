import { contentOf, type Content, type Draft } from './draft'

/** A report that came for review, as it is kept beside the drafts: its content is never changed here, only its review is. */
export interface ReviewCopy extends Content {
  /** The report's id. */
  readonly id: string
  readonly revision: number
  readonly receivedAt: number
  readonly changedAt: number
  readonly format: string
  /** The name of the file that it came in. */
  readonly file: string
  /** What was written and not yet put: a remark by the key of its place, a summary. */
  readonly unsent: Readonly<Record<string, string>>
}

/** A report that came for review in a file, as it is first kept. */
export const newReviewCopy = (draft: Draft, file: string, now: number): ReviewCopy => ({
  ...contentOf(draft),
  id: draft.id,
  revision: 1,
  receivedAt: now,
  changedAt: now,
  format: draft.format,
  file,
  unsent: {},
})
