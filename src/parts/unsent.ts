import { useSyncExternalStore } from 'react'
import { createStore, type Store } from './keyed-store'

type Texts = Readonly<Record<string, string>>

/** Texts that were written and not yet put, by the key of what they are for; '' where there is none. */
export interface Unsent extends Pick<Store<Texts>, 'get' | 'on'> {
  put(key: string, text: string): void
  /** What was written since it was last stored. */
  changes(): Texts
  /** What is stored, as far as this window knows. */
  known(): Texts
  /** These changes are stored; `now` is what stands there then, where other windows write, too. */
  stored(changes: Texts, now?: Texts): void
  /** Shows the texts as they are stored, beneath what was written here since. */
  show(stored: Texts): void
}

export const createUnsent = (initial: Texts, touch: () => void): Unsent => {
  const texts = createStore(initial)
  let changed: Texts = {}
  let known = initial
  const written = (all: Texts): Texts => Object.fromEntries(Object.entries(all).filter(([, one]) => one !== ''))
  const show = (stored: Texts): void => {
    const next = written({ ...stored, ...changed })
    if (JSON.stringify(next) !== JSON.stringify(texts.get())) texts.set(next)
  }
  return {
    get: texts.get,
    on: texts.on,
    put: (key, text) => {
      if ((texts.get()[key] ?? '') === text) return
      changed = { ...changed, [key]: text }
      texts.set(written({ ...texts.get(), [key]: text }))
      touch()
    },
    changes: () => changed,
    known: () => known,
    stored: (changes, now = { ...known, ...changes }) => {
      changed = Object.fromEntries(Object.entries(changed).filter(([key, text]) => changes[key] !== text))
      // What was written on meanwhile builds on what was sent, and shows nothing of what others wrote there.
      const sent = Object.entries(changes).filter(([key]) => key in changed)
      known = { ...now, ...Object.fromEntries(sent) }
      show(now)
    },
    show,
  }
}

/** The text that is being written for a key, and what takes the next one. */
export const useUnsent = (unsent: Unsent, key: string): readonly [string, (text: string) => void] => [
  useSyncExternalStore(unsent.on, () => unsent.get()[key] ?? ''),
  (text) => unsent.put(key, text),
]
