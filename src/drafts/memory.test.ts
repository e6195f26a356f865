import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { newDraft } from './draft'

const draft = newDraft(format2021.id, { ...blankReport(format2021, 2023, blankUnit), id: 'r1' }, 1_000)

/** The app in a window of its own: all its modules anew. */
const openWindow = async () => {
  vi.resetModules()
  const [store, connection, { storage, unsavedWork }, unexported, { copied }] = await Promise.all([
    import('./store'),
    import('./connection'),
    import('./storage'),
    import('./unexported'),
    import('./work-since'),
  ])
  return { ...store, ...connection, ...unexported, storage, unsavedWork, copied }
}

const standing = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!

/** The browser's own database answers every request with an error. */
const refuse = (name: string, message = ''): void => {
  Object.defineProperty(globalThis, 'indexedDB', {
    configurable: true,
    value: {
      open: () => {
        throw new DOMException(message, name)
      },
    },
  })
}

const works = async ({ putDraft, getDraft, storage }: Awaited<ReturnType<typeof openWindow>>): Promise<void> => {
  await putDraft(draft, 'created')
  expect(storage.get().kind).toBe('memory')
  expect(await getDraft('r1')).toEqual(draft)
}

beforeEach(() => void Object.defineProperty(globalThis, 'indexedDB', standing))
afterEach(async () => {
  const { forget } = await openWindow()
  await forget()
})

describe('the app works from memory where the browser', () => {
  test('has no indexedDB', async () => {
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: undefined })
    await works(await openWindow())
  })

  test('throws where it is asked for it', async () => {
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
    await works(await openWindow())
  })

  test.each([
    ['SecurityError', ''],
    ['InvalidStateError', 'A mutation operation was attempted on a database that did not allow mutations.'],
    ['UnknownError', 'The user denied permission to access the database.'],
  ])('refuses to open it with %s %s', async (name, message) => {
    refuse(name, message)
    await works(await openWindow())
  })

  test('cannot open it and that was chosen', async () => {
    refuse('UnknownError')
    const window = await openWindow()
    await expect(window.listDrafts()).rejects.toMatchObject({ name: 'UnknownError' })
    expect(window.storage.get()).toMatchObject({ kind: 'failed' })
    await window.goOnInMemory()
    expect(window.storage.get()).toEqual({ kind: 'memory', cause: 'failed' })
    await works(window)
  })

  test('lacks what is younger than the oldest kernel', async () => {
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: undefined })
    const window = await openWindow()
    const lacking = [
      [globalThis, 'structuredClone'],
      [Object, 'hasOwn'],
      [Array.prototype, 'findLast'],
    ] as const
    const own = lacking.map(([on, name]) => Object.getOwnPropertyDescriptor(on, name)!)
    for (const [on, name] of lacking) Reflect.deleteProperty(on, name)
    try {
      await window.listDrafts()
      await works(window)
    } finally {
      for (const [at, [on, name]] of lacking.entries()) Object.defineProperty(on, name, own[at]!)
    }
  })
})

describe('what only this window holds', () => {
  test('is at risk where it is not saved yet and local storage does not take it', async () => {
    const { isAtRisk, unsavedWork } = await openWindow()
    let isFull = true
    expect(isAtRisk()).toBe(false)
    unsavedWork.set(
      () => Promise.resolve(),
      () => !isFull,
    )
    expect(isAtRisk()).toBe(true)
    isFull = false
    expect(isAtRisk()).toBe(false)
  })

  test('is known until it was handed out as a file, report by report', async () => {
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: undefined })
    const { noteUnexported, noteExported, copied, isAtRisk, listDrafts } = await openWindow()
    noteUnexported('before the store was asked')
    expect(isAtRisk()).toBe(false)
    await listDrafts()
    for (const id of ['r1', 'r2']) noteUnexported(id)
    noteExported('r1')
    expect(isAtRisk()).toBe(true)
    // A backup, or the file of the report itself.
    copied('r2', Date.now())
    expect(isAtRisk()).toBe(false)
  })
})
