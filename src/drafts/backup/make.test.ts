// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { append, noReview } from '../../review/review'
import { createAutosave } from '../autosave'
import { forget } from '../database'
import { leftJournals, writeJournal } from '../journal'
import { newReviewCopy } from '../review-copy'
import { writeReviewJournal } from '../review-journal'
import { putReview } from '../put-review'
import { storageNews } from '../storage'
import { putDraft, saveContent } from '../store'
import { workSince } from '../work-since'
import { makeBackup } from './make'
import { readBackup } from './read'
import { draftOf } from './samples'

afterEach(async () => {
  vi.restoreAllMocks()
  storageNews.set(null)
  localStorage.clear()
  await forget()
})

const titlesIn = (text: string): readonly string[] =>
  (JSON.parse(text) as { readonly drafts: readonly { readonly typed: { readonly title: string } }[] }).drafts.map(
    ({ typed }) => typed.title,
  )

const full = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })

test('work that waits in a journal and cannot be stored is in a backup as a draft of its own, and is told', async () => {
  await putDraft(draftOf('r1', '甲'), 'created')
  const waiting = draftOf('r2', '没存下的')
  writeJournal({ draft: 'r2', bases: [], content: waiting }, 'a window that is gone')
  // Typed again in another sitting it is in it once, and what stands in the draft as well is not beside it.
  writeJournal({ draft: 'r2', bases: [], content: waiting }, 'another that is gone')
  writeJournal({ draft: 'r1', bases: [], content: draftOf('r1', '甲') }, 'a window that is gone')
  full()
  const made = await makeBackup()
  expect(made).toMatchObject({ drafts: 1, waiting: 1, isShort: false })
  expect(titlesIn(made.text)).toEqual(['甲', '没存下的'])
  expect(storageNews.get()).toBe('waiting')
  expect(leftJournals()).toHaveLength(2)
  expect(readBackup(made.text)).toMatchObject({ ok: true, told: [] })
})

test('what stands on the screen and cannot be stored is in a backup, and where it cannot be, that is told', async () => {
  const draft = draftOf('r1', '甲')
  await putDraft(draft, 'created')
  const off = full()
  let takesJournals = true
  const autosave = createAutosave({
    start: draft,
    content: () => draftOf('r1', '屏幕上的'),
    save: (content, revision, now) => saveContent('r1', revision, content, now),
    tell: () => undefined,
    keepJournal: () =>
      takesJournals && writeJournal({ draft: 'r1', bases: [draft], content: draftOf('r1', '屏幕上的') }, 'open'),
  })
  autosave.touch()
  const made = await makeBackup()
  expect(made).toMatchObject({ drafts: 1, waiting: 1, isShort: false })
  expect(titlesIn(made.text)).toEqual(['甲', '屏幕上的'])
  made.handedOut()
  expect(workSince('r1').copiedAt).toBeGreaterThan(0)

  localStorage.clear()
  takesJournals = false
  const short = await makeBackup()
  expect(short).toMatchObject({ waiting: 0, isShort: true })
  autosave.stop()
  off.mockRestore()
})

test('a remark that waits in a journal is in a backup, with the review still to be opened', async () => {
  const draft = draftOf('r1', '甲')
  await putReview(newReviewCopy(draft, '甲.json', 1))
  const review = append(noReview, '李审核', 5, {
    kind: 'comment',
    digest: `sha256:${'a'.repeat(64)}`,
    anchor: { kind: 'whole' },
    text: '请核对',
  })
  writeReviewJournal('r1', { review, unsent: { whole: '写到一半' }, known: {} }, 'a window that is gone')
  const off = full()
  for (const wellAgain of [false, true]) {
    if (wellAgain) off.mockRestore()
    const { text } = await makeBackup()
    expect(text).toContain('请核对')
    expect(text).toContain('写到一半')
  }
})
