// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { format2019 } from '../format/2019'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import type { Basis } from './autosave'
import { forget, inTransaction } from './database'
import { newDraft, type Content, type Draft } from './draft'
import { leftJournals, newSitting, tab, writeJournal } from './journal'
import { fence } from './fence'
import { recover, rescue } from './recover'
import { getDraft, listDrafts, Overtaken, putDraft, removeDraft, saveContent } from './store'
import { storage, storageNews } from './storage'
import { getVersion, listVersions } from './versions'
import { noReview } from '../review/review'

const draft: Draft = newDraft(format2021.id, { ...blankReport(format2021, 2023, blankUnit), id: 'r1' }, 1_000)

const contentOf = (title: string, filled: readonly string[] = []): Content => ({
  typed: { ...draft.typed, title },
  filled,
  accepted: [],
  review: noReview,
  final: null,
})

const basisOf = ({ revision, changedAt }: Draft): Basis => ({ revision, changedAt })

/** A sitting was left with something unsaved on top of these records. */
const leave = (content: Content, ...bases: Basis[]): void =>
  void writeJournal({ draft: content.typed.id, bases, content }, tab)

/** A second window was left, too. */
const leaveAnother = (content: Content, ...bases: Basis[]): void =>
  void writeJournal({ draft: content.typed.id, bases, content }, 'another')

const copies = async (): Promise<readonly Draft[]> => (await listDrafts()).filter(({ id }) => id !== 'r1')

afterEach(async () => {
  vi.restoreAllMocks()
  localStorage.clear()
  await forget()
})

describe('what a window had not stored when it was left', () => {
  test('goes onto the very revision that it was typed on', async () => {
    await putDraft({ ...draft, name: '初稿' }, 'created')
    leave(contentOf('补上的', ['requests.granted.natural']), basisOf(draft))
    await recover()
    expect(await getDraft('r1')).toMatchObject({
      revision: 2,
      name: '初稿',
      typed: { title: '补上的' },
      filled: ['requests.granted.natural'],
    })
    expect(await copies()).toEqual([])
    expect(leftJournals()).toEqual([])
  })

  test('goes onto the save that was under way and did complete', async () => {
    await putDraft(draft, 'created')
    const saved = await saveContent('r1', 1, contentOf('存了一半'), 2_000)
    leave(contentOf('全部'), basisOf(draft), { revision: 2, changedAt: 2_000 })
    expect(saved).toMatchObject({ revision: 2, changedAt: 2_000 })
    await recover()
    expect(await getDraft('r1')).toMatchObject({ revision: 3, typed: { title: '全部' } })
    expect(await copies()).toEqual([])
  })

  test('stays in its journal while there is only memory to put it into, and that is told', async () => {
    await listDrafts()
    const before = storage.get()
    storage.set({ kind: 'memory', cause: 'failed' })
    storageNews.set(null)
    leave(contentOf('补上的'), basisOf(draft))
    await recover()
    expect(leftJournals()).toHaveLength(1)
    expect(await listDrafts()).toEqual([])
    expect(storageNews.get()).toBe('waiting')
    storage.set(before)
    storageNews.set(null)
    await recover()
    expect(leftJournals()).toEqual([])
    expect(await listDrafts()).toMatchObject([{ typed: { title: '补上的' } }])
  })

  test('goes onto a save that had no answer and was stored all the same', async () => {
    await putDraft(draft, 'created')
    const saved = await saveContent('r1', 1, contentOf('没有回音的'), 2_000)
    leave(contentOf('后来写的'), basisOf(draft), basisOf(saved))
    await recover()
    expect(await getDraft('r1')).toMatchObject({ revision: 3, typed: { title: '后来写的' } })
    expect(await copies()).toEqual([])
  })

  test('is just dropped where it was stored after all', async () => {
    await putDraft(draft, 'created')
    const saved = await saveContent('r1', 1, contentOf('已存'), 2_000)
    leave(contentOf('已存'), basisOf(draft))
    await recover()
    expect(await getDraft('r1')).toEqual(saved)
    expect(await copies()).toEqual([])
    expect(leftJournals()).toEqual([])
  })

  test('becomes a draft of its own where the draft went on elsewhere, and writes over nothing', async () => {
    await putDraft({ ...draft, format: format2019.id }, 'created')
    const elsewhere = await saveContent('r1', 1, contentOf('别处存的'), 2_000, { by: 'another window' })
    leave(contentOf('这里写的', ['requests.granted.natural']), basisOf(draft))
    await recover()
    expect(await getDraft('r1')).toEqual(elsewhere)
    const [copy] = await copies()
    expect(copy).toMatchObject({
      revision: 1,
      format: format2019.id,
      filled: ['requests.granted.natural'],
      typed: { ...contentOf('这里写的').typed, id: copy?.id },
    })
    expect(await copies()).toHaveLength(1)
    expect(leftJournals()).toEqual([])
  })

  test('is not taken for a later save of the same number', async () => {
    await putDraft(draft, 'created')
    const elsewhere = await saveContent('r1', 1, contentOf('别处存的'), 5_000, { by: 'another window' })
    leave(contentOf('这里写的'), basisOf(draft), { revision: 2, changedAt: 2_000 })
    await recover()
    expect(await getDraft('r1')).toEqual(elsewhere)
    expect((await copies()).map(({ typed }) => typed.title)).toEqual(['这里写的'])
  })

  test('is dropped where the same window saved once more: after a crash the disk may still hold an old journal', async () => {
    await putDraft(draft, 'created')
    leave(contentOf('中途'), basisOf(draft), { revision: 2, changedAt: 2_000 })
    await saveContent('r1', 1, contentOf('开头'), 2_000)
    const saved = await saveContent('r1', 2, contentOf('全部'), 3_000)
    await recover()
    expect(await getDraft('r1')).toEqual(saved)
    expect(await copies()).toEqual([])
    expect(leftJournals()).toEqual([])
  })

  test('is kept where the same sitting saved once more, but nobody can read what it builds on', async () => {
    await putDraft(draft, 'created')
    leave(contentOf('这里写的'))
    await saveContent('r1', 1, contentOf('全部'), 2_000)
    await recover()
    expect((await listDrafts()).map(({ typed }) => typed.title).sort()).toEqual(['全部', '这里写的'].sort())
  })

  test('is not brought back a second time when the disk still holds its journal', async () => {
    await putDraft(draft, 'created')
    leave(contentOf('补上的'), basisOf(draft))
    const disk = Object.entries(localStorage).map(([key, text]) => [key, String(text)] as const)
    await recover()
    const { revision } = (await getDraft('r1')) ?? draft
    const next = await saveContent('r1', revision, contentOf('后来的'), 4_000, { by: 'another window' })
    for (const [key, text] of disk) localStorage.setItem(key, text)
    await recover()
    expect(await getDraft('r1')).toEqual(next)
    expect(await copies()).toEqual([])
  })

  test('is kept where another window saved once more, and not this one', async () => {
    await putDraft(draft, 'created')
    await saveContent('r1', 1, contentOf('开头'), 2_000)
    leave(contentOf('这里写的'), { revision: 2, changedAt: 2_000 })
    const elsewhere = await saveContent('r1', 2, contentOf('别处存的'), 3_000, { by: 'another window' })
    await recover()
    expect(await getDraft('r1')).toEqual(elsewhere)
    expect((await copies()).map(({ typed }) => typed.title)).toEqual(['这里写的'])
  })

  test('becomes a draft of its own where the draft was removed', async () => {
    await putDraft(draft, 'created')
    leave(contentOf('这里写的'), basisOf(draft))
    await removeDraft('r1')
    await recover()
    expect(await getDraft('r1')).toBeUndefined()
    expect((await copies()).map(({ typed, format }) => [typed.title, format])).toEqual([['这里写的', format2021.id]])
    expect(leftJournals()).toEqual([])
  })

  test('of two windows on one draft: the one goes onto it, the other is a draft of its own', async () => {
    await putDraft(draft, 'created')
    leave(contentOf('甲'), basisOf(draft))
    leaveAnother(contentOf('乙'), basisOf(draft))
    await recover()
    const titles = (await listDrafts()).map(({ typed }) => typed.title)
    expect([...titles].sort()).toEqual(['乙', '甲'].sort())
    expect(leftJournals()).toEqual([])
  })

  test('is brought back once, however often one looks', async () => {
    await putDraft(draft, 'created')
    await removeDraft('r1')
    leave(contentOf('这里写的'), basisOf(draft))
    await Promise.all([recover(), recover(), recover()])
    await recover()
    expect(await copies()).toHaveLength(1)
  })

  test('is brought back once by two windows that start together', async () => {
    await putDraft(draft, 'created')
    leave(contentOf('这里写的'), basisOf(draft))
    const disk = Object.entries(localStorage).map(([key, text]) => [key, String(text)] as const)
    vi.resetModules()
    const other = await import('./recover')
    await Promise.all([recover(), other.recover()])
    expect((await listDrafts()).map(({ typed }) => typed.title)).toEqual(['这里写的'])
    expect(leftJournals()).toEqual([])

    await removeDraft('r1')
    for (const [key, text] of disk) localStorage.setItem(key, text)
    await Promise.all([recover(), other.recover()])
    expect((await copies()).map(({ typed }) => typed.title)).toEqual(['这里写的'])
    // What was written in it since stays.
    const [copy = draft] = await copies()
    await saveContent(copy.id, copy.revision, { ...copy, typed: { ...copy.typed, title: '接着写的' } }, 5_000)
    for (const [key, text] of disk) localStorage.setItem(key, text)
    await recover()
    expect((await copies()).map(({ typed }) => typed.title)).toEqual(['接着写的'])
    const [version] = await listVersions(copy.id)
    expect((await getVersion(copy.id, version?.at ?? 0))?.record.typed.title).toBe('这里写的')
    expect(await rescue('r1', contentOf('这里写的'), format2021.id)).toBe(copy.name)
  })

  test('stays in the journal while it cannot be stored, and is brought back the next time', async () => {
    await putDraft(draft, 'created')
    leave(contentOf('补上的'), basisOf(draft))
    const off = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expect(recover()).rejects.toThrow('full')
    expect(leftJournals()).toHaveLength(1)
    off.mockRestore()
    await recover()
    expect(await getDraft('r1')).toMatchObject({ typed: { title: '补上的' } })
    expect(leftJournals()).toEqual([])
  })
})

describe('what a window that is still open has not stored yet', () => {
  const beat = (by: string): void =>
    localStorage.setItem(`gov-info-disclosure-annual-report:window:${by}`, `${Date.now()}`)

  test('is left to it, and brought back when it is no more', async () => {
    await putDraft(draft, 'created')
    writeJournal({ draft: 'r1', bases: [basisOf(draft)], content: contentOf('还在写') }, 'other')
    beat('other')
    await recover()
    expect(await getDraft('r1')).toMatchObject({ revision: 1 })
    expect(leftJournals()).toHaveLength(1)
    localStorage.removeItem('gov-info-disclosure-annual-report:window:other')
    await recover()
    expect(await getDraft('r1')).toMatchObject({ revision: 2, typed: { title: '还在写' } })
    expect(leftJournals()).toEqual([])
  })

  test('is left to the sitting of this one that it is of, while that is open', async () => {
    await putDraft(draft, 'created')
    const [before, now] = [newSitting(), newSitting()]
    writeJournal({ draft: 'r1', bases: [basisOf(draft)], content: contentOf('还在写') }, before)
    await recover(new Set([before]))
    expect(await getDraft('r1')).toMatchObject({ revision: 1 })
    // The draft was left with that unsaved, and opened again.
    await recover(new Set([now]))
    expect(await getDraft('r1')).toMatchObject({ revision: 2, typed: { title: '还在写' } })
  })
})

describe('what a window could not store because another took the draft', () => {
  test('becomes a draft of its own, and nothing where it stands there already', async () => {
    await putDraft(draft, 'created')
    await saveContent('r1', 1, contentOf('甲'), 2_000)
    expect(await rescue('r1', contentOf('甲'), format2021.id)).toBeUndefined()
    expect(await copies()).toEqual([])
    const name = await rescue('r1', contentOf('乙'), format2021.id)
    expect((await copies()).map((copy) => [copy.name, copy.typed.title])).toEqual([[name, '乙']])
  })

  test('cannot be stored over what the other has, once the draft was taken', async () => {
    await putDraft(draft, 'created')
    expect(await fence('r1')).toEqual({ ...draft, revision: 2 })
    await expect(saveContent('r1', 1, contentOf('旧窗口的'), 2_000)).rejects.toThrow(Overtaken)
    expect(await saveContent('r1', 2, contentOf('新窗口的'), 3_000)).toMatchObject({ revision: 3 })
    expect(await fence('r9')).toBeUndefined()
  })
})

test('where no window left anything nothing changes', async () => {
  await putDraft(draft, 'created')
  await recover()
  expect(await listDrafts()).toEqual([draft])
})

describe('what cannot be brought back now', () => {
  test('waits in its journal and keeps no other from being brought back', async () => {
    await putDraft(draft, 'created')
    await putDraft({ ...draft, id: 'r2' }, 'created')
    leave(contentOf('一'), basisOf(draft))
    leave({ ...contentOf('二'), typed: { ...draft.typed, id: 'r2', title: '二' } }, basisOf(draft))
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expect(recover()).rejects.toMatchObject({ name: 'QuotaExceededError' })
    put.mockRestore()
    expect(leftJournals()).toHaveLength(1)
    await recover()
    expect(leftJournals()).toEqual([])
    expect((await listDrafts()).map(({ typed }) => typed.title).sort()).toEqual(['一', '二'].sort())
  })

  test('is kept where its year is of a format that only a newer copy of the app knows', async () => {
    leave({ ...contentOf('甲'), typed: { ...draft.typed, year: 1999 } }, basisOf(draft))
    await recover()
    expect(await listDrafts()).toEqual([])
    expect(leftJournals()).toHaveLength(1)
  })

  test('of a draft that is damaged becomes a draft of its own', async () => {
    await putDraft(draft, 'created')
    await inTransaction(['drafts'] as const, 'readwrite', (tx) =>
      tx.objectStore('drafts').put({ ...draft, typed: null } as never),
    )
    leave(contentOf('补上的'), basisOf(draft))
    await recover()
    expect((await listDrafts()).map(({ typed }) => typed.title)).toEqual(['补上的'])
  })
})
