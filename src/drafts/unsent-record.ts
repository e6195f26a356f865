import { inTransaction } from './database'
import { allUnsent, isTexts, putAllUnsent, writtenAt, type Texts, type UnsentTexts } from './unsent-texts'

/** Only for this computer: a backup has the texts themselves. */
const keyOf = (draft: string): string => `here:unsent:${draft}`

/** The browser writes local storage to the disk some seconds late; a crash may take no more than this of what is typed. */
const delay = 200

interface Kept {
  readonly at: number
  readonly texts: Texts
}

const waiting = new Map<string, Kept>()

const store = async (draft: string): Promise<void> => {
  const kept = waiting.get(draft)
  waiting.delete(draft)
  await inTransaction(['settings'] as const, 'readwrite', (tx) => tx.objectStore('settings').put(kept, keyOf(draft)))
}

/**
 * Keeps what is being written in a draft's review, and when it was, in the database, too, within 200 ms: the only place that
 * has it where local storage is full or off.
 */
export const recordUnsent = (draft: string, texts: Texts, at: number): void => {
  // The next key tries again.
  if (!waiting.has(draft)) setTimeout(() => void store(draft).catch(() => undefined), delay)
  waiting.set(draft, { at, texts })
}

const isRecord = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'at') === 'number' &&
  isTexts(Reflect.get(value, 'texts'))

const isNewer = (draft: string, kept: unknown): kept is Kept => isRecord(kept) && kept.at > writtenAt(draft)

/**
 * Brings back what a crash took from local storage, and gives what local storage will not have: it is to be shown all the same.
 * Only for the window that fills the draft in: no other writes then.
 */
export const recoverUnsent = async (draft: string): Promise<Texts | undefined> => {
  const kept: unknown = await inTransaction(['settings'] as const, 'readonly', (tx) =>
    tx.objectStore('settings').get(keyOf(draft)),
  )
  return isNewer(draft, kept) && !putAllUnsent(draft, kept.texts, kept.at) ? kept.texts : undefined
}

/** All that was written and not yet put, draft by draft: of local storage and of these settings, whichever is newer. */
export const everyUnsent = (settings: readonly { readonly key: string; readonly value: unknown }[]): UnsentTexts[] => {
  const all = new Map(allUnsent().map(({ draft, texts }) => [draft, texts]))
  for (const { key, value } of settings) {
    const draft = key.startsWith(keyOf('')) ? key.slice(keyOf('').length) : undefined
    if (draft !== undefined && isNewer(draft, value)) all.set(draft, value.texts)
  }
  return [...all].map(([draft, texts]) => ({ draft, texts })).filter(({ texts }) => Object.keys(texts).length > 0)
}
