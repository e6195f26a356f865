import { openDB } from 'idb'
import { databaseName } from './connection'

/**
 * All that lies in the store, whatever copy of the app wrote it, as one JSON text: read only, in whatever version it has.
 * Rejects where there is no store or it cannot be read.
 */
export const rawCopy = async (now: number): Promise<string> => {
  const database = await openDB(databaseName, undefined, {
    // There is none: none is made either.
    upgrade: (_database, _before, _next, transaction) => transaction.abort(),
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
  })
  try {
    const names = Array.from(database.objectStoreNames)
    const transaction = database.transaction(names, 'readonly')
    const stores: Record<string, unknown> = {}
    for (const name of names) {
      const keys = await transaction.objectStore(name).getAllKeys()
      const values: readonly unknown[] = await transaction.objectStore(name).getAll()
      stores[name] = keys.map((key, index) => ({ key, value: values[index] }))
    }
    return JSON.stringify({
      type: `${databaseName}-raw`,
      at: new Date(now).toISOString(),
      version: database.version,
      stores,
    })
  } finally {
    database.close()
  }
}
