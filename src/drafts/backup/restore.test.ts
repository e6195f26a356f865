import 'fake-indexeddb/auto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { noReview } from '../../review/review'
import { remarkKey } from '../../review/unsent-keys'
import { forget, inTransaction } from '../database'
import { contentOf, modern, type Draft } from '../draft'
import { newReviewCopy } from '../review-copy'
import { listReviews, saveReview } from '../reviews'
import { putUnsent } from '../unsent-texts'
import type { Contents } from './contents'
import { writeBackup } from './file'
import { allIn, everyStore, gather } from './gather'
import type { Choice } from './plan'
import { readBackup, type Backup } from './read'
import { previewRestore, restoreBackup } from './restore'
import { anyContents, draftOf, nothing, remarked, start } from './samples'
import { createInjector } from '../fake-faults'
import { fakeLocalStorage } from '../fake-local-storage'

const storage = fakeLocalStorage()

const clear = async (): Promise<void> => {
  await inTransaction(everyStore, 'readwrite', async (tx) => {
    for (const store of everyStore) await tx.objectStore(store).clear()
  })
  storage.clear()
}
beforeEach(async () => {
  await forget()
  storage.clear()
})

const fill = async (contents: Contents): Promise<void> => {
  await inTransaction(everyStore, 'readwrite', async (tx) => {
    for (const store of ['drafts', 'versions', 'units', 'reviews'] as const)
      for (const one of contents[store]) await tx.objectStore(store).put(one as never)
    for (const { key, value } of contents.settings) await tx.objectStore('settings').put(value, key)
  })
  for (const { draft, texts } of contents.unsent) putUnsent(draft, texts)
}

const backupOf = async (): Promise<Backup> => {
  const read = readBackup(writeBackup(await gather(), start).text)
  if (!read.ok) throw new Error(read.problem.message)
  return read.value
}

const all = async (): Promise<unknown> => {
  const kept = await inTransaction(everyStore, 'readonly', allIn)
  return { ...kept, unsent: [...kept.unsent].sort((a, b) => (a.draft < b.draft ? -1 : 1)) }
}

const contentKey = (draft: Draft): string =>
  canonicalize({ ...contentOf(modern(draft)), typed: { ...draft.typed, id: '' }, review: null, final: null }) ?? ''

const anyChoices = fc
  .dictionary(fc.constantFrom('r1', 'r2', 'r3'), fc.constantFrom<Choice>('both', 'theirs'))
  .map((choices) => new Map(Object.entries(choices)))

describe('for whatever a computer holds', () => {
  test('its backup, restored where nothing is, gives the same again', async () => {
    await fc.assert(
      fc.asyncProperty(anyContents, async (contents) => {
        await clear()
        await fill(contents)
        const before = await all()
        const backup = await backupOf()
        await clear()
        const { tally } = await restoreBackup(backup, new Map())
        expect(await all()).toEqual(before)
        expect(tally.drafts.added).toBe(contents.drafts.length)
      }),
      { numRuns: 60 },
    )
  })

  test('restoring twice is restoring once, and what is the same is said to be', async () => {
    await fc.assert(
      fc.asyncProperty(anyContents, anyContents, async (there, here) => {
        await clear()
        await fill(there)
        const backup = await backupOf()
        await clear()
        await fill(here)
        await restoreBackup(backup, new Map())
        const once = await all()
        const { writes } = await restoreBackup(backup, new Map())
        expect(await all()).toEqual(once)
        expect(Object.values(writes).flat()).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('restoring onto it loses nothing of either', async () => {
    await fc.assert(
      fc.asyncProperty(anyContents, anyContents, anyChoices, async (there, here, choices) => {
        await clear()
        await fill(there)
        const backup = await backupOf()
        await clear()
        await fill(here)
        await restoreBackup(backup, choices)
        const { contents } = await gather()
        const held = new Set([...contents.drafts, ...contents.versions.map(({ record }) => record)].map(contentKey))
        for (const { drafts, versions } of [there, here])
          for (const draft of [...drafts, ...versions.map(({ record }) => record)])
            expect(held.has(contentKey(draft)), JSON.stringify(draft)).toBe(true)
        const events = new Set(
          [...contents.drafts, ...contents.reviews].flatMap(({ review }) => review.events.map(({ id }) => id)),
        )
        for (const one of [...there.drafts, ...here.drafts, ...there.reviews, ...here.reviews])
          for (const { id } of one.review.events) expect(events.has(id)).toBe(true)
        for (const mine of here.settings) expect(contents.settings).toContainEqual(mine)
        const names = contents.versions.map(({ name }) => name)
        for (const { name } of [...there.versions, ...here.versions]) expect(names).toContain(name)
        const written = JSON.stringify([contents.unsent, contents.reviews])
        for (const { texts } of [
          ...there.unsent,
          ...here.unsent,
          ...there.reviews.map(({ unsent }) => ({ texts: unsent })),
        ])
          for (const text of Object.values(texts)) expect(written).toContain(text)
        // What is here stays what it is wherever it was not asked to give way.
        for (const mine of here.drafts)
          if (choices.get(mine.id) !== 'theirs')
            expect(contentKey(contents.drafts.find(({ id }) => id === mine.id) as Draft)).toBe(contentKey(mine))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a draft that is here with another content', () => {
  const here = draftOf('r1', '现在的', { changedAt: start + 9, revision: 7, review: remarked(noReview, '甲') })
  const there = draftOf('r1', '备份的', {
    review: remarked(noReview, '乙'),
    final: { at: '2026-01-05T02:00:00.000Z', digest: 'x' },
  })
  const restored = async (choice: Choice) => {
    await fill({ ...nothing, drafts: [there], versions: [{ draft: 'r1', at: start, why: 'work', record: there }] })
    const backup = await backupOf()
    await clear()
    await fill({ ...nothing, drafts: [here] })
    const preview = await previewRestore(backup)
    expect(preview.conflicts).toEqual([{ id: 'r1', here, there }])
    const plan = await restoreBackup(backup, new Map([['r1', choice]]))
    return { plan, ...(await gather()).contents }
  }

  test('stays beside that of the backup, which comes as a copy with a name and an id of its own, to be made final anew', async () => {
    const { drafts, plan } = await restored('both')
    const copy = drafts.find(({ id }) => id !== 'r1')
    expect(drafts).toHaveLength(2)
    expect(drafts).toContainEqual(here)
    expect(copy).toMatchObject({
      name: '未填单位2023年年报（2026-01-05 备份的内容）',
      final: null,
      changedAt: there.changedAt,
    })
    expect(copy?.typed).toEqual({ ...there.typed, id: copy?.id })
    expect(plan.tally).toMatchObject({ drafts: { copied: 1 }, versions: { added: 1 } })
  })

  test('gives way where that is chosen, and is kept as a version before', async () => {
    const { drafts, versions, plan } = await restored('theirs')
    expect(drafts).toMatchObject([{ id: 'r1', typed: there.typed, final: there.final, revision: 8 }])
    expect(drafts[0]?.review.events).toHaveLength(2)
    expect(versions.filter(({ why }) => why === 'replaced').map(({ record }) => record)).toEqual([here])
    expect(plan.tally.drafts).toMatchObject({ replaced: 1, copied: 0 })
  })

  test('is left alone where that is chosen, and nothing of that report comes in', async () => {
    const { drafts, versions, plan } = await restored('none')
    expect([drafts, versions]).toEqual([[here], []])
    expect(plan.tally.drafts.skipped).toBe(1)
  })
})

test.each<Choice>(['both', 'theirs'])(
  'a draft of the first copies of the app, which had no events, comes too: %s',
  async (choice) => {
    const old = { ...draftOf('r1', '备份的'), review: [] as unknown as Draft['review'] }
    await fill({ ...nothing, drafts: [old, { ...old, id: 'r2', typed: draftOf('r2', '').typed }] })
    const backup = await backupOf()
    await clear()
    await fill({ ...nothing, drafts: [draftOf('r1', '现在的')] })
    await restoreBackup(backup, new Map([['r1', choice]]))
    const { drafts } = (await gather()).contents
    expect(drafts.filter(({ typed }) => typed.title === '备份的')).toMatchObject([{ review: noReview }])
    expect(drafts.find(({ id }) => id === 'r2')?.review).toEqual([])
  },
)

test('where one record cannot be stored, none is', async () => {
  await fill({ ...nothing, drafts: [draftOf('r1', '甲'), draftOf('r2', '乙')] })
  const backup = await backupOf()
  await clear()
  const bad = { ...draftOf('r3', '丙'), run: () => undefined }
  const withBad: Backup = { ...backup, contents: { ...backup.contents, drafts: [...backup.contents.drafts, bad] } }
  await expect(restoreBackup(withBad, new Map())).rejects.toThrow()
  expect((await gather()).contents).toEqual(nothing)
})

describe('a restoring that takes long', () => {
  const injector = createInjector()
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => {
    injector.arm()
    vi.useRealTimers()
  })
  afterAll(injector.remove)

  test('is not given up before ten minutes, and then told as one that did not end', async () => {
    await fill({ ...nothing, drafts: [draftOf('r1', '甲')] })
    const backup = await backupOf()
    await clear()
    injector.arm()
    await restoreBackup(backup, new Map())
    const commit = injector.calls().lastIndexOf('commit') + 1
    await clear()
    injector.arm({ at: commit, how: 'hangs' })
    const ended = vi.fn()
    restoreBackup(backup, new Map()).then(ended, ended)
    while (!injector.hasStruck()) await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(599_999)
    expect(ended).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(ended).toHaveBeenCalledWith(expect.objectContaining({ name: 'TimeoutError' }))
  })
})

test('a record that is damaged here is neither touched nor in the way', async () => {
  await fill({ ...nothing, drafts: [draftOf('r1', '甲')] })
  const backup = await backupOf()
  await clear()
  const damaged = { id: 'r1', typed: null }
  await inTransaction(everyStore, 'readwrite', (tx) => tx.objectStore('drafts').put(damaged as never))
  const { told } = await restoreBackup(backup, new Map([['r1', 'theirs']]))
  expect(told).toEqual([expect.stringContaining('记录已损坏，没有动它，备份里的作为副本恢复')])
  const [kept] = await inTransaction(everyStore, 'readonly', allIn).then(({ drafts }) =>
    drafts.filter((one) => (one as Draft).id === 'r1'),
  )
  expect(kept).toEqual(damaged)
  expect((await gather()).contents.drafts.map(({ typed }) => typed.title)).toEqual(['甲'])
  expect((await gather()).damaged).toEqual([{ store: 'drafts', key: 'r1', text: JSON.stringify(damaged) }])
})

test('words for a place that cannot be read come once, whatever became of them here', async () => {
  const copy = {
    ...newReviewCopy(draftOf('r1', '送审的'), '送审.json', start),
    unsent: { 'comment {"kind":"place"}': '请核对' },
  }
  await fill({ ...nothing, reviews: [copy] })
  const backup = await backupOf()
  const known = { [remarkKey({ kind: 'whole' })]: '请核对' }
  await saveReview(copy, { review: copy.review, unsent: {}, known }, start)
  const { tally } = await restoreBackup(backup, new Map())
  expect(tally.reviews).toEqual({ added: 0, joined: 0, same: 1 })
  expect((await listReviews()).map(({ unsent }) => unsent)).toEqual([known])
})
