import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb'
import type { UnitInfo } from '../report/blank'
import type { Draft } from './draft'
import type { ReviewCopy } from './review-copy'

/**
 * A report as it stood at a time; `why` says on what occasion it was kept, `detail` more of that, `name` what somebody
 * called it.
 */
export interface Version {
  readonly draft: string
  readonly at: number
  /** One of Why, or a word of an older copy of the app. */
  readonly why: string
  readonly detail?: string
  readonly name?: string
  readonly record: Draft
}

/** A unit's basic information for its next report, as a draft last had it; it outlives the draft. */
export interface Unit extends UnitInfo {
  readonly draft: string
  readonly at: number
  /** Why its reports need no approval, and who said so; left out where they do. */
  readonly waiver?: { readonly by: string; readonly text: string }
}

export interface Schema extends DBSchema {
  drafts: { key: string; value: Draft }
  versions: { key: [string, number]; value: Version }
  units: { key: string; value: Unit }
  reviews: { key: string; value: ReviewCopy }
  settings: { key: string; value: unknown }
}

const name = 'gov-info-disclosure-annual-report'

let opened: Promise<IDBPDatabase<Schema>> | undefined

const drop = (): void => {
  opened = undefined
}

const open = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>(name, 2, {
    // Each step only adds: records of older copies are read as they are.
    upgrade: (database, before) => {
      if (before < 1) {
        database.createObjectStore('drafts', { keyPath: 'id' })
        database.createObjectStore('versions', { keyPath: ['draft', 'at'] })
        database.createObjectStore('units', { keyPath: 'draft' })
      }
      if (before < 2) {
        database.createObjectStore('reviews', { keyPath: 'id' })
        database.createObjectStore('settings')
      }
    },
    // A newer copy of the app waits for this one: give way, and open again when next needed.
    blocking: (_current, _blocked, event) => {
      ;(event.target as IDBDatabase).close()
      drop()
    },
    terminated: drop,
  }).catch((error: unknown) => {
    drop()
    throw error
  })
  return opened
}

type Stores = readonly StoreNames<Schema>[]
type Work<S extends Stores, M extends IDBTransactionMode, T> = (
  transaction: IDBPTransaction<Schema, S, M>,
) => Promise<T>

const isClosed = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'AbortError')

const run = async <S extends Stores, M extends IDBTransactionMode, T>(
  stores: S,
  mode: M,
  work: Work<S, M, T>,
): Promise<T> => {
  const database = await open()
  // strict: an office PC loses power; the word 已保存 is only said after this is on the disk.
  const transaction = database.transaction(stores, mode, { durability: 'strict' })
  try {
    const result = await work(transaction)
    await transaction.done
    return result
  } catch (error) {
    transaction.done.catch(() => undefined)
    try {
      transaction.abort()
    } catch {
      // It had ended by itself.
    }
    throw error
  }
}

/** One transaction, retried once when the browser had closed the connection behind our back. */
export const inTransaction = async <S extends Stores, M extends IDBTransactionMode, T>(
  stores: S,
  mode: M,
  work: Work<S, M, T>,
): Promise<T> => {
  try {
    return await run(stores, mode, work)
  } catch (error) {
    if (!isClosed(error)) throw error
    drop()
    return run(stores, mode, work)
  }
}

/** Forgets everything, for tests. */
export const forget = async (): Promise<void> => {
  const database = await opened
  database?.close()
  drop()
  await deleteDB(name)
}
