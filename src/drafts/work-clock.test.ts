import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createWorkClock } from './work-clock'

const minute = 60_000

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('rings a quarter of an hour after the first change, however long the work goes on', () => {
  const ring = vi.fn()
  const clock = createWorkClock(ring)
  for (let passed = 0; passed < 15; passed += 1) {
    clock.touch()
    expect(ring).not.toHaveBeenCalled()
    vi.advanceTimersByTime(minute)
  }
  expect(ring).toHaveBeenCalledTimes(1)
  clock.touch()
  vi.advanceTimersByTime(15 * minute)
  expect(ring).toHaveBeenCalledTimes(2)
})

test('is still while nobody works, and once it is stopped', () => {
  const ring = vi.fn()
  const clock = createWorkClock(ring)
  expect(vi.getTimerCount()).toBe(0)
  clock.touch()
  vi.advanceTimersByTime(15 * minute)
  expect(vi.getTimerCount()).toBe(0)
  clock.touch()
  clock.stop()
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(60 * minute)
  expect(ring).toHaveBeenCalledTimes(1)
})

test('after a sleep, in which timers stand still, the next change finds that it is time', () => {
  vi.useFakeTimers()
  const ring = vi.fn()
  const clock = createWorkClock(ring)
  clock.touch()
  vi.setSystemTime(Date.now() + 60 * 60_000)
  clock.touch()
  expect(ring).toHaveBeenCalledTimes(1)
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})
