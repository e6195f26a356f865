import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forget } from './database'
import { fakeLocalStorage } from './fake-local-storage'
import { recordUnsent, recoverUnsent } from './unsent-record'
import { getUnsent, putUnsent, writtenAt } from './unsent-texts'

let storage = fakeLocalStorage()

beforeEach(() => {
  storage = fakeLocalStorage()
})

afterEach(forget)

const type = async (text: string): Promise<void> => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  putUnsent('r1', { reply: text })
  recordUnsent('r1', getUnsent('r1'), writtenAt('r1'))
  vi.advanceTimersByTime(200)
  vi.useRealTimers()
}

/** What the disk held some seconds ago is all that a crash leaves of local storage. */
const crash = (left: ReadonlyMap<string, string>): void => {
  storage.clear()
  for (const [key, text] of left) storage.set(key, text)
}

test('what a crash took from local storage is there again, the last that was written', async () => {
  await type('正在')
  const left = new Map(storage)
  await type('正在核对')
  crash(left)
  expect(getUnsent('r1')).toEqual({ reply: '正在' })
  await vi.waitFor(async () => {
    await recoverUnsent('r1')
    expect(getUnsent('r1')).toEqual({ reply: '正在核对' })
  })
  crash(new Map())
  await recoverUnsent('r1')
  expect(getUnsent('r1')).toEqual({ reply: '正在核对' })
})

test('a reply that was put does not come back with what the crash left', async () => {
  await type('已核对')
  const left = new Map(storage)
  await type('')
  crash(left)
  await vi.waitFor(async () => {
    await recoverUnsent('r1')
    expect(getUnsent('r1')).toEqual({})
  })
})

test('what was written later stays: a page that was left has nothing older put over it', async () => {
  await type('甲')
  putUnsent('r1', { reply: '甲乙' })
  await recoverUnsent('r1')
  expect(getUnsent('r1')).toEqual({ reply: '甲乙' })
  await recoverUnsent('r2')
  expect(getUnsent('r2')).toEqual({})
})
