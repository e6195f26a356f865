import type { DBSchema, IDBPTransaction, StoreNames } from 'idb'
import type { UnitInfo } from '../report/blank'
import { drop, open } from './connection'
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

type Stores = readonly StoreNames<Schema>[]
type Work<S extends Stores, M extends IDBTransactionMode, T> = (
  transaction: IDBPTransaction<Schema, S, M>,
) => Promise<T>

const isClosed = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'AbortError')

/** A transaction that has not ended after so long never will: it is given up, so that another try can be made. */
const usualLimit = 30_000

const ended = async <T>(work: Promise<T>, limit: number, giveUp: () => void): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new DOMException('The transaction did not end.', 'TimeoutError'))
      giveUp()
    }, limit)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const run = async <S extends Stores, M extends IDBTransactionMode, T>(
  stores: S,
  mode: M,
  work: Work<S, M, T>,
  limit: number,
): Promise<T> => {
  const database = await open()
  // strict: an office PC loses power; the word 已保存 is only said after this is on the disk.
  const transaction = database.transaction(stores, mode, { durability: 'strict' })
  transaction.done.catch(() => undefined)
  const all = async (): Promise<T> => {
    const result = await work(transaction)
    await transaction.done
    return result
  }
  try {
    return await ended(all(), limit, () => {
      drop()
      database.close()
    })
  } catch (error) {
    try {
      transaction.abort()
    } catch {
      // It had ended by itself.
    }
    throw error
  }
}

/**
 * One transaction, retried once when the browser had closed the connection behind our back. One that takes more than `limit`
 * milliseconds rejects with TimeoutError: nobody knows whether it will be stored.
 */
export const inTransaction = async <S extends Stores, M extends IDBTransactionMode, T>(
  stores: S,
  mode: M,
  work: Work<S, M, T>,
  limit = usualLimit,
): Promise<T> => {
  try {
    return await run(stores, mode, work, limit)
  } catch (error) {
    if (!isClosed(error)) throw error
    drop()
    return run(stores, mode, work, limit)
  }
}

export { forget } from './connection'
