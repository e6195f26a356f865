export { createStore, type Store } from '../drafts/observable'

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
