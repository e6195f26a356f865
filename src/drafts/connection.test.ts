import 'fake-indexeddb/auto'
import { forceCloseDatabase } from 'fake-indexeddb'
import { deleteDB, openDB, unwrap } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { databaseName, databaseVersion, open } from './connection'
import { forget } from './database'
import { newDraft } from './draft'
import { storage, storeLosses, unsavedWork, type Storage } from './storage'
import { listDrafts, putDraft } from './store'

const draft = newDraft(format2021.id, { ...blankReport(format2021, 2023, blankUnit), id: 'r1' }, 1_000)

const seen: Storage[] = []
let unfollow = (): void => undefined

/** Everything that fake-indexeddb still has to do is done. */
const rounds = async (): Promise<void> => {
  for (let round = 0; round < 40; round += 1) await new Promise((resolve) => setImmediate(resolve))
}

const after = async (milliseconds: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(milliseconds)
  await rounds()
}

/** The browser's own open, and in its place what a test says, as often as it says. */
const openReal = IDBFactory.prototype.open
const opening = (...answers: readonly ((...args: Parameters<IDBFactory['open']>) => IDBOpenDBRequest)[]) => {
  let turn = 0
  return vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...args) {
    const answer = answers[turn]
    turn += 1
    return answer ? answer(...args) : openReal.apply(this, args)
  })
}

/** A request that is answered with an error, or never. */
const requestOf = (error?: DOMException): IDBOpenDBRequest => {
  const target = new EventTarget()
  if (error) setImmediate(() => target.dispatchEvent(new Event('error')))
  return Object.create(IDBOpenDBRequest.prototype, {
    error: { value: error },
    addEventListener: { value: target.addEventListener.bind(target) },
    removeEventListener: { value: target.removeEventListener.bind(target) },
  }) as IDBOpenDBRequest
}

const rejects =
  (name: string, message = '') =>
  (): IDBOpenDBRequest =>
    requestOf(new DOMException(message, name))

const never = (): IDBOpenDBRequest => requestOf()

const throws = (name: string) => (): IDBOpenDBRequest => {
  throw new DOMException('', name)
}

/** A database as another window left it. */
const leave = async (version: number): Promise<void> => {
  const database = await openDB(databaseName, version, {
    upgrade: (fresh) => {
      for (const store of ['drafts', 'reviews']) fresh.createObjectStore(store, { keyPath: 'id' })
      fresh.createObjectStore('versions', { keyPath: ['draft', 'at'] })
      fresh.createObjectStore('units', { keyPath: 'draft' })
      fresh.createObjectStore('settings')
    },
  })
  await database.put('drafts', draft)
  database.close()
}

beforeEach(() => {
  seen.length = 0
  unfollow = storage.on(() => seen.push(storage.get()))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(async () => {
  unfollow()
  unsavedWork.clear()
  vi.useRealTimers()
  vi.restoreAllMocks()
  await forget()
})

describe('a window with an older copy of the app that stays open', () => {
  test('is told, and when it is closed the app goes on by itself', async () => {
    const older = await openDB(databaseName, 1, {
      upgrade: (database) => {
        database.createObjectStore('drafts', { keyPath: 'id' })
        database.createObjectStore('versions', { keyPath: ['draft', 'at'] })
        database.createObjectStore('units', { keyPath: 'draft' })
      },
    })
    await older.put('drafts', draft)
    const drafts = listDrafts()
    await rounds()
    expect(seen).toEqual([{ kind: 'waiting', cause: 'window' }])
    await after(600_000)
    expect(seen).toHaveLength(1)
    older.close()
    await after(1)
    expect(await drafts).toEqual([draft])
    expect(storage.get()).toEqual({ kind: 'open' })
  })
})

describe('a newer copy of the app that wants the store', () => {
  const upgrade = () => openDB(databaseName, databaseVersion + 1)

  test('gets it at once from a window that has stored all, which is told and writes nothing more', async () => {
    await putDraft(draft, 'created')
    const newer = await upgrade()
    expect(storage.get()).toEqual({ kind: 'newer', isOpen: true })
    await expect(putDraft({ ...draft, name: '新' }, 'created')).rejects.toMatchObject({ name: 'VersionError' })
    expect(await newer.getAll('drafts')).toEqual([draft])
    newer.close()
  })

  test('waits until a window with unsaved work has saved', async () => {
    await putDraft(draft, 'created')
    unsavedWork.set(
      () => putDraft({ ...draft, name: '刚写的' }, 'replaced'),
      () => true,
    )
    const newer = await upgrade()
    expect(await newer.get('drafts', 'r1')).toMatchObject({ name: '刚写的' })
    newer.close()
  })

  test('waits no longer than two seconds for a save that hangs', async () => {
    await putDraft(draft, 'created')
    unsavedWork.set(
      () => new Promise(() => undefined),
      () => true,
    )
    const opened = vi.fn()
    const newer = upgrade().then((database) => {
      opened()
      database.close()
    })
    await rounds()
    await after(1_999)
    expect(opened).not.toHaveBeenCalled()
    await after(1)
    await newer
    expect(storage.get()).toEqual({ kind: 'newer', isOpen: true })
  })

  test('has been here before: an older copy is told at its start', async () => {
    const newer = await upgrade()
    newer.close()
    await expect(listDrafts()).rejects.toMatchObject({ name: 'VersionError' })
    expect(seen).toEqual([{ kind: 'newer', isOpen: false }])
  })
})

describe('opening that is not answered', () => {
  test('is told after four seconds, and goes on when it is answered', async () => {
    let answer = (): void => undefined
    opening((...args) => {
      const request = openReal.apply(indexedDB, args)
      const dispatch = request.dispatchEvent.bind(request)
      Object.defineProperty(request, 'dispatchEvent', {
        value: (event: Event) => {
          if (event.type !== 'success') return dispatch(event)
          answer = () => void dispatch(event)
          return true
        },
      })
      return request
    })
    const drafts = listDrafts()
    await after(3_999)
    expect(seen).toEqual([])
    await after(1)
    expect(seen).toEqual([{ kind: 'waiting', cause: 'browser' }])
    answer()
    await rounds()
    expect(await drafts).toEqual([])
    expect(storage.get()).toEqual({ kind: 'open' })
  })

  test('is asked again after half a minute', async () => {
    const asked = opening(never, never)
    const drafts = listDrafts()
    await after(59_999)
    expect(asked).toHaveBeenCalledTimes(2)
    await after(1)
    expect(await drafts).toEqual([])
    expect(asked).toHaveBeenCalledTimes(3)
    expect(storage.get()).toEqual({ kind: 'open' })
    await after(600_000)
    expect(asked).toHaveBeenCalledTimes(3)
  })
})

describe('opening that fails', () => {
  test.each(['UnknownError', 'InvalidStateError', 'AbortError'])('once, with %s, is tried again', async (name) => {
    opening(rejects(name))
    expect(await listDrafts()).toEqual([])
    expect(seen).toEqual([{ kind: 'open' }])
  })

  test.each(['UnknownError', 'DataError', 'QuotaExceededError'])(
    'with %s again and again is told, nothing is removed, and the next try can succeed',
    async (name) => {
      await leave(databaseVersion)
      opening(rejects(name), throws(name))
      await expect(listDrafts()).rejects.toMatchObject({ name })
      expect(seen).toEqual([{ kind: 'failed', why: expect.objectContaining({ name }) }])
      expect(await listDrafts()).toEqual([draft])
      expect(storage.get()).toEqual({ kind: 'open' })
    },
  )

  test('in the middle of the work is no other state: each save tells of itself', async () => {
    await putDraft(draft, 'created')
    const used = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await listDrafts()
    ;(used.mock.contexts as readonly unknown[] as readonly IDBDatabase[])[0]?.close()
    opening(throws('UnknownError'), throws('UnknownError'))
    await expect(listDrafts()).rejects.toMatchObject({ name: 'UnknownError' })
    expect(storage.get()).toEqual({ kind: 'open' })
    expect(await listDrafts()).toEqual([draft])
  })
})

test('that the store was deleted or closed under this window is told to what is open in it', async () => {
  await putDraft(draft, 'created')
  const before = storeLosses.get()
  await deleteDB(databaseName)
  expect(storeLosses.get()).toBe(before + 1)
  await listDrafts()
  forceCloseDatabase(unwrap(await open()) as unknown as Parameters<typeof forceCloseDatabase>[0])
  await vi.waitFor(() => expect(storeLosses.get()).toBe(before + 2))
})
