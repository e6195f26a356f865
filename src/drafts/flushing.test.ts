import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => vi.useRealTimers())

/** A window: the module loaded anew, with the channel that all windows share. */
const openWindow = async () => {
  vi.resetModules()
  const [{ flushEverywhere }, { unsavedWork }] = [await import('./flushing'), await import('./storage')]
  return { flushEverywhere, unsavedWork }
}

test('asking for it stores what every open editor has, here and in other windows, before anything goes on', async () => {
  const [here, there, idle] = [await openWindow(), await openWindow(), await openWindow()]
  const stored: string[] = []
  const heard: string[] = []
  const listener = new BroadcastChannel('gov-info-disclosure-annual-report:flush')
  listener.addEventListener('message', ({ data }: MessageEvent<{ kind: string }>) => heard.push(data.kind))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const isKept = (): boolean => true
  here.unsavedWork.set(async () => void stored.push('here'), isKept)
  let finish = (): void => undefined
  let isBusy = false
  there.unsavedWork.set(async () => {
    isBusy = true
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    stored.push('there')
  }, isKept)
  let isDone = false
  let isShort: unknown
  const asked = here.flushEverywhere().then((is) => {
    isDone = true
    isShort = is
  })
  await vi.waitFor(() => expect(heard).toContain('begun'))
  // However late its save is: this window knows that it is under way.
  await vi.advanceTimersByTimeAsync(1_000)
  expect(stored).toEqual(['here'])
  expect(isDone).toBe(false)
  expect(isBusy).toBe(true)
  finish()
  await asked
  vi.useRealTimers()
  listener.close()
  expect(stored).toEqual(['here', 'there'])
  expect(isShort).toBe(false)
  // What neither the store nor a journal of the other window took is told.
  there.unsavedWork.clear()
  there.unsavedWork.set(
    () => Promise.reject(new Error('full')),
    () => false,
  )
  expect(await here.flushEverywhere()).toBe(true)
  here.unsavedWork.clear()
  there.unsavedWork.clear()
  // A window without an editor has nothing to store and keeps nobody waiting, nor does a save that fails.
  idle.unsavedWork.set(() => Promise.reject(new Error('full')), isKept)
  expect(await idle.flushEverywhere()).toBe(false)
})
