import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forget } from '../database'
import { fakeLocalStorage } from '../fake-local-storage'
import { leftJournals, writeJournal } from '../journal'
import { storageNews } from '../storage'
import { putDraft } from '../store'
import { makeBackup } from './make'
import { draftOf } from './samples'

beforeEach(() => void fakeLocalStorage())
afterEach(async () => {
  vi.restoreAllMocks()
  storageNews.set(null)
  await forget()
})

test('work that waits in a journal and cannot be stored keeps no draft out of a backup, and is told', async () => {
  await putDraft(draftOf('r1', '甲'), 'created')
  const waiting = draftOf('r2', '没存下的')
  writeJournal({ draft: 'r2', bases: [], content: waiting }, 'a window that is gone')
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const { text, drafts } = await makeBackup()
  expect(drafts).toBe(1)
  expect(text).toContain('甲')
  expect(storageNews.get()).toBe('waiting')
  expect(leftJournals()).toHaveLength(1)
})
