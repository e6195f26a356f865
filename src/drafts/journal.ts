import type { Basis } from './autosave'
import type { Content } from './draft'
import { noReview } from '../review/review'
import { isContent } from './whole'

/** What a sitting had not stored when it was left: written in one stroke, because nothing else survives an orderly leave. */
export interface Journal {
  readonly draft: string
  readonly bases: readonly Basis[]
  readonly content: Content
}

const prefix = 'gov-info-disclosure-annual-report:journal:'
/** What tells this window from all others, until it is loaded anew. */
export const tab = [...crypto.getRandomValues(new Uint8Array(8))]
  .map((byte) => byte.toString(16).padStart(2, '0'))
  .join('')
let sittings = 0
/**
 * What tells one sitting of this window at a draft, or a review, from all others: what one left unsaved is not written over
 * or dropped by the next.
 */
export const newSitting = (): string => `${tab}-${(sittings += 1)}`

/** The window in which a sitting was; older copies of the app knew windows alone. */
export const windowOf = (by: string): string => by.split('-', 1)[0] ?? by

const keyOf = (draft: string, by: string): string => `${prefix}${draft}:${by}`

/** Keeps a journal of a sitting; false where local storage is full or off, and the save is all that is left. */
export const writeJournal = (journal: Journal, by: string): boolean => {
  try {
    localStorage.setItem(keyOf(journal.draft, by), JSON.stringify(journal))
    return true
  } catch {
    return false
  }
}

export const dropJournal = (draft: string, by: string): void => {
  try {
    localStorage.removeItem(keyOf(draft, by))
  } catch {
    // It was never written.
  }
}

/** What a journal of a copy of the app lacks that had no acceptances yet. */
const beforeChecks = { accepted: [], review: noReview, final: null } as const

const isBasis = (value: unknown): value is Basis =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'revision') === 'number' &&
  typeof Reflect.get(value, 'changedAt') === 'number'

const parse = (text: string | null): Journal | undefined => {
  try {
    const value = JSON.parse(text ?? 'null') as Journal | null
    const { draft, bases, content } = value ?? {}
    const whole = { ...beforeChecks, ...content }
    // What is no report would end up among the drafts.
    if (!value || !isContent(whole) || typeof draft !== 'string' || !Array.isArray(bases)) return undefined
    // Without a basis that can be read, what was typed becomes a draft of its own.
    return { ...value, bases: bases.filter(isBasis), content: whole }
  } catch {
    return undefined
  }
}

interface LeftJournal {
  readonly journal: Journal
  /** The sitting that wrote it. */
  readonly by: string
  readonly drop: () => void
}

/** The journals that sittings wrote, with a way to remove each. */
export const leftJournals = (): readonly LeftJournal[] => {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index))
    return keys.flatMap((key) => {
      if (key === null || !key.startsWith(prefix)) return []
      const text = localStorage.getItem(key)
      const journal = parse(text)
      // A window that is still open may have written a newer one in the meantime: that one stays.
      const drop = () => localStorage.getItem(key) === text && localStorage.removeItem(key)
      return journal ? [{ journal, by: key.slice(key.lastIndexOf(':') + 1), drop }] : []
    })
  } catch {
    return []
  }
}
