/** Listeners by key: a change wakes those of its keys and no others. */
export interface KeyedListeners {
  on(key: string, listener: () => void): () => void
  wake(keys: Iterable<string>): void
}

export const createKeyedListeners = (): KeyedListeners => {
  const listeners = new Map<string, Set<() => void>>()
  return {
    on: (key, listener) => {
      const own = listeners.get(key) ?? new Set()
      listeners.set(key, own.add(listener))
      return () => own.delete(listener)
    },
    wake: (keys) => {
      for (const key of keys) for (const listener of Array.from(listeners.get(key) ?? [])) listener()
    },
  }
}

/** One value that components can follow. */
export interface Store<T> {
  get(): T
  set(value: T): void
  on(listener: () => void): () => void
}

export const createStore = <T>(initial: T): Store<T> => {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(value, next)) return
      value = next
      for (const listener of Array.from(listeners)) listener()
    },
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
