import { merge, type Review } from '../review/review'
import { readableTexts } from '../review/unsent-keys'
import { inTransaction } from './database'
import { storedReview } from './draft'
import type { ReviewCopy } from './review-copy'
import { storageNews } from './storage'
import { Damaged, isReviewCopy } from './whole'

/** A copy as any version of the app stored it, in the shape that this one works with. */
export const storedCopy = (copy: ReviewCopy): ReviewCopy => ({
  ...copy,
  review: storedReview(copy.review),
  unsent: readableTexts(copy.unsent),
})

/** The reports that came for review and can be read, the last received first. */
export const listReviews = async (): Promise<readonly ReviewCopy[]> => {
  const copies = await inTransaction(['reviews'] as const, 'readonly', (tx) => tx.objectStore('reviews').getAll())
  return copies
    .filter(isReviewCopy)
    .map(storedCopy)
    .sort((a, b) => b.receivedAt - a.receivedAt)
}

/** One of them; undefined where there is none. Rejects with Damaged where it cannot be read. */
export const getReview = async (id: string): Promise<ReviewCopy | undefined> => {
  const copy = await inTransaction(['reviews'] as const, 'readonly', (tx) => tx.objectStore('reviews').get(id))
  if (copy !== undefined && !isReviewCopy(copy)) throw new Damaged()
  return copy && storedCopy(copy)
}

/** What a window has to store of a review: all that it knows, and the texts that were written in it since the last save. */
export interface Reviewed {
  readonly review: Review
  /** By key; '' where a text was put or emptied. */
  readonly unsent: Texts
  /** What stood there, as far as the window knew, when it wrote. */
  readonly known: Texts
}

type Texts = Readonly<Record<string, string>>

/** One text that two windows wrote: where neither continues the other, both are kept. */
const joined = (stored: string, written: string, known: string): string => {
  if (stored === known || stored === '' || written.startsWith(stored)) return written
  if (stored.startsWith(written)) return stored
  return known !== '' && stored.endsWith(`\n${known}`)
    ? `${stored.slice(0, -known.length)}${written}`
    : `${stored}\n${written}`
}

/** What was written and stands stored, with what was written since. */
export const withWritten = (stored: Texts, written: Texts, known: Texts): Texts => {
  const texts = Object.entries(written).map(([key, text]) => [key, joined(stored[key] ?? '', text, known[key] ?? '')])
  const all: Texts = { ...stored, ...Object.fromEntries(texts) }
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''))
}

/** A review with what was done in a window: events come together, and the report itself stays as it is stored. */
export const joinReviewed = (before: ReviewCopy, { review, unsent, known }: Reviewed, now: number): ReviewCopy => ({
  ...before,
  review: merge(before.review, review),
  unsent: withWritten(before.unsent, unsent, known),
  revision: before.revision + 1,
  changedAt: now,
})

/** Where it is known that a copy was removed by hand: where a store was cleared, that is gone with the rest. */
const removalOf = (id: string): string => `here:removed review:${id}`

/**
 * Stores what was remarked, in one transaction with what other windows stored meanwhile: events only come together, and the
 * report itself stays as it is stored. `copy` is what is stored where none is there any more, and that is told. Gives what
 * stands there then.
 */
export const saveReview = async (copy: ReviewCopy, reviewed: Reviewed, now: number): Promise<ReviewCopy> => {
  const { stored, news } = await inTransaction(['reviews', 'settings'] as const, 'readwrite', async (tx) => {
    const found = await tx.objectStore('reviews').get(copy.id)
    const wasRemoved = (await tx.objectStore('settings').get(removalOf(copy.id))) !== undefined
    const before = isReviewCopy(found) ? storedCopy(found) : copy
    const next = joinReviewed(before, reviewed, now)
    await tx.objectStore('reviews').put(next)
    return { stored: next, news: found === undefined ? (wasRemoved ? 'returned' : 'cleared') : undefined } as const
  })
  if (news) storageNews.set(news)
  return stored
}

/** Whether a review is not there though nobody removed it: the store was cleared. */
export const isCleared = (id: string): Promise<boolean> =>
  inTransaction(['reviews', 'settings'] as const, 'readonly', async (tx) => {
    const isThere = (await tx.objectStore('reviews').getKey(id)) !== undefined
    return !isThere && (await tx.objectStore('settings').get(removalOf(id))) === undefined
  })

/** Removes a report under review and gives it, so that it can be put back. */
export const removeReview = (id: string): Promise<ReviewCopy | undefined> =>
  inTransaction(['reviews', 'settings'] as const, 'readwrite', async (tx) => {
    const before = await tx.objectStore('reviews').get(id)
    if (before) await tx.objectStore('settings').put(true, removalOf(id))
    await tx.objectStore('reviews').delete(id)
    return before
  })
