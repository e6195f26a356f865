import 'fake-indexeddb/auto'
import { forceCloseDatabase } from 'fake-indexeddb'
import { deleteDB, openDB } from 'idb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import type { TypedReport } from '../report/report'
import { createAutosave, type SaveState } from './autosave'
import { forget, inTransaction } from './database'
import { asCopy, newDraft, type Content, type Draft } from './draft'
import { tab } from './journal'
import {
  AlreadyHere,
  isDeleted,
  getDraft,
  listDrafts,
  listUnits,
  Overtaken,
  putDraft,
  removeDraft,
  renameDraft,
  saveContent,
} from './store'
import { append, noReview } from '../review/review'
import { storageNews } from './storage'
import { keepContent } from './versions'

const databaseName = 'gov-info-disclosure-annual-report'

const report = (unit: string, id: string): TypedReport => ({
  ...blankReport(format2021, 2023, { ...blankUnit, agency: { ...blankUnit.agency, name: unit } }),
  id,
})

const draftOf = (id: string, unit = '示例市数据管理局', now = 1_000): Draft =>
  newDraft(format2021.id, report(unit, id), now)

const emptied = { filled: [], accepted: [], review: noReview, final: null } as const

const contentOf = (draft: Draft, title: string): Content => ({
  ...emptied,
  typed: { ...draft.typed, title },
  filled: draft.filled,
})

/** Everything in one store of the database, as another program would see it. */
const peek = async (store: string): Promise<readonly unknown[]> => {
  const database = await openDB(databaseName)
  const all = await database.getAll(store)
  database.close()
  return all
}

/** The connection that the store uses. */
const connection = async (): Promise<IDBDatabase> => {
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction')
  await listDrafts()
  const [database] = spy.mock.contexts as readonly unknown[]
  spy.mockRestore()
  return database as IDBDatabase
}

afterEach(async () => {
  vi.restoreAllMocks()
  await forget()
})

describe('a draft that is not expected to be there', () => {
  test.each(['opened', 'restored'] as const)(
    'is not written over by one that is %s: who does so is told',
    async (origin) => {
      const draft = draftOf('r1')
      await putDraft(draft, 'created')
      const saved = await saveContent('r1', 1, contentOf(draft, '新写的'), 5)
      await expect(putDraft({ ...draft, typed: { ...draft.typed, title: '旧的' } }, origin)).rejects.toBeInstanceOf(
        AlreadyHere,
      )
      expect(await getDraft('r1')).toEqual(saved)
      expect(await peek('versions')).toEqual([])
    },
  )

  test('is left as it stands where it has the same content', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    await putDraft({ ...draft, name: '副本', revision: 7 }, 'restored')
    await putDraft(draft, 'opened')
    expect(await getDraft('r1')).toEqual(draft)
    expect(await peek('versions')).toEqual([])
  })
})

describe('keeping a draft', () => {
  test('it is found again as it was, each figure as typed', async () => {
    const draft = draftOf('r1')
    const { requests } = draft.typed.cells
    const typed = {
      ...draft.typed,
      cells: { ...draft.typed.cells, requests: { ...requests, received: { natural: ' １２ ', business: '1.2万' } } },
    }
    await putDraft({ ...draft, typed }, 'created')
    expect(await getDraft('r1')).toEqual({ ...draft, typed })
    expect(await getDraft('r2')).toBeUndefined()
  })

  test('the list begins with the last changed', async () => {
    for (const [id, changedAt] of [
      ['r1', 20],
      ['r2', 30],
      ['r3', 10],
    ] as const)
      await putDraft({ ...draftOf(id), changedAt }, 'created')
    expect((await listDrafts()).map(({ id }) => id)).toEqual(['r2', 'r1', 'r3'])
    await saveContent('r3', 1, contentOf(draftOf('r3'), '新标题'), 40)
    expect((await listDrafts()).map(({ id }) => id)).toEqual(['r3', 'r2', 'r1'])
  })

  test('a save changes the content, counts up the revision, and keeps all else', async () => {
    const accepted = [
      { check: 'C2', at: ['requests.granted.natural'], values: ['5'], reason: '申请人撤回后又重新提交' },
    ]
    const draft: Draft = { ...draftOf('r1'), name: '送审稿' }
    await putDraft(draft, 'created')
    const content: Content = {
      typed: { ...draft.typed, title: '新标题' },
      filled: ['requests.granted.natural'],
      accepted,
      review: append(noReview, '李审核', 1_000, { kind: 'waive', text: '本单位年报由办公室直接签发' }),
      final: null,
    }
    const saved = await saveContent('r1', 1, content, 2_000)
    expect(saved).toEqual({ ...draft, ...content, savedBy: { [tab]: 2 }, revision: 2, changedAt: 2_000 })
    expect(await getDraft('r1')).toEqual(saved)
  })

  test('a record knows the last sittings that saved it and what each made; a copy knows none of them', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    const save = (id: string, revision: number, by: string): Promise<Draft> =>
      saveContent(id, revision, draft, 2_000, { by })
    for (let sitting = 1; sitting <= 65; sitting += 1) await save('r1', sitting, `w${sitting}`)
    const last = await save('r1', 66, 'w20')
    expect(Object.keys(last.savedBy ?? {})).toHaveLength(60)
    expect(last.savedBy).toMatchObject({ w65: 66, w20: 67 })
    expect(last.savedBy).not.toHaveProperty('w5')
    const copy = asCopy(last, 3_000)
    await putDraft(copy, 'duplicated')
    expect((await save(copy.id, 1, 'w30')).savedBy).toEqual({ w30: 2 })
  })
})

test('what a unit’s report had while the clock was ahead gives way to what was stored by the right clock', async () => {
  const ahead = Date.now() + 40 * 86_400_000
  const known = (id: string, address: string, now: number): Draft => {
    const draft = draftOf(id, '示例市水务局', now)
    return { ...draft, typed: { ...draft.typed, agency: { ...draft.typed.agency, address } } }
  }
  await putDraft(known('r1', '旧地址', ahead), 'created')
  await putDraft(known('r2', '新地址', Date.now()), 'created')
  expect((await listUnits()).map(({ agency }) => agency.address)).toEqual(['新地址'])
  await putDraft(known('r3', '刚写的地址', Date.now() + 7 * 3_600_000), 'created')
  expect((await listUnits()).map(({ agency }) => agency.address)).toEqual(['刚写的地址'])
  // By a clock that fell back all of them are ahead: the newest counts.
  vi.spyOn(Date, 'now').mockReturnValue(1_000)
  expect((await listUnits()).map(({ agency }) => agency.address)).toEqual(['旧地址'])
})

describe('two windows with one draft', () => {
  test('a save that knows an older revision is refused and changes nothing', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    const first = await saveContent('r1', 1, contentOf(draft, '先存的'), 2_000)
    await expect(saveContent('r1', 1, contentOf(draft, '后存的'), 3_000)).rejects.toThrow(Overtaken)
    expect(await getDraft('r1')).toEqual(first)
    expect((await listUnits())[0]?.at).toBe(2_000)
  })

  test('of two saves at once on the same revision exactly one is kept', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    const both = await Promise.allSettled(['甲', '乙'].map((title) => saveContent('r1', 1, contentOf(draft, title), 5)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await getDraft('r1')).toMatchObject({ revision: 2, typed: { title: '甲' } })
  })

  test('a draft that was removed is not brought back by a save', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    await removeDraft('r1')
    await expect(saveContent('r1', 1, contentOf(draft, '标题'), 2_000)).rejects.toThrow(Overtaken)
    expect(await listDrafts()).toEqual([])
  })

  test('a record put in its place overtakes an open editor', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    await putDraft({ ...draft, name: '另一份' }, 'replaced')
    await expect(saveContent('r1', 1, contentOf(draft, '标题'), 2_000)).rejects.toThrow(Overtaken)
  })
})

describe('removing and replacing', () => {
  test('removing gives the record, and putting it back makes all as before', async () => {
    const draft: Draft = { ...draftOf('r1'), revision: 7, name: '初稿' }
    await putDraft(draft, 'created')
    const removed = await removeDraft('r1')
    expect(removed).toEqual(draft)
    expect(await listDrafts()).toEqual([])
    await putDraft(removed!, 'restored')
    expect(await getDraft('r1')).toEqual(draft)
    expect(await peek('versions')).toEqual([{ draft: 'r1', at: expect.any(Number), why: 'deleted', record: draft }])
  })

  test('another name changes nothing else, so that an open editor goes on undisturbed', async () => {
    const draft: Draft = { ...draftOf('r1'), revision: 7 }
    await putDraft(draft, 'created')
    await renameDraft('r1', '送审稿')
    expect(await getDraft('r1')).toEqual({ ...draft, name: '送审稿' })
    expect(await saveContent('r1', 7, draft, 9)).toMatchObject({ revision: 8, name: '送审稿' })
  })

  test('that a draft was deleted is known of the revision at which it was last deleted', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    const first = await removeDraft('r1')
    await putDraft(first!, 'restored')
    // Something was typed and taken back.
    await saveContent('r1', 1, draft, 5)
    await saveContent('r1', 2, draft, 6)
    await removeDraft('r1')
    expect([await isDeleted('r1', 1), await isDeleted('r1', 3), await isDeleted('r1', 4)]).toEqual([true, true, false])
  })

  test('what is not there gets no name, and that is told', async () => {
    expect(await renameDraft('r1', '送审稿')).toBe(false)
    await putDraft(draftOf('r1'), 'created')
    expect(await renameDraft('r1', '送审稿')).toBe(true)
  })

  test('removing what is not there gives nothing', async () => {
    expect(await removeDraft('r1')).toBeUndefined()
  })

  test('a record that is replaced becomes a version', async () => {
    const old: Draft = { ...draftOf('r1'), revision: 4 }
    await putDraft(old, 'created')
    await putDraft({ ...draftOf('r1'), name: '导入的' }, 'replaced')
    expect(await getDraft('r1')).toMatchObject({ name: '导入的', revision: 5 })
    const at = expect.any(Number)
    expect(await peek('versions')).toEqual([
      { draft: 'r1', at, why: 'replaced', record: old },
      { draft: 'r1', at, why: 'imported', record: await getDraft('r1') },
    ])
  })
})

describe('the units that had a report', () => {
  test('are remembered newest first, each once and as it was last', async () => {
    await putDraft(draftOf('r1', '示例市数据管理局', 10), 'created')
    await putDraft(draftOf('r2', '示例市统计局', 30), 'created')
    const later = draftOf('r3', ' 示例市数据管理局 ', 20)
    await putDraft(
      { ...later, typed: { ...later.typed, agency: { ...later.typed.agency, phone: '0000-1' } } },
      'created',
    )
    const units = await listUnits()
    expect(units.map(({ agency }) => agency.name.trim())).toEqual(['示例市统计局', '示例市数据管理局'])
    expect(units[1]?.agency.phone).toBe('0000-1')
    expect(units[1]).toMatchObject({ headings: 'ownLine', signature: { name: '', place: 'end' } })
  })

  test('follow what is saved', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    const agency = { ...draft.typed.agency, name: '示例市大数据局' }
    await saveContent('r1', 1, { ...emptied, typed: { ...draft.typed, agency } }, 2_000)
    expect((await listUnits()).map(({ agency: { name } }) => name)).toEqual(['示例市大数据局'])
  })

  test('outlive the draft', async () => {
    await putDraft(draftOf('r1'), 'created')
    await removeDraft('r1')
    expect((await listUnits()).map(({ agency }) => agency.name)).toEqual(['示例市数据管理局'])
  })

  test('without a name are not offered', async () => {
    await putDraft(draftOf('r1', ' '), 'created')
    expect(await listUnits()).toEqual([])
  })
})

describe('what is said to be stored', () => {
  test('every transaction asks the disk to confirm', async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    await saveContent('r1', 1, contentOf(draft, '标题'), 2_000)
    await removeDraft('r1')
    const writing = asked.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writing).toHaveLength(3)
    for (const [, , options] of writing) expect(options).toMatchObject({ durability: 'strict' })
  })

  /** Lets so many transactions fail after all their requests had succeeded, as when the disk is full. */
  const failAtTheEnd = (times: number) => {
    const { put } = IDBObjectStore.prototype
    let left = times
    return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      const request = put.apply(this, given)
      if (this.name === 'units' && left > 0) {
        left -= 1
        request.addEventListener('success', () => this.transaction.abort())
      }
      return request
    })
  }

  test('a save whose transaction does not complete is no save', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    failAtTheEnd(2)
    await expect(saveContent('r1', 1, contentOf(draft, '标题'), 2_000)).rejects.toThrow()
    expect(await getDraft('r1')).toEqual(draft)
    expect(await saveContent('r1', 1, contentOf(draft, '标题'), 3_000)).toMatchObject({ revision: 2 })
  })

  test('one that the browser broke off is done once more', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    failAtTheEnd(1)
    expect(await saveContent('r1', 1, contentOf(draft, '标题'), 2_000)).toMatchObject({ revision: 2 })
    expect(await getDraft('r1')).toMatchObject({ revision: 2, typed: { title: '标题' } })
  })

  test('a put that fails leaves the old record whole and makes no version', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    const broken = { ...draftOf('r1', '示例市统计局'), name: (() => 'cannot be stored') as unknown as string }
    await expect(putDraft(broken, 'replaced')).rejects.toThrow()
    expect(await getDraft('r1')).toEqual(draft)
    expect(await peek('versions')).toEqual([])
    expect((await listUnits()).map(({ agency }) => agency.name)).toEqual(['示例市数据管理局'])
  })
})

describe('a connection lost behind its back', () => {
  test('closed: the next call opens another and succeeds', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    const database = await connection()
    database.close()
    expect(await saveContent('r1', 1, contentOf(draft, '标题'), 2_000)).toMatchObject({ revision: 2 })
    expect(await connection()).not.toBe(database)
  })

  test('ended by the browser: the next call opens another', async () => {
    await putDraft(draftOf('r1'), 'created')
    const database = await connection()
    forceCloseDatabase(database as unknown as Parameters<typeof forceCloseDatabase>[0])
    expect(await connection()).not.toBe(database)
    expect(await listDrafts()).toHaveLength(1)
  })

  test('asked to give way by another copy of the program, it does, and opens again when needed', async () => {
    await putDraft(draftOf('r1'), 'created')
    const blocked = vi.fn()
    await deleteDB(databaseName, { blocked })
    expect(blocked).not.toHaveBeenCalled()
    expect(await listDrafts()).toEqual([])
    await putDraft(draftOf('r2'), 'created')
    expect((await listDrafts()).map(({ id }) => id)).toEqual(['r2'])
  })

  test('a database that stays closed is tried twice and then told', async () => {
    await listDrafts()
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('closed', 'InvalidStateError')
    })
    await expect(putDraft(draftOf('r1'), 'created')).rejects.toThrow('closed')
    expect(asked).toHaveBeenCalledTimes(2)
  })

  test('a database that cannot be opened is told, and asked for again next time', async () => {
    const newer = await openDB(databaseName, 99)
    newer.close()
    await expect(listDrafts()).rejects.toMatchObject({ name: 'VersionError' })
    await deleteDB(databaseName)
    expect(await listDrafts()).toEqual([])
  })
})

describe('a store that another program cleared while an editor is open', () => {
  const draft = { ...draftOf('r1'), name: '初稿', revision: 4 }

  afterEach(() => storageNews.set(null))

  const clear: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'the record is missing',
      () => inTransaction(['drafts'] as const, 'readwrite', (tx) => tx.objectStore('drafts').clear()),
    ],
    ['the database is deleted', () => deleteDB(databaseName)],
    [
      'all site data is gone, and the connection with it',
      async () => {
        forceCloseDatabase((await connection()) as unknown as Parameters<typeof forceCloseDatabase>[0])
        await deleteDB(databaseName)
      },
    ],
  ]

  test.each(clear)('%s: the next save puts the whole record back, and that is told', async (_, clearIt) => {
    await putDraft(draft, 'created')
    await clearIt()
    expect(await saveContent('r1', 4, contentOf(draft, '刚写的'), 2_000, { opened: draft })).toEqual({
      ...draft,
      typed: { ...draft.typed, title: '刚写的' },
      revision: 5,
      changedAt: 2_000,
      savedBy: { [tab]: 5 },
    })
    expect(await getDraft('r1')).toMatchObject({ name: '初稿', typed: { title: '刚写的' } })
    expect(await listUnits()).toHaveLength(1)
    expect(storageNews.get()).toBe('cleared')
    await saveContent('r1', 5, contentOf(draft, '接着写'), 3_000, { opened: draft })
    expect(await listDrafts()).toHaveLength(1)
  })

  test('a draft that was deleted in the app is not brought back, and told as that', async () => {
    await putDraft(draft, 'created')
    await keepContent('r1', contentOf(draft, draft.typed.title), { why: 'final' }, 1_500)
    await removeDraft('r1')
    await expect(saveContent('r1', 4, contentOf(draft, '标题'), 2_000, { opened: draft })).rejects.toMatchObject({
      name: 'Overtaken',
      how: 'deleted',
    })
    expect(await listDrafts()).toEqual([])
    expect(storageNews.get()).toBeNull()
  })
})

describe('a save that gets no answer', () => {
  /** The transaction completes, and nobody is told. */
  const saveUnanswered = async (draft: Draft, title: string, now: number): Promise<void> => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const listen = vi.spyOn(IDBTransaction.prototype, 'addEventListener').mockImplementation(() => undefined)
    const save = saveContent('r1', 1, contentOf(draft, title), now).catch((why: unknown) => why)
    for (let round = 0; round < 40; round += 1) await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await save).toMatchObject({ name: 'TimeoutError' })
    listen.mockRestore()
    vi.useRealTimers()
  }

  test('is given up, and when it was stored all the same the next one builds on it', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    await saveUnanswered(draft, '甲', 2_000)
    expect(await getDraft('r1')).toMatchObject({ revision: 2, typed: { title: '甲' } })
    expect(await saveContent('r1', 1, contentOf(draft, '乙'), 3_000)).toMatchObject({ revision: 3 })
    expect(await getDraft('r1')).toMatchObject({ typed: { title: '乙' } })
    // What another window saves in between is still not written over.
    await expect(saveContent('r1', 1, contentOf(draft, '丙'), 4_000)).rejects.toThrow(Overtaken)
  })

  test('and of several in a row each one that was stored is built on', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    await saveUnanswered(draft, '甲', 2_000)
    await saveUnanswered(draft, '乙', 3_000)
    expect(await getDraft('r1')).toMatchObject({ revision: 3, typed: { title: '乙' } })
    expect(await saveContent('r1', 1, contentOf(draft, '丙'), 4_000)).toMatchObject({ revision: 4 })
  })
})

describe('an editor over the store', () => {
  test('stores what was typed last, revision upon revision', async () => {
    const draft = draftOf('r1')
    await putDraft(draft, 'created')
    let title = ''
    const told: SaveState[] = []
    const autosave = createAutosave({
      start: draft,
      content: () => contentOf(draft, title),
      save: (content, revision, now) => saveContent('r1', revision, content, now),
      tell: (state) => told.push(state),
      keepJournal: () => false,
    })
    for (const words of ['一', '一二', '一二三']) {
      title = words
      autosave.touch()
      void autosave.flush()
    }
    await autosave.flush()
    expect(await getDraft('r1')).toMatchObject({ typed: { title: '一二三' } })
    expect(told[told.length - 1]?.kind).toBe('saved')
    expect(autosave.unsaved()).toBeUndefined()
  })
})

describe('无需审核 of a unit', () => {
  const waived = append(noReview, '王晓', 1_000, { kind: 'waive', text: '一人承办，由负责人直接签发' })

  test('goes with the unit to its next report, until it is taken back', async () => {
    await putDraft({ ...draftOf('r1'), review: waived }, 'created')
    expect(await listUnits()).toMatchObject([{ waiver: { by: '王晓', text: '一人承办，由负责人直接签发' } }])
    const required = append(waived, '王晓', 2_000, { kind: 'require', text: '现在有两个人了，须经审核' })
    await putDraft({ ...draftOf('r1'), review: required }, 'created')
    expect((await listUnits())[0]).not.toHaveProperty('waiver')
  })
})
