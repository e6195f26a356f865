import type { StoreNames } from 'idb'
import { inTransaction, type Schema } from './database'
import { isWholeIn } from './whole'

/** A stored record that cannot be read, as it lies in the store. */
export interface DamagedRecord {
  readonly store: StoreNames<Schema>
  readonly key: IDBValidKey
  readonly value: unknown
}

const stores = ['drafts', 'reviews', 'versions', 'units'] as const

/** All that lies in the store and is no record that this copy of the app can work with. */
export const listDamaged = (): Promise<readonly DamagedRecord[]> =>
  inTransaction(stores, 'readonly', async (tx) => {
    const found = await Promise.all(
      stores.map(async (store) => {
        const [keys, values] = await Promise.all([tx.objectStore(store).getAllKeys(), tx.objectStore(store).getAll()])
        return keys.flatMap((key, index): readonly DamagedRecord[] => {
          const value: unknown = values[index]
          return isWholeIn[store](value) ? [] : [{ store, key, value }]
        })
      }),
    )
    return found.flat()
  })

/** Removes a record that cannot be read. */
export const removeDamaged = ({ store, key }: DamagedRecord): Promise<void> =>
  inTransaction([store], 'readwrite', (tx) => tx.objectStore(store).delete(key as string))

/** Puts it back as it was. */
export const putDamaged = ({ store, value }: DamagedRecord): Promise<void> =>
  inTransaction([store], 'readwrite', async (tx) => {
    await tx.objectStore(store).put(value as never)
  })
