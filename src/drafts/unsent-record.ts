import { inTransaction } from './database'
import { getUnsent, isTexts, putAllUnsent, writtenAt, type Texts } from './unsent-texts'

/** Only for this computer: a backup has the texts themselves. */
const keyOf = (draft: string): string => `here:unsent:${draft}`

/** The browser writes local storage to the disk some seconds late; a crash may take no more than this of what is typed. */
const delay = 200

const timers = new Map<string, ReturnType<typeof setTimeout>>()

const store = async (draft: string): Promise<void> => {
  const kept = { at: writtenAt(draft), texts: getUnsent(draft) }
  await inTransaction(['settings'] as const, 'readwrite', (tx) => tx.objectStore('settings').put(kept, keyOf(draft)))
}

/** Keeps what is being written in a draft's review in the database, too, within 200 ms. */
export const recordUnsent = (draft: string): void => {
  if (timers.has(draft)) return
  const timer = setTimeout(() => {
    timers.delete(draft)
    // Local storage has it, and the next key tries again.
    store(draft).catch(() => undefined)
  }, delay)
  timers.set(draft, timer)
}

const isRecord = (value: unknown): value is { readonly at: number; readonly texts: Texts } =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'at') === 'number' &&
  isTexts(Reflect.get(value, 'texts'))

/** Brings back what a crash took from local storage. Only for the window that fills the draft in: no other writes then. */
export const recoverUnsent = async (draft: string): Promise<void> => {
  const kept = await inTransaction(['settings'] as const, 'readonly', (tx) =>
    tx.objectStore('settings').get(keyOf(draft)),
  )
  if (isRecord(kept) && kept.at > writtenAt(draft)) putAllUnsent(draft, kept.texts, kept.at)
}
