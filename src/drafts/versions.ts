import canonicalize from 'canonicalize'
import type { IDBPObjectStore } from 'idb'
import { formatById } from '../format'
import { merge } from '../review/review'
import { inTransaction, type Schema, type Version } from './database'
import { contentOf, modern, type Content, type Draft } from './draft'
import { isTold, type Marked, type Occasion } from './occasion'
import { isSameDay, superfluous } from './thinning'
import { unitOf } from './unit-of'
import { isDraft, isVersion } from './whole'
import { spell } from './work-clock'

/** What the list of versions shows of each. */
export interface KeptVersion extends Marked {
  readonly detail?: string
  /** How much room it takes, in bytes. */
  readonly bytes: number
}

/** The longest name of a version, in UTF-16 units. */
export const longestVersionName = 60

type VersionStore = Pick<
  IDBPObjectStore<Schema, ['versions'], 'versions', 'readwrite'>,
  'get' | 'getKey' | 'getAll' | 'getAllKeys' | 'put' | 'delete'
>

const allOf = (draft: string): IDBKeyRange => IDBKeyRange.bound([draft, -Infinity], [draft, Infinity])

const newestOf = async (
  store: Pick<VersionStore, 'get' | 'getAllKeys'>,
  draft: string,
): Promise<Version | undefined> => {
  const keys = await store.getAllKeys(allOf(draft))
  const last = keys[keys.length - 1]
  const newest = last && (await store.get(last))
  return isVersion(newest) ? newest : undefined
}

/** Whether a draft that is gone was deleted in the app, at this revision or a later one. */
export const wasDeleted = async (
  store: Pick<VersionStore, 'getAll'>,
  draft: string,
  revision: number,
): Promise<boolean> =>
  (await store.getAll(allOf(draft))).some(
    (version) => isVersion(version) && version.why === 'deleted' && version.record.revision >= revision,
  )

/** Whether two records of a draft have the same content, whatever they are called. */
export const isSameContent = (a: Draft, b: Draft): boolean =>
  a.format === b.format && canonicalize(contentOf(modern(a))) === canonicalize(contentOf(modern(b)))

const isSame = (a: Draft, b: Draft): boolean => a.name === b.name && isSameContent(a, b)

/**
 * Keeps a record as a version, in the transaction of whoever asks; gives its time, or that of the newest one where that has
 * the same content. No version takes the place of another. What is superfluous goes with the first version of a day: on the
 * same day nothing more can become so.
 */
export const addVersion = async (
  store: VersionStore,
  record: Draft,
  occasion: Occasion,
  now: number,
): Promise<number> => {
  const { id: draft } = record
  const newest = await newestOf(store, draft)
  // What is deleted again stands at a later revision, by which a window that has it open knows of it.
  const isLater = occasion.why === 'deleted' && newest !== undefined && newest.record.revision < record.revision
  if (newest && !isLater && isDraft(record) && isSame(newest.record, record) && isTold(occasion, newest))
    return newest.at
  let at = now
  while ((await store.getKey([draft, at])) !== undefined) at += 1
  await store.put({ draft, at, ...occasion, record })
  if (newest && !isSameDay(newest.at, now))
    for (const gone of superfluous(await store.getAll(allOf(draft)), now)) await store.delete([draft, gone])
  return at
}

/**
 * Keeps exactly this content of a draft as a version. `now` is when it stood so. Gives the time of the version that holds it;
 * undefined where nothing is known of the draft.
 */
export const keepContent = (
  id: string,
  content: Content,
  occasion: Occasion,
  now: number,
): Promise<number | undefined> =>
  inTransaction(['drafts', 'versions'] as const, 'readwrite', async (tx) => {
    const versions = tx.objectStore('versions')
    const stored = (await tx.objectStore('drafts').get(id)) ?? (await newestOf(versions, id))?.record
    return isDraft(stored) ? addVersion(versions, { ...stored, ...contentOf(content) }, occasion, now) : undefined
  })

/**
 * Keeps a draft as it was when its editor opened, of the time of its last change, where the newest version is older than a
 * quarter of an hour: work in many short sittings leaves versions too.
 */
export const keepOpened = (draft: Draft, now: number): Promise<number | undefined> =>
  inTransaction(['drafts', 'versions'] as const, 'readwrite', async (tx) => {
    const versions = tx.objectStore('versions')
    const keys = await versions.getAllKeys(allOf(draft.id))
    const last = keys[keys.length - 1]?.[1] ?? draft.createdAt
    if (now - last < spell || !(await tx.objectStore('drafts').get(draft.id))) return undefined
    return addVersion(versions, draft, { why: 'work' }, draft.changedAt)
  })

const bytesOf = (record: Draft): number => new TextEncoder().encode(JSON.stringify(record)).length

/** The versions of a draft, the newest first. */
export const listVersions = async (draft: string): Promise<readonly KeptVersion[]> => {
  const all = await inTransaction(['versions'] as const, 'readonly', (tx) =>
    tx.objectStore('versions').getAll(allOf(draft)),
  )
  return all
    .filter(isVersion)
    .map(({ record, ...kept }) => ({ ...kept, bytes: bytesOf(record) }))
    .reverse()
}

/** One version; undefined where it is not kept any longer. */
export const getVersion = async (draft: string, at: number): Promise<Version | undefined> => {
  const version = await inTransaction(['versions'] as const, 'readonly', (tx) =>
    tx.objectStore('versions').get([draft, at]),
  )
  return isVersion(version) ? { ...version, record: modern(version.record) } : undefined
}

/** Gives a version a name, or with '' takes it away; a version with a name is kept for ever. */
export const nameVersion = (draft: string, at: number, name: string): Promise<void> =>
  inTransaction(['versions'] as const, 'readwrite', async (tx) => {
    const version = await tx.objectStore('versions').get([draft, at])
    if (!isVersion(version)) return
    const { name: _, ...rest } = version
    await tx.objectStore('versions').put(name === '' ? rest : { ...rest, name })
  })

/** A draft after a version was restored, and the time of the version that holds what was there before. */
export interface Restored {
  readonly draft: Draft
  readonly before: number
}

/**
 * Makes a draft what it was in a version, as a new step: what is there now is kept as a version, the review keeps what either
 * knows, and a final copy is a draft again. An open editor is overtaken. Gives undefined where draft or version are not there,
 * or this copy of the app does not know the version's format.
 */
export const restoreVersion = (id: string, at: number, now: number): Promise<Restored | undefined> =>
  inTransaction(['drafts', 'versions', 'units'] as const, 'readwrite', async (tx) => {
    const versions = tx.objectStore('versions')
    const stored = await tx.objectStore('drafts').get(id)
    const version = await versions.get([id, at])
    if (!isDraft(stored) || !isVersion(version) || !formatById(version.record.format)) return undefined
    const [present, past] = [modern(stored), modern(version.record)]
    const before = await addVersion(versions, present, { why: 'restored' }, now)
    const draft: Draft = {
      ...present,
      format: past.format,
      typed: past.typed,
      filled: past.filled,
      accepted: past.accepted,
      review: merge(present.review, past.review),
      final: null,
      revision: present.revision + 1,
      changedAt: now,
    }
    await tx.objectStore('drafts').put(draft)
    await tx.objectStore('units').put(unitOf(draft))
    return { draft, before }
  })
