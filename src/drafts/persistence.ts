import { putAskedToPersist, wasAskedToPersist } from './settings'

/** What the browser says of keeping what is stored here when the disk runs full. */
export type Persistence =
  | 'granted'
  | 'refused'
  /** It cannot be asked: an older browser, or a page that did not come by https. */
  | 'none'
  /** Nothing was stored yet that would be worth asking for. */
  | 'unasked'

/** Firefox asks the person and may never answer. */
const patience = 5_000

const inTime = (asked: Promise<boolean>): Promise<boolean | undefined> =>
  Promise.race([
    asked.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience)),
  ])

/** The browser's manager of storage; absent on plain http. */
const manager = (): Partial<StorageManager> | undefined => Reflect.get(navigator, 'storage')

const isPersisted = async (): Promise<boolean> =>
  (await inTime(manager()?.persisted?.() ?? Promise.resolve(false))) === true

let isAsking = false

/** Asks the browser once, ever, to keep what is stored here; to be called when real work was stored. Never rejects. */
export const askToPersist = async (): Promise<void> => {
  const storage = manager()
  if (isAsking || storage?.persist === undefined) return
  isAsking = true
  try {
    if ((await wasAskedToPersist()) || (await isPersisted())) return
    await putAskedToPersist()
    await inTime(storage.persist())
  } catch {
    // Nothing is lost by it; the next window asks.
  }
}

/** What the browser says now. */
export const persistence = async (): Promise<Persistence> => {
  if (manager()?.persist === undefined) return 'none'
  if (await isPersisted()) return 'granted'
  return (await wasAskedToPersist()) ? 'refused' : 'unasked'
}

/** Forgets that this window asked, for tests. */
export const forgetAsking = (): void => {
  isAsking = false
}
