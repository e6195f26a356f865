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
    const found: DamagedRecord[] = []
    // One request after the other: of several at once, those after one that fails would be left to nobody.
    for (const store of stores) {
      const keys = await tx.objectStore(store).getAllKeys()
      const values: readonly unknown[] = await tx.objectStore(store).getAll()
      for (const [index, key] of keys.entries())
        if (!isWholeIn[store](values[index])) found.push({ store, key, value: values[index] })
    }
    return found
  })

/** Removes a record that cannot be read. */
export const removeDamaged = ({ store, key }: DamagedRecord): Promise<void> =>
  inTransaction([store], 'readwrite', (tx) => tx.objectStore(store).delete(key as string))

/** Puts it back as it was. */
export const putDamaged = ({ store, value }: DamagedRecord): Promise<void> =>
  inTransaction([store], 'readwrite', async (tx) => {
    await tx.objectStore(store).put(value as never)
  })
