import { inTransaction } from '../database'
import { everyUnsent } from '../unsent-record'
import type { UnsentTexts } from '../unsent-texts'
import type { Sifted } from './contents'
import { isOwn, sift } from './records'

export const everyStore = ['drafts', 'versions', 'units', 'reviews', 'settings'] as const

interface Kept {
  readonly drafts: readonly unknown[]
  readonly versions: readonly unknown[]
  readonly units: readonly unknown[]
  readonly reviews: readonly unknown[]
  readonly settings: readonly { readonly key: string; readonly value: unknown }[]
  readonly unsent: readonly UnsentTexts[]
}

interface Readable {
  objectStore(name: (typeof everyStore)[number]): {
    getAll(): Promise<readonly unknown[]>
    getAllKeys(): Promise<readonly unknown[]>
  }
}

/** All records of a transaction over every store, as they are stored, and the replies that are being written. */
export const allIn = async (tx: Readable): Promise<Kept> => {
  // One after the other: where one fails none of the others is left behind without anybody to hear of it.
  const drafts = await tx.objectStore('drafts').getAll()
  const versions = await tx.objectStore('versions').getAll()
  const units = await tx.objectStore('units').getAll()
  const reviews = await tx.objectStore('reviews').getAll()
  const keys = await tx.objectStore('settings').getAllKeys()
  const values = await tx.objectStore('settings').getAll()
  const settings = keys.map((key, index) => ({ key: String(key), value: values[index] }))
  return {
    drafts,
    versions,
    units,
    reviews,
    settings: settings.filter(({ key }) => !isOwn(key)),
    unsent: everyUnsent(settings),
  }
}

/** All that this computer keeps, as it stands at one moment. */
export const gather = async (): Promise<Sifted> => sift(await inTransaction(everyStore, 'readonly', allIn))
