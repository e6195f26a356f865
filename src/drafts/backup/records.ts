import { fileLimits } from '../../report/json'
import { jsonFlaw } from '../../report/json-flaw'
import type { Draft } from '../draft'
import { isDraft, isReviewCopy, isUnit, isVersion } from '../whole'
import type { Contents, Damaged, Sifted, StoreName } from './contents'

const id = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/

const isId = (value: unknown): boolean => typeof value === 'string' && id.test(value)

/** A record of a report, which has the report's own id. */
const isOfItself = (record: Pick<Draft, 'id' | 'typed'>): boolean => isId(record.id) && record.typed.id === record.id

/** Settings that mean something on this computer alone, as the folder of the copies: none goes into a backup or comes out of one. */
export const isOwn = (key: string): boolean => key.startsWith('here:')

const isSetting = (value: unknown): boolean => {
  const key: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'key') : undefined
  return typeof key === 'string' && key !== '' && key.length <= 200 && !isOwn(key)
}

const isUnsent = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || !isId(Reflect.get(value, 'draft'))) return false
  const texts: unknown = Reflect.get(value, 'texts')
  return (
    typeof texts === 'object' &&
    texts !== null &&
    !Array.isArray(texts) &&
    Object.values(texts).every((text) => typeof text === 'string')
  )
}

/** Whether a record of a store can be worked with, and stands under the key that it should. */
const isGoodIn = {
  drafts: (value) => isDraft(value) && isOfItself(value),
  versions: (value) => isVersion(value) && isOfItself(value.record) && value.record.id === value.draft,
  units: (value) => isUnit(value) && isId(value.draft),
  reviews: (value) => isReviewCopy(value) && isOfItself(value),
  settings: isSetting,
  unsent: isUnsent,
} as const satisfies Readonly<Record<StoreName, (value: unknown) => boolean>>

const keys = {
  drafts: ['id'],
  versions: ['draft', 'at'],
  units: ['draft'],
  reviews: ['id'],
  settings: ['key'],
  unsent: ['draft'],
} as const satisfies Readonly<Record<StoreName, readonly string[]>>

export const storeNames = Object.keys(keys) as readonly StoreName[]

/** What tells a record from all others of its store, as text; whatever stands there. */
export const keyOf = (store: StoreName, value: unknown): string =>
  keys[store]
    .map((key) => {
      const part: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
      return typeof part === 'string' || typeof part === 'number' ? String(part) : ''
    })
    .join(' ')

/** A record in a list of a file stands that deep already. */
const room = fileLimits.depth - 4

const textOf = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return String(value)
  }
}

/**
 * Tells the records of each store that are what they should be from those that are not, which become texts: a damaged one
 * keeps none of the others from being read. What is given back is what was given, whole.
 */
export const sift = (raw: Readonly<Record<StoreName, readonly unknown[]>>): Sifted => {
  const damaged: Damaged[] = []
  const good = (store: StoreName): readonly unknown[] =>
    raw[store].filter((value) => {
      const written = textOf(value)
      const isGood = isGoodIn[store](value) && jsonFlaw(written, room) === undefined
      if (!isGood) damaged.push({ store, key: keyOf(store, value), text: written })
      return isGood
    })
  const contents = Object.fromEntries(storeNames.map((store) => [store, good(store)]))
  return { contents: contents as unknown as Contents, damaged }
}
