import { inTransaction } from './database'
import { joinCopies } from './joining'
import type { ReviewCopy } from './review-copy'
import { storedCopy, withWritten } from './reviews'
import { Damaged, isReviewCopy } from './whole'

/** A copy that was removed and what was stored of it since, as one that has what either has. */
const joinedAgain = (stored: ReviewCopy, removed: ReviewCopy): ReviewCopy => ({
  ...joinCopies(stored, removed).copy,
  unsent: withWritten(removed.unsent, stored.unsent, {}),
  receivedAt: Math.max(stored.receivedAt, removed.receivedAt),
  changedAt: Math.max(stored.changedAt, removed.changedAt),
})

/**
 * Stores a copy, new or given back; one of the same id that stands there loses nothing to it. Rejects with Damaged where that
 * cannot be read.
 */
export const putReview = (copy: ReviewCopy): Promise<void> =>
  inTransaction(['reviews'] as const, 'readwrite', async (tx) => {
    const found = await tx.objectStore('reviews').get(copy.id)
    if (found !== undefined && !isReviewCopy(found)) throw new Damaged()
    await tx.objectStore('reviews').put(found ? joinedAgain(storedCopy(found), storedCopy(copy)) : copy)
  })
