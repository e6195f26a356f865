import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { afterEach, describe, expect, test } from 'vitest'
import { formatById } from '../format'
import { together, progressOf } from '../report/progress'
import { stateOf } from '../review/state'
import { forget } from './database'
import { databaseName, databaseVersion } from './connection'
import { listDamaged } from './damaged'
import { contentOf, modern, type Draft } from './draft'
import { getReview, listReviews, saveReview } from './reviews'
import { tab } from './journal'
import { getPerson } from './settings'
import { getDraft, listDrafts, listUnits, saveContent } from './store'
import { getVersion, keepContent, listVersions } from './versions'

// Each file is a database as the app of that time left it: schema and records, made with the code of that time.
interface Golden {
  readonly name: string
  readonly version: number
  readonly stores: readonly {
    readonly name: string
    readonly keyPath: string | string[] | null
    readonly records: readonly {
      readonly key: IDBValidKey
      readonly value: Readonly<Record<string, unknown>> | string
    }[]
  }[]
}

const files = import.meta.glob<Golden>('./golden/v*.json', { import: 'default', eager: true })
const golden = Object.values(files).sort((a, b) => a.version - b.version)

const restore = async ({ name, version, stores }: Golden): Promise<void> => {
  const database = await openDB(name, version, {
    upgrade: (fresh) => {
      for (const { name: store, keyPath } of stores) fresh.createObjectStore(store, keyPath === null ? {} : { keyPath })
    },
  })
  for (const { name: store, keyPath, records } of stores)
    for (const { key, value } of records) await database.put(store, value, keyPath === null ? key : undefined)
  database.close()
}

const dump = async (): Promise<Readonly<Record<string, readonly unknown[]>>> => {
  const database = await openDB(databaseName)
  const all = await Promise.all(
    [...database.objectStoreNames].map(async (store) => [store, await database.getAll(store)] as const),
  )
  database.close()
  return Object.fromEntries(all)
}

const recordsOf = ({ stores }: Golden, store: string) => stores.find(({ name }) => name === store)?.records ?? []

const recordsIn = (one: Golden, store: string): readonly Draft[] =>
  recordsOf(one, store).map(({ value }) => value as unknown as Draft)

afterEach(forget)

test('every version of the database has its golden file, the present one too', () => {
  expect(golden.map(({ version }) => version)).toEqual(Array.from({ length: databaseVersion }, (_, at) => at + 1))
  expect(golden.map(({ name }) => name)).toEqual(golden.map(() => databaseName))
})

describe.each(golden.map((one) => [`version ${one.version}`, one] as const))('a database of %s', (_, one) => {
  test('is opened with every record as it was', async () => {
    await restore(one)
    const before = await dump()
    await listDrafts()
    const after = await dump()
    for (const [store, records] of Object.entries(before)) expect(after[store]).toEqual(records)
    expect(await listDamaged()).toEqual([])
  })

  test('each draft, version, unit, report under review and setting reads as before', async () => {
    await restore(one)
    const drafts = recordsIn(one, 'drafts')
    expect((await listDrafts()).map(({ id }) => id).sort()).toEqual(drafts.map(({ id }) => id).sort())
    for (const draft of drafts) {
      expect(await getDraft(draft.id)).toEqual(modern(draft))
      const format = formatById(draft.format)!
      expect(together(Object.values(progressOf(format, draft.typed))).of).toBeGreaterThan(100)
      // A final copy is still what was made final.
      if (draft.final) expect(stateOf(format, draft.typed, draft.accepted).digest).toBe(draft.final.digest)
    }
    expect(drafts.some(({ final }) => final !== null)).toBe(true)
    for (const { key, value } of recordsOf(one, 'versions')) {
      const [draft, at] = key as [string, number]
      const version = value as unknown as { record: Draft }
      expect(await getVersion(draft, at)).toEqual({ ...version, record: modern(version.record) })
    }
    const agencies = recordsOf(one, 'units').map(({ value }) => (value as unknown as Draft['typed']).agency.name)
    expect((await listUnits()).map(({ agency }) => agency.name).sort()).toEqual([...new Set(agencies)].sort())
    for (const copy of recordsIn(one, 'reviews')) expect(await getReview(copy.id)).toEqual(copy)
    const person = recordsOf(one, 'settings').find(({ key }) => key === 'person')?.value ?? ''
    expect(await getPerson()).toBe(person)
  })

  test('is worked with on, and nothing else of it changes', async () => {
    await restore(one)
    const before = await dump()
    for (const draft of await listDrafts()) {
      const typed = { ...draft.typed, title: `${draft.typed.title}（改）` }
      const content = { ...contentOf(draft), typed }
      await keepContent(draft.id, contentOf(draft), { why: 'bulk' }, Date.now())
      expect(await saveContent(draft.id, draft.revision, content, 9)).toMatchObject({ typed, changedAt: 9 })
      expect(await getDraft(draft.id)).toEqual({
        ...draft,
        typed,
        changedAt: 9,
        revision: draft.revision + 1,
        savedBy: { [tab]: draft.revision + 1 },
      })
    }
    for (const copy of await listReviews()) {
      const saved = await saveReview(copy, { review: copy.review, unsent: { whole: '再看看' }, known: {} }, 9)
      expect(saved).toEqual({
        ...copy,
        unsent: { ...copy.unsent, whole: '再看看' },
        revision: copy.revision + 1,
        changedAt: 9,
      })
    }
    const after = await dump()
    expect(after['versions']).toEqual(expect.arrayContaining([...(before['versions'] ?? [])]))
    for (const draft of recordsIn(one, 'drafts')) expect(await listVersions(draft.id)).not.toEqual([])
  })
})
