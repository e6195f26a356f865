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

/** Removes a record that cannot be read and gives it as it lay there; undefined where none does under its key any more. */
export const removeDamaged = ({ store, key }: DamagedRecord): Promise<DamagedRecord | undefined> =>
  inTransaction([store], 'readwrite', async (tx) => {
    const value: unknown = await tx.objectStore(store).get(key as string)
    if (value === undefined || isWholeIn[store](value)) return undefined
    await tx.objectStore(store).delete(key as string)
    return { store, key, value }
  })

/** Puts it back as it was; false where something else stands under its key by now. */
export const putDamaged = ({ store, key, value }: DamagedRecord): Promise<boolean> =>
  inTransaction([store], 'readwrite', async (tx) => {
    if ((await tx.objectStore(store).getKey(key as string)) !== undefined) return false
    await tx.objectStore(store).put(value as never)
    return true
  })
