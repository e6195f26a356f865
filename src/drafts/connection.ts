import { deleteDB, openDB, type IDBPDatabase } from 'idb'
import type { Schema } from './database'
import { storage, storeLosses, unsavedWork } from './storage'

export const databaseName = 'gov-info-disclosure-annual-report'
export const databaseVersion = 2

/** After so long without an answer it is told; after the second, the browser is asked once more. */
const patience = { told: 4_000, asked: 30_000, unsaved: 2_000 } as const

let opened: Promise<IDBPDatabase<Schema>> | undefined
let hasOpened = false
let isMemory = false

/** Forgets the connection; the next use opens another. */
export const drop = (): void => {
  opened = undefined
}

const lose = (): void => {
  drop()
  storeLosses.set(storeLosses.get() + 1)
}

/** Each step only adds: records of older copies are read as they are. */
const migrate = (database: IDBPDatabase<Schema>, before: number): void => {
  if (before < 1) {
    database.createObjectStore('drafts', { keyPath: 'id' })
    database.createObjectStore('versions', { keyPath: ['draft', 'at'] })
    database.createObjectStore('units', { keyPath: 'draft' })
  }
  if (before < 2) {
    database.createObjectStore('reviews', { keyPath: 'id' })
    database.createObjectStore('settings')
  }
}

/** Another copy of the app, or another program, waits for this connection: what is unsaved is saved, then it is closed. */
const giveWay = (_current: number, next: number | null, event: IDBVersionChangeEvent): void => {
  const close = (): void => {
    ;(event.target as IDBDatabase).close()
    drop()
    if (next === null) lose()
    else if (next > databaseVersion) storage.set({ kind: 'newer', isOpen: true })
  }
  if (unsavedWork.size === 0) {
    close()
    return
  }
  const limit = new Promise((resolve) => setTimeout(resolve, patience.unsaved))
  void Promise.race([Promise.allSettled([...unsavedWork.keys()].map((save) => save())), limit]).then(close)
}

const request = async (blocked: () => void): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(databaseName, databaseVersion, {
    upgrade: (database, before, _next, transaction) => {
      // Where it is aborted, the opening itself fails and says so.
      transaction.done.catch(() => undefined)
      migrate(database, before)
    },
    blocked,
    blocking: giveWay,
    terminated: lose,
  })

/** Opens the database, however long that takes; where nothing answers at all it is asked again. */
const answer = (): Promise<IDBPDatabase<Schema>> =>
  new Promise((resolve, reject) => {
    let isSettled = false
    const tellWaiting = (cause: 'window' | 'browser'): void => {
      if (!isSettled) storage.set({ kind: 'waiting', cause })
    }
    const ask = (): void => {
      if (isSettled) return
      const told = setTimeout(() => tellWaiting('browser'), patience.told)
      const again = setTimeout(ask, patience.asked)
      const stop = (): void => {
        clearTimeout(told)
        clearTimeout(again)
      }
      const blocked = (): void => {
        stop()
        tellWaiting('window')
      }
      request(blocked).then(
        (database) => {
          stop()
          // An earlier request was answered meanwhile.
          if (isSettled) database.close()
          isSettled = true
          resolve(database)
        },
        (why: unknown) => {
          stop()
          isSettled = true
          reject(why)
        },
      )
    }
    ask()
  })

const isNamed = (why: unknown, ...names: readonly string[]): boolean => why instanceof Error && names.includes(why.name)

/** Whether the browser keeps nothing for this page at all: a private window of an older one, or storage that is off. */
const isOff = (why: unknown): boolean =>
  isNamed(why, 'SecurityError', 'InvalidStateError', 'NotAllowedError', 'NotSupportedError') ||
  (why instanceof Error && /denied|not allowed|disabled/i.test(why.message))

const openInMemory = async (cause: 'off' | 'failed'): Promise<IDBPDatabase<Schema>> => {
  const { provideMemory } = await import('./memory')
  if (!isMemory) {
    provideMemory()
    isMemory = true
    storage.set({ kind: 'memory', cause })
  }
  const database = await request(() => undefined)
  return database
}

const hasIndexedDb = (): boolean => {
  try {
    return typeof indexedDB === 'object' && indexedDB !== null
  } catch {
    return false
  }
}

const settle = async (): Promise<IDBPDatabase<Schema>> => {
  if (isMemory || !hasIndexedDb()) return openInMemory('off')
  const database = await answer().catch((why: unknown) => {
    if (isNamed(why, 'VersionError')) throw why
    // Some browsers refuse once, after they were woken or cleaned.
    return answer()
  })
  hasOpened = true
  storage.set({ kind: 'open' })
  return database
}

/** The connection, opened when it is first needed. Rejects where there is none; then the next call asks again. */
export const open = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= settle().catch((why: unknown) => {
    drop()
    if (isNamed(why, 'VersionError')) storage.set({ kind: 'newer', isOpen: hasOpened })
    else if (!hasOpened && isOff(why)) {
      opened = openInMemory('off')
      return opened
    } else if (!hasOpened) storage.set({ kind: 'failed', why })
    throw why
  })
  return opened
}

/** Goes on without the browser's store, which could not be opened; nothing in it is touched. */
export const goOnInMemory = async (): Promise<void> => {
  opened = openInMemory('failed')
  await opened
}

/** Forgets everything, for tests. */
export const forget = async (): Promise<void> => {
  const database = await opened?.catch(() => undefined)
  database?.close()
  drop()
  hasOpened = false
  storage.set({ kind: 'opening' })
  await deleteDB(databaseName)
}
