import { describe, expect, test, vi } from 'vitest'
import { createKeyedListeners, createStore } from './keyed-store'

describe('listeners by key', () => {
  test('a change wakes those of its keys and no others', () => {
    const { on, wake } = createKeyedListeners()
    const [a, alsoA, b] = [vi.fn(), vi.fn(), vi.fn()]
    on('a', a)
    on('a', alsoA)
    on('b', b)
    wake(['a', 'c'])
    expect([a, alsoA, b].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0])
    wake(new Set(['a', 'b']))
    expect([a, alsoA, b].map(({ mock }) => mock.calls.length)).toEqual([2, 2, 1])
  })

  test('one that went is not woken, also when it goes while others are', () => {
    const { on, wake } = createKeyedListeners()
    const last = vi.fn()
    const first = vi.fn(() => {
      offFirst()
      on('a', last)
    })
    const offFirst = on('a', first)
    wake(['a'])
    expect(last).not.toHaveBeenCalled()
    wake(['a'])
    expect(first).toHaveBeenCalledTimes(1)
    expect(last).toHaveBeenCalledTimes(1)
  })
})

describe('a value that is followed', () => {
  test('wakes only when it changes', () => {
    const { get, set, on } = createStore(1)
    const listener = vi.fn()
    const off = on(listener)
    set(1)
    expect(listener).not.toHaveBeenCalled()
    set(2)
    expect(get()).toBe(2)
    expect(listener).toHaveBeenCalledTimes(1)
    off()
    set(3)
    expect(listener).toHaveBeenCalledTimes(1)
  })

  test('is the new one already when it wakes', () => {
    const store = createStore(Number.NaN)
    const seen: number[] = []
    store.on(() => seen.push(store.get()))
    store.set(Number.NaN)
    store.set(5)
    expect(seen).toEqual([5])
  })
})
