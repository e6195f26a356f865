// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { format2019 } from '../format/2019'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import type { Basis } from './autosave'
import { forget, inTransaction } from './database'
import { newDraft, type Content, type Draft } from './draft'
import { leftJournals, writeJournal } from './journal'
import { recover } from './recover'
import { getDraft, listDrafts, putDraft, removeDraft, saveContent } from './store'
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

/** A window was left with something unsaved on top of these records. */
const leave = (content: Content, ...bases: Basis[]): void =>
  void writeJournal({ draft: content.typed.id, bases, content })

/** A second window was left, too. */
const leaveAnother = async (content: Content, ...bases: Basis[]): Promise<void> => {
  vi.resetModules()
  const other = await import('./journal')
  other.writeJournal({ draft: content.typed.id, bases, content })
}

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
    const elsewhere = await saveContent('r1', 1, contentOf('别处存的'), 2_000)
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
    const elsewhere = await saveContent('r1', 1, contentOf('别处存的'), 5_000)
    leave(contentOf('这里写的'), basisOf(draft), { revision: 2, changedAt: 2_000 })
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
    await leaveAnother(contentOf('乙'), basisOf(draft))
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
