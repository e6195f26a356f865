import { createRequire } from 'node:module'
import { expect, test, vi } from 'vitest'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { goOnInMemory } from './connection'
import { newDraft } from './draft'
import { storage } from './storage'
import { getDraft, listDrafts, putDraft } from './store'

// The browser's own store is another copy of the one in memory, with classes of its own: idb keeps those it meets first.
const native = createRequire(import.meta.url)('fake-indexeddb') as typeof import('fake-indexeddb')
for (const [name, value] of Object.entries(native))
  if (name === 'indexedDB' || name.startsWith('IDB'))
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value })

test('the app works from memory where the browser began to make its store and had no room for it', async () => {
  const draft = newDraft(format2021.id, { ...blankReport(format2021, 2023, blankUnit), id: 'r1' }, 1_000)
  const create = vi.spyOn(native.IDBDatabase.prototype, 'createObjectStore').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await expect(listDrafts()).rejects.toThrow()
  expect(create).toHaveBeenCalled()
  expect(storage.get()).toMatchObject({ kind: 'failed' })
  create.mockRestore()
  await goOnInMemory()
  await putDraft(draft, 'created')
  expect(storage.get()).toEqual({ kind: 'memory', cause: 'failed' })
  expect(await getDraft('r1')).toEqual(draft)
  expect(await listDrafts()).toHaveLength(1)
})
