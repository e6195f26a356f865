import { formatById } from '../format'
import { merge, newIn, type Review } from '../review/review'
import { sendingOf } from '../review/standing'
import { stateOf } from '../review/state'
import { inTransaction } from './database'
import { reviewsChanged } from './queries'
import { storedCopy } from './reviews'
import type { ReviewCopy } from './review-copy'

/** What became of a report that came for review, beside the one of the same id that was there. */
export interface Received {
  /**
   * new: none was there · newer: it was sent later and took its place · same: the same content · older: it was sent earlier,
   * or never, and only what was remarked on it was taken in.
   */
  readonly kind: 'new' | 'newer' | 'same' | 'older'
  readonly copy: ReviewCopy
  /** How many events came that were not known. */
  readonly fresh: number
}

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

/**
 * Stores a report that came for review. What both copies know of the review comes together and what was written and not put
 * is kept, whichever content stays: that of the later sending. In one transaction, so that no window's work is lost.
 */
export const receive = async (incoming: ReviewCopy): Promise<Received> => {
  const received = await inTransaction(['reviews'] as const, 'readwrite', async (tx): Promise<Received> => {
    const found = await tx.objectStore('reviews').get(incoming.id)
    if (!found) {
      await tx.objectStore('reviews').put(incoming)
      return { kind: 'new', copy: incoming, fresh: incoming.review.events.length }
    }
    const stored = storedCopy(found)
    const review = merge(stored.review, incoming.review)
    const kind = compared(review, stored, incoming)
    const copy: ReviewCopy = {
      ...(kind === 'newer' ? incoming : stored),
      review,
      unsent: { ...incoming.unsent, ...stored.unsent },
      revision: Math.max(stored.revision, incoming.revision) + 1,
      receivedAt: incoming.receivedAt,
      changedAt: incoming.changedAt,
    }
    await tx.objectStore('reviews').put(copy)
    return { kind, copy, fresh: newIn(incoming.review, stored.review).length }
  })
  await reviewsChanged()
  return received
}
