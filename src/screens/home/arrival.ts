import type { Draft } from '../../drafts/draft'
import type { ReviewCopy } from '../../drafts/review-copy'
import { formatById } from '../../format'
import { stateOf } from '../../review/state'
import { isTwin } from '../../parts/draft-name'
import type { Problem } from '../../report/result'
import type { Sending } from '../../review/event'
import { countsOf } from '../../review/receive'
import { newIn } from '../../review/review'
import { standingOf } from '../../review/standing'

/** A file that was read, what was found in it, and what is here of the same report. */
export interface Arrival {
  readonly file: string
  readonly draft: Draft
  readonly told: readonly Problem[]
  /** The draft of the same report. */
  readonly existing: Draft | undefined
  /** Another draft of the same unit and year. */
  readonly twin: Draft | undefined
  /** The same report under review here. */
  readonly reviewed: ReviewCopy | undefined
  /** The sending that nobody has decided on yet: the file asks for a review. */
  readonly sending: Sending | undefined
  /** What the file's review knows that the draft here does not, in words; '' where nothing. */
  readonly brings: string
}

/** What was read from a file. */
export type Read = Pick<Arrival, 'file' | 'draft' | 'told'>

type Here = { readonly drafts: readonly Draft[]; readonly reviews: readonly ReviewCopy[] }

const sendingOf = ({ format: id, typed, accepted, review }: Draft): Sending | undefined => {
  const format = formatById(id)
  const standing = format && standingOf(review, stateOf(format, typed, accepted))
  return standing?.kind === 'sent' ? standing.sending : undefined
}

/** Compares a file that was opened with what is on this computer. */
export const arrivalOf = ({ file, draft, told }: Read, { drafts, reviews }: Here): Arrival => {
  const existing = drafts.find(({ id }) => id === draft.id)
  return {
    file,
    draft,
    told,
    existing,
    twin: drafts.find((one) => isTwin(one, draft)),
    reviewed: reviews.find(({ id }) => id === draft.id),
    sending: sendingOf(draft),
    brings: existing ? countsOf(newIn(draft.review, existing.review)) : '',
  }
}

/** Whether there is nothing to ask: the file is stored as it is. */
export const isPlain = ({ told, existing, twin, reviewed, sending }: Arrival): boolean =>
  told.length === 0 && !existing && !twin && !reviewed && !sending
