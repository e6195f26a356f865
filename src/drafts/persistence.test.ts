import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { forget } from './database'
import { askToPersist, forgetAsking, persistence } from './persistence'

const browser = (answer: () => Promise<boolean>, isPersisted = false) => {
  const persist = vi.fn(answer)
  vi.stubGlobal('navigator', { storage: { persist, persisted: () => Promise.resolve(isPersisted) } })
  return persist
}

beforeEach(forgetAsking)
afterEach(async () => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  await forget()
})

describe('the browser is asked to keep what is stored', () => {
  test('once, whatever it answers, in this window and in all later ones', async () => {
    const persist = browser(() => Promise.resolve(false))
    expect(await persistence()).toBe('unasked')
    await askToPersist()
    await askToPersist()
    forgetAsking()
    await askToPersist()
    expect(persist).toHaveBeenCalledTimes(1)
    expect(await persistence()).toBe('refused')
  })

  test('and what it says now is shown, not what it said then', async () => {
    browser(() => Promise.resolve(false))
    await askToPersist()
    browser(() => Promise.resolve(true), true)
    expect(await persistence()).toBe('granted')
  })

  test('not at all where it keeps it already', async () => {
    const persist = browser(() => Promise.resolve(true), true)
    await askToPersist()
    expect(persist).not.toHaveBeenCalled()
  })

  test('and is not waited for: a question that nobody answers holds nothing up', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const persist = browser(() => new Promise(() => undefined))
    const asked = askToPersist()
    while (persist.mock.calls.length === 0) await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(5_000)
    await asked
    expect(await persistence()).toBe('refused')
  })

  test('and a refusal by an error is a refusal', async () => {
    browser(() => Promise.reject(new TypeError('no')))
    await askToPersist()
    expect(await persistence()).toBe('refused')
  })

  test.each([[{}], [{ storage: {} }]])('or cannot be asked, as on plain http', async (navigator) => {
    vi.stubGlobal('navigator', navigator)
    await askToPersist()
    expect(await persistence()).toBe('none')
  })
})
