import { isLiving } from './hold-here'
import { tab } from './journal'
import { getReview, saveReview, type Reviewed } from './reviews'

const prefix = 'gov-info-disclosure-annual-report:review:'
const keyOf = (id: string): string => `${prefix}${id}:${tab}`

/** Keeps what a window had not stored of a review when it was left; false where local storage is full or off. */
export const writeReviewJournal = (id: string, reviewed: Reviewed): boolean => {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(reviewed))
    return true
  } catch {
    return false
  }
}

export const dropReviewJournal = (id: string): void => {
  try {
    localStorage.removeItem(keyOf(id))
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

const leftFor = (id: string): readonly string[] => {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
    return keys.filter((key) => key.startsWith(`${prefix}${id}:`))
  } catch {
    return []
  }
}

/** Stores what windows had not stored of a review when they were left. */
export const replayReview = async (id: string): Promise<void> => {
  for (const key of leftFor(id)) {
    const by = key.slice(key.lastIndexOf(':') + 1)
    // A window that is still open has yet to store it.
    if (by !== tab && (await isLiving(by))) continue
    const text = localStorage.getItem(key)
    const reviewed = parse(text)
    const copy = reviewed && (await getReview(id))
    if (reviewed && copy) await saveReview(copy, reviewed, Date.now())
    // A window that is still open may have written a newer one in the meantime: that one stays.
    if ((copy || !reviewed) && localStorage.getItem(key) === text) localStorage.removeItem(key)
  }
}
