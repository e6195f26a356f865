import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gather } from '../drafts/backup/gather'
import { forget } from '../drafts/database'
import { fakeLocalStorage } from '../drafts/fake-local-storage'
import { getUnsent, putUnsent } from '../drafts/unsent-texts'
import { bringBackUnsent, forgetOpened, refreshUnsent, unsentOf } from './draft-unsent'

const full = (): void => {
  throw new DOMException('full', 'QuotaExceededError')
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  fakeLocalStorage()
  forgetOpened()
})
afterEach(async () => {
  vi.advanceTimersByTime(200)
  await forget()
  vi.useRealTimers()
})

/** Types for one reply after the other, and waits for what is kept in the database. */
const type = async (...replies: readonly (readonly [string, string])[]): Promise<void> => {
  for (const [key, text] of replies) unsentOf('r1').put(key, text)
  vi.advanceTimersByTime(200)
  // One transaction after the other: what is read next is read after it.
  await gather()
}

const shown = (texts: Readonly<Record<string, string>>) =>
  vi.waitFor(() => expect(unsentOf('r1').get()).toEqual(texts), { timeout: 5_000 })

test('what local storage refuses is in a backup, and there again when the draft is opened anew', async () => {
  await type(['a', '旧'], ['b', '留'])
  const room = localStorage.setItem
  localStorage.setItem = full
  await type(['a', '旧，又写'], ['c', '新'])
  await type(['b', ''])
  const written = { a: '旧，又写', c: '新' }
  expect(getUnsent('r1')).toEqual({ a: '旧', b: '留' })
  expect((await gather()).contents.unsent).toEqual([{ draft: 'r1', texts: written }])

  // The page is loaded again, and local storage is still full.
  forgetOpened()
  bringBackUnsent('r1')
  await shown(written)
  refreshUnsent('r1')
  expect(unsentOf('r1').get()).toEqual(written)
  await type(['d', '再写'])
  expect((await gather()).contents.unsent).toEqual([{ draft: 'r1', texts: { ...written, d: '再写' } }])

  // There is room again: the next key takes all along.
  localStorage.setItem = room
  await type(['d', '再写一句'])
  expect(getUnsent('r1')).toEqual({ ...written, d: '再写一句' })
  expect((await gather()).contents.unsent).toEqual([{ draft: 'r1', texts: { ...written, d: '再写一句' } }])
})

test('what is being written while the rest is brought back stays', async () => {
  localStorage.setItem = full
  await type(['a', '甲'], ['b', '乙'])
  forgetOpened()
  bringBackUnsent('r1')
  unsentOf('r1').put('a', '正在写')
  await shown({ a: '正在写', b: '乙' })
})

test('what another window wrote stays in sight when the next key is stored', () => {
  unsentOf('r1').put('a', '甲')
  putUnsent('r1', { b: '那边写的' })
  refreshUnsent('r1')
  unsentOf('r1').put('a', '甲乙')
  expect(unsentOf('r1').get()).toEqual({ a: '甲乙', b: '那边写的' })
})

test('local storage that is cleared under an open draft takes nothing that is known here', async () => {
  await type(['a', '甲'], ['b', '乙'], ['c', '丙'])
  localStorage.clear()
  refreshUnsent('r1')
  expect(unsentOf('r1').get()).toEqual({ a: '甲', b: '乙', c: '丙' })
  unsentOf('r1').put('c', '')
  await type(['b', '乙又'])
  const written = { a: '甲', b: '乙又' }
  expect(unsentOf('r1').get()).toEqual(written)
  expect(getUnsent('r1')).toEqual(written)
  expect((await gather()).contents.unsent).toEqual([{ draft: 'r1', texts: written }])
})

test('what another window emptied stays so when the next key is stored', () => {
  unsentOf('r1').put('a', '甲')
  putUnsent('r1', { a: '' })
  unsentOf('r1').put('b', '乙')
  expect(getUnsent('r1')).toEqual({ b: '乙' })
})

test('after local storage was cleared what another window put and wrote counts, though the clock was ahead before', async () => {
  const now = Date.now()
  vi.setSystemTime(now + 86_400_000)
  unsentOf('r1').put('x', '甲')
  vi.setSystemTime(now)
  localStorage.clear()
  // The other window knew “x” as well; it put that as a reply, and writes another one.
  putUnsent('r1', { y: '乙' })
  refreshUnsent('r1')
  unsentOf('r1').put('z', '丙')
  expect(getUnsent('r1')).toEqual({ y: '乙', z: '丙' })
})

test('a backup has what local storage has, where that is newer', async () => {
  await type(['a', '甲'])
  unsentOf('r1').put('a', '甲乙')
  expect((await gather()).contents.unsent).toEqual([{ draft: 'r1', texts: { a: '甲乙' } }])
})

test('where local storage is off, the database has it all', async () => {
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  await type(['a', '甲'])
  expect((await gather()).contents.unsent).toEqual([{ draft: 'r1', texts: { a: '甲' } }])
  forgetOpened()
  bringBackUnsent('r1')
  await shown({ a: '甲' })
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, writable: true, value: undefined })
})
