import { newIn } from '../review/review'
import { inTransaction } from './database'
import { joinCopies } from './joining'
import { reviewsChanged } from './queries'
import { storedCopy } from './reviews'
import type { ReviewCopy } from './review-copy'
import { Damaged, isReviewCopy } from './whole'

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

/**
 * Stores a report that came for review. What both copies know of the review comes together and what was written and not put
 * is kept, whichever content stays: that of the later sending. In one transaction, so that no window's work is lost.
 */
export const receive = async (incoming: ReviewCopy): Promise<Received> => {
  const received = await inTransaction(['reviews'] as const, 'readwrite', async (tx): Promise<Received> => {
    const found = await tx.objectStore('reviews').get(incoming.id)
    if (found !== undefined && !isReviewCopy(found)) throw new Damaged()
    if (!found) {
      await tx.objectStore('reviews').put(incoming)
      return { kind: 'new', copy: incoming, fresh: incoming.review.events.length }
    }
    const stored = storedCopy(found)
    const { kind, copy } = joinCopies(stored, incoming)
    await tx.objectStore('reviews').put(copy)
    return { kind, copy, fresh: newIn(incoming.review, stored.review).length }
  })
  await reviewsChanged()
  return received
}
