import { inTransaction } from './database'
import { storedReview } from './draft'
import type { ReviewCopy } from './review-copy'

const modern = (copy: ReviewCopy): ReviewCopy => ({ ...copy, review: storedReview(copy.review) })

/** The reports that came for review, the last received first. */
export const listReviews = async (): Promise<readonly ReviewCopy[]> => {
  const copies = await inTransaction(['reviews'] as const, 'readonly', (tx) => tx.objectStore('reviews').getAll())
  return copies.map(modern).sort((a, b) => b.receivedAt - a.receivedAt)
}

export const getReview = async (id: string): Promise<ReviewCopy | undefined> => {
  const copy = await inTransaction(['reviews'] as const, 'readonly', (tx) => tx.objectStore('reviews').get(id))
  return copy && modern(copy)
}

export const putReview = (copy: ReviewCopy): Promise<void> =>
  inTransaction(['reviews'] as const, 'readwrite', async (tx) => {
    await tx.objectStore('reviews').put(copy)
  })

/** Removes a report under review and gives it, so that it can be put back. */
export const removeReview = (id: string): Promise<ReviewCopy | undefined> =>
  inTransaction(['reviews'] as const, 'readwrite', async (tx) => {
    const before = await tx.objectStore('reviews').get(id)
    await tx.objectStore('reviews').delete(id)
    return before
  })

/** TEMPORARY: helper E's. */
export const receive = async (copy: ReviewCopy): Promise<{ readonly kind: 'new' | 'newer' | 'same' | 'older' }> => {
  await putReview(copy)
  return { kind: 'new' }
}
