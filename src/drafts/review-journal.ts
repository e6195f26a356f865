import { isAtWork } from './hold-here'
import type { ReviewCopy } from './review-copy'
import { getReview, joinReviewed, saveReview, type Reviewed } from './reviews'
import { Damaged } from './whole'

const prefix = 'gov-info-disclosure-annual-report:review:'
const keyOf = (id: string, by: string): string => `${prefix}${id}:${by}`

/** Keeps what a sitting had not stored of a review when it was left; false where local storage is full or off. */
export const writeReviewJournal = (id: string, reviewed: Reviewed, by: string): boolean => {
  try {
    localStorage.setItem(keyOf(id, by), JSON.stringify(reviewed))
    return true
  } catch {
    return false
  }
}

export const dropReviewJournal = (id: string, by: string): void => {
  try {
    localStorage.removeItem(keyOf(id, by))
  } catch {
    // It was never written.
  }
}

const parse = (text: string | null): Reviewed | undefined => {
  try {
    const { review, unsent, known = {} } = (JSON.parse(text ?? 'null') ?? {}) as Partial<Reviewed>
    const isWhole = Array.isArray(review?.events) && Array.isArray(review.decided) && typeof unsent === 'object'
    return isWhole ? { review, unsent, known } : undefined
  } catch {
    return undefined
  }
}

/** What stands in a journal of a review. */
export interface LeftReview {
  readonly key: string
  readonly id: string
  readonly by: string
  readonly text: string
}

/** The journals of reviews that sittings wrote. */
export const leftReviews = (): readonly LeftReview[] => {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
    return keys
      .filter((key) => key.startsWith(prefix))
      .map((key) => {
        const end = key.lastIndexOf(':')
        const text = localStorage.getItem(key) ?? ''
        return { key, id: key.slice(prefix.length, end), by: key.slice(end + 1), text }
      })
  } catch {
    return []
  }
}

const replay = async ({ key, id, by, text }: LeftReview, open: ReadonlySet<string>): Promise<void> => {
  if (await isAtWork(by, open)) return
  const reviewed = parse(text)
  const copy = reviewed && (await getReview(id))
  if (reviewed && copy) await saveReview(copy, reviewed, Date.now())
  // A window that is still open may have written a newer one in the meantime: that one stays.
  if ((copy || !reviewed) && localStorage.getItem(key) === text) localStorage.removeItem(key)
}

/**
 * Stores what sittings had not stored of reviews when they were left, of all or of one; `open` are the sittings of this
 * window. One that cannot be stored keeps no other from being stored, and rejects in the end.
 */
export const replayReviews = async (open: ReadonlySet<string>, only?: string): Promise<void> => {
  let failure: unknown
  for (const left of leftReviews()) {
    if (only !== undefined && left.id !== only) continue
    try {
      await replay(left, open)
    } catch (why) {
      // Over what is damaged nothing is ever stored: the journal stays beside it.
      if (!(why instanceof Damaged)) failure ??= why
    }
  }
  if (failure !== undefined) throw failure
}

/** Reviews with what waits in journals, as it will stand in them. */
export const withWaiting = (copies: readonly ReviewCopy[], journals: readonly LeftReview[]): readonly ReviewCopy[] =>
  copies.map((copy) =>
    journals.reduce((so, { id, text }) => {
      const reviewed = id === copy.id ? parse(text) : undefined
      return reviewed ? joinReviewed(so, reviewed, so.changedAt) : so
    }, copy),
  )
