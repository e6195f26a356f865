import { formatById } from '../format'
import { merge, type Review } from '../review/review'
import { sendingOf } from '../review/standing'
import { stateOf } from '../review/state'
import type { ReviewCopy } from './review-copy'

/** The place of a content in the row of its sendings; 0 where it was never sent as it is. */
const turnOf = (review: Review, { format: id, typed, accepted }: ReviewCopy): { turn: number; key: string } => {
  const format = formatById(id)
  if (!format) return { turn: 0, key: '' }
  const state = stateOf(format, typed, accepted)
  return { turn: sendingOf(review, state)?.order ?? 0, key: `${state.digest} ${state.reasons}` }
}

const compared = (review: Review, stored: ReviewCopy, incoming: ReviewCopy): 'newer' | 'same' | 'older' => {
  const [before, now] = [turnOf(review, stored), turnOf(review, incoming)]
  if (before.key === now.key) return 'same'
  return now.turn > before.turn ? 'newer' : 'older'
}

/** Two copies of a report under review as one. */
interface Joined {
  /** Whose content it has: `newer` the incoming one's, which was sent later. */
  readonly kind: 'newer' | 'same' | 'older'
  readonly copy: ReviewCopy
}

/**
 * What both copies know of the review comes together and what was written and not put is kept, whichever content stays:
 * that of the later sending.
 */
export const joinCopies = (stored: ReviewCopy, incoming: ReviewCopy): Joined => {
  const review = merge(stored.review, incoming.review)
  const kind = compared(review, stored, incoming)
  return {
    kind,
    copy: {
      ...(kind === 'newer' ? incoming : stored),
      review,
      unsent: { ...incoming.unsent, ...stored.unsent },
      revision: Math.max(stored.revision, incoming.revision) + 1,
      receivedAt: incoming.receivedAt,
      changedAt: incoming.changedAt,
    },
  }
}
