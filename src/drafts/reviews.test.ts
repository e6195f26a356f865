import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { format2021 } from '../format/2021'
import { exampleReport } from '../report/example'
import type { TypedReport } from '../report/report'
import { append, merge, noReview, type Review } from '../review/review'
import { stateOf } from '../review/state'
import { forget, inTransaction } from './database'
import { fakeLocalStorage } from './fake-local-storage'
import { receive } from './receive'
import { newDraft } from './draft'
import { newReviewCopy, type ReviewCopy } from './review-copy'
import { leftReviews, replayReviews, withWaiting, writeReviewJournal } from './review-journal'
import { putReview } from './put-review'
import { getReview, isCleared, listReviews, removeReview, saveReview } from './reviews'
import { storageNews } from './storage'
import { Damaged } from './whole'

vi.mock('./hold-here', () => ({ isAtWork: (by: string) => Promise.resolve(by === 'living') }))

const typedOf = (title: string): TypedReport => ({ ...exampleReport(format2021), id: 'r1', title })
const [first, second] = [typedOf('第一稿'), typedOf('第二稿')]

const remarked = (review: Review, text: string, by = '李'): Review =>
  append(review, by, 1_000, { kind: 'comment', digest: `sha256:${'a'.repeat(64)}`, anchor: { kind: 'whole' }, text })
const sent = (review: Review, typed: TypedReport, version: number): Review =>
  append(review, '王', 1_000, { kind: 'send', version, text: '', ...stateOf(format2021, typed, []) })

const copyOf = (typed: TypedReport, review: Review, more: Partial<ReviewCopy> = {}): ReviewCopy => ({
  ...newReviewCopy({ ...newDraft(format2021.id, typed, 1_000), review }, '送审.json', 1_000),
  ...more,
})

const sentOnce = sent(noReview, first, 1)
const sentTwice = sent(sentOnce, second, 2)
const textsOf = (copy: ReviewCopy | undefined): readonly string[] =>
  (copy?.review.events ?? []).flatMap((event) => (event.kind === 'comment' ? [event.text] : []))

let storage = fakeLocalStorage()
beforeEach(() => {
  storage = fakeLocalStorage()
})
afterEach(async () => {
  storageNews.set(null)
  await forget()
})

describe('two windows with the same review', () => {
  test('lose neither’s remarks, whichever saves last', async () => {
    const copy = copyOf(first, sentOnce)
    await putReview(copy)
    await saveReview(copy, { review: remarked(sentOnce, '甲'), unsent: {}, known: {} }, 2_000)
    const stored = await saveReview(copy, { review: remarked(sentOnce, '乙'), unsent: {}, known: {} }, 3_000)
    expect([...textsOf(stored)].sort()).toEqual(['乙', '甲'].sort())
    expect(await getReview('r1')).toEqual(stored)
    expect(stored).toMatchObject({ revision: 3, changedAt: 3_000, typed: first })
  })

  test('keep what was written and not put, and drop what was put', async () => {
    const copy = copyOf(first, sentOnce, { unsent: { a: '旧', b: '留' } })
    await putReview(copy)
    await saveReview(copy, { review: sentOnce, unsent: { c: '新' }, known: { a: '旧', b: '留' } }, 2_000)
    const stored = await saveReview(copy, { review: sentOnce, unsent: { a: '' }, known: { a: '旧', b: '留' } }, 3_000)
    expect(stored.unsent).toEqual({ b: '留', c: '新' })
  })

  test.each([
    // Of one text that both write, neither takes the place of the other.
    ['甲的话', '乙的话', '甲的话\n乙的话'],
    ['旧文又写', '旧文又写了', '旧文又写了'],
    ['旧文又写了', '旧文又写', '旧文又写了'],
    ['旧文又写', '', '旧文又写'],
    ['', '旧文接着写', '旧文接着写'],
    ['', '', undefined],
  ])('one window wrote “%s”, the other “%s”', async (one, other, kept) => {
    const copy = copyOf(first, sentOnce, { unsent: { a: '旧文' } })
    await putReview(copy)
    await saveReview(copy, { review: sentOnce, unsent: { a: one }, known: { a: '旧文' } }, 2_000)
    const stored = await saveReview(copy, { review: sentOnce, unsent: { a: other }, known: { a: '旧文' } }, 3_000)
    expect(stored.unsent['a']).toBe(kept)
  })

  test('who writes on beneath what another wrote writes on in it', async () => {
    const copy = copyOf(first, sentOnce, { unsent: { a: '甲的话\n乙的话' } })
    await putReview(copy)
    const going = { review: sentOnce, unsent: { a: '乙的话还有' }, known: { a: '乙的话' } }
    expect((await saveReview(copy, going, 2_000)).unsent).toEqual({ a: '甲的话\n乙的话还有' })
  })

  test('never change the report: a newer sending stays where it came meanwhile', async () => {
    const copy = copyOf(first, sentOnce)
    await putReview(copy)
    await receive(copyOf(second, sentTwice))
    const stored = await saveReview(copy, { review: remarked(sentOnce, '甲'), unsent: {}, known: {} }, 2_000)
    expect(stored.typed).toEqual(second)
    expect(textsOf(stored)).toEqual(['甲'])
  })
})

describe('a review that was removed', () => {
  const copy = copyOf(first, sentOnce, { unsent: { a: '旧', b: '留' }, receivedAt: 1_500 })
  const written = { review: remarked(sentOnce, '乙'), unsent: { a: '旧又写', c: '新' }, known: { a: '旧', b: '留' } }

  test('comes back with a remark that is made on it in another window, and that is told', async () => {
    await putReview(copy)
    await removeReview('r1')
    await saveReview(copy, written, 2_000)
    expect(await listReviews()).toMatchObject([{ review: written.review, unsent: { a: '旧又写', b: '留', c: '新' } }])
    expect(storageNews.get()).toBe('returned')
  })

  test('is told as cleared where nobody removed it, and as neither where it is there', async () => {
    await putReview(copy)
    await saveReview(copy, written, 2_000)
    expect(storageNews.get()).toBe(null)
    // A tool cleared the store.
    await forget()
    expect(await isCleared('r1')).toBe(true)
    await saveReview(copy, written, 3_000)
    expect(storageNews.get()).toBe('cleared')
    expect(await isCleared('r1')).toBe(false)
    await removeReview('r1')
    expect(await isCleared('r1')).toBe(false)
  })

  test('is joined with what was stored of it since, when it is put back: nothing of either is lost', async () => {
    await putReview(copy)
    await saveReview(copy, { review: remarked(sentOnce, '甲'), unsent: { b: '甲写的' }, known: copy.unsent }, 1_800)
    const gone = await removeReview('r1')
    await saveReview(copy, written, 2_000)
    await putReview(gone!)
    const stored = await getReview('r1')
    expect([...textsOf(stored)].sort()).toEqual(['乙', '甲'].sort())
    expect(stored).toMatchObject({
      unsent: { a: '旧又写', b: '甲写的\n留', c: '新' },
      receivedAt: 1_500,
      changedAt: 2_000,
      revision: 3,
    })
  })

  test('does not take the place of a later sending that came meanwhile', async () => {
    await putReview(copy)
    const gone = await removeReview('r1')
    await receive(copyOf(second, sentTwice))
    await putReview(gone!)
    expect(await getReview('r1')).toMatchObject({ typed: second, review: sentTwice })
  })

  test('is not put back over a record that cannot be read', async () => {
    const bad = { ...copy, unsent: { whole: 3 } }
    await inTransaction(['reviews'] as const, 'readwrite', (tx) => tx.objectStore('reviews').put(bad as never))
    await expect(putReview(copy)).rejects.toThrow(Damaged)
    // The window that has it open has all of it.
    await saveReview(copy, written, 2_000)
    expect(storageNews.get()).toBe(null)
  })
})

describe('a report that comes for review', () => {
  test('is new, then the same', async () => {
    const copy = copyOf(first, sentOnce)
    expect(await receive(copy)).toMatchObject({ kind: 'new', fresh: 1 })
    expect(await receive({ ...copy, receivedAt: 5_000 })).toMatchObject({ kind: 'same', fresh: 0 })
    expect(await getReview('r1')).toMatchObject({ receivedAt: 5_000, typed: first })
  })

  test('takes the place of an earlier sending, with all that was remarked and written here', async () => {
    await receive(copyOf(first, remarked(sentOnce, '甲'), { unsent: { a: '未加入' } }))
    const { kind, copy } = await receive(copyOf(second, sentTwice, { file: '第二次.json' }))
    expect(kind).toBe('newer')
    expect(copy).toMatchObject({ typed: second, file: '第二次.json', unsent: { a: '未加入' } })
    expect(textsOf(copy)).toEqual(['甲'])
  })

  test('late does not take the place of a later one, but its remarks come', async () => {
    await receive(copyOf(second, sentTwice))
    const { kind, copy, fresh } = await receive(copyOf(first, remarked(sentOnce, '赵处的意见', '赵')))
    expect([kind, fresh]).toEqual(['older', 1])
    expect(copy.typed).toEqual(second)
    expect(textsOf(copy)).toEqual(['赵处的意见'])
  })

  test('that was changed after it was sent does not take the place of what was sent', async () => {
    await receive(copyOf(first, sentOnce))
    expect((await receive(copyOf(second, sentOnce))).kind).toBe('older')
    expect((await getReview('r1'))?.typed).toEqual(first)
  })

  test('ends the same in whatever order and however often copies come, and loses nothing', async () => {
    const copies = [
      copyOf(first, remarked(sentOnce, '甲')),
      copyOf(second, remarked(sentTwice, '乙')),
      copyOf(first, remarked(sentOnce, '丙', '赵')),
    ]
    const all = copies.reduce((review, copy) => merge(review, copy.review), noReview)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 0, 1, 2], { minLength: 6 }), async (order) => {
        await forget()
        for (const index of order) await receive(copies[index] ?? copyOf(first, noReview))
        expect(await getReview('r1')).toMatchObject({ typed: second, review: all })
      }),
      { numRuns: 20 },
    )
  })
})

test('what waits for a review that is damaged is not stored over it, and stays in its journal', async () => {
  await inTransaction(['reviews'] as const, 'readwrite', (tx) =>
    tx.objectStore('reviews').put({ ...copyOf(first, sentOnce), typed: null } as never),
  )
  const reviewed = { review: remarked(sentOnce, '甲'), unsent: {}, known: {} }
  writeReviewJournal('r1', reviewed, 'gone')
  await replayReviews(new Set())
  expect([...storage.keys()]).toEqual(['gov-info-disclosure-annual-report:review:r1:gone'])
})

test('what a window had not stored when it was left is stored when the list or the review is next opened', async () => {
  await putReview(copyOf(first, sentOnce, { unsent: { a: '旧' } }))
  expect(
    writeReviewJournal(
      'r1',
      { review: remarked(sentOnce, '甲'), unsent: { a: '写到一半' }, known: { a: '旧' } },
      'gone',
    ),
  ).toBe(true)
  storage.set('gov-info-disclosure-annual-report:review:r1:broken', '{')
  // A window that is still open stores its own.
  const going = JSON.stringify({ review: remarked(sentOnce, '乙'), unsent: { a: '还在写' }, known: { a: '旧' } })
  storage.set('gov-info-disclosure-annual-report:review:r1:living', going)
  // A review that is gone, or cannot be read, keeps no other from being brought back.
  storage.set('gov-info-disclosure-annual-report:review:r0:gone', going)
  const waiting = await getReview('r1')
  const backedUp = withWaiting(waiting ? [waiting] : [], leftReviews())
  expect(textsOf(backedUp[0])).toEqual(['甲', '乙'])
  expect(textsOf(waiting)).toEqual([])
  await replayReviews(new Set())
  const stored = await getReview('r1')
  expect(textsOf(stored)).toEqual(['甲'])
  expect(stored?.unsent).toEqual({ a: '写到一半' })
  expect([...storage.values()]).toEqual([going, going])
})

test('what was written for a place that cannot be read is shown and stored as a remark on the whole', async () => {
  const whole = 'comment {"kind":"whole"}'
  await putReview(copyOf(first, sentOnce, { unsent: { 'comment {"kind":"place"}': '请核对' } }))
  const copy = await getReview('r1')
  expect(copy?.unsent).toEqual({ [whole]: '请核对' })
  expect((await listReviews()).map(({ unsent }) => unsent)).toEqual([{ [whole]: '请核对' }])
  const written = { review: sentOnce, unsent: { [whole]: '请核对标题' }, known: { [whole]: '请核对' } }
  expect((await saveReview(copy as ReviewCopy, written, 2_000)).unsent).toEqual({ [whole]: '请核对标题' })
})
