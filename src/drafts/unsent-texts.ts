export type Texts = Readonly<Record<string, string>>

/** What is being written in the review of one draft. */
export interface UnsentTexts {
  readonly draft: string
  readonly texts: Texts
}

const prefix = 'gov-info-disclosure-annual-report:unsent:'
const keyOf = (draft: string): string => `${prefix}${draft}`
const timeKeyOf = (draft: string): string => `gov-info-disclosure-annual-report:unsent-at:${draft}`

export const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((text) => typeof text === 'string')

/** What was written in a draft's review and not yet put, by the key of what it is for. */
export const getUnsent = (draft: string): Texts => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(draft)) ?? '{}')
    return isTexts(kept) ? kept : {}
  } catch {
    return {}
  }
}

/** All that was written and not yet put, draft by draft. */
export const allUnsent = (): readonly UnsentTexts[] => {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
    return keys
      .filter((key) => key.startsWith(prefix))
      .map((key) => ({ draft: key.slice(prefix.length), texts: getUnsent(key.slice(prefix.length)) }))
      .filter(({ texts }) => Object.keys(texts).length > 0)
  } catch {
    return []
  }
}

/** When a draft's texts were last written, in milliseconds; 0 where they never were. */
export const writtenAt = (draft: string): number => {
  try {
    return Number(localStorage.getItem(timeKeyOf(draft)) ?? 0)
  } catch {
    return 0
  }
}

/** The time of what is written now: never earlier than what stands there, whatever the clock says. */
export const writtenNow = (draft: string): number => Math.max(Date.now(), writtenAt(draft) + 1)

/** Puts these texts, written at that time, in the place of all others; false where local storage is full or off. */
export const putAllUnsent = (draft: string, texts: Texts, at: number): boolean => {
  try {
    if (Object.keys(texts).length > 0) localStorage.setItem(keyOf(draft), JSON.stringify(texts))
    else localStorage.removeItem(keyOf(draft))
    localStorage.setItem(timeKeyOf(draft), String(at))
    return true
  } catch {
    return false
  }
}

/**
 * Keeps what was written, '' for what is no more, beside the texts of other windows; at once, so that a page which is left
 * takes nothing with it. False where local storage is full or off.
 */
export const putUnsent = (draft: string, changes: Texts): boolean => {
  const all = Object.entries({ ...getUnsent(draft), ...changes })
  return putAllUnsent(draft, Object.fromEntries(all.filter(([, text]) => text !== '')), writtenNow(draft))
}
