import { createStore } from './observable'

/** How the browser's store answers this window. */
export type Storage =
  | { readonly kind: 'opening' }
  /** It has not answered: a window with an older copy of the app keeps it, or nobody knows why. */
  | { readonly kind: 'waiting'; readonly cause: 'window' | 'browser' }
  | { readonly kind: 'open' }
  /** What is typed is gone with the window: the browser keeps nothing, or its store could not be opened. */
  | { readonly kind: 'memory'; readonly cause: 'off' | 'failed' }
  /** It holds what a newer copy of the app wrote; this one must not touch it. */
  | { readonly kind: 'newer'; readonly isOpen: boolean }
  /** It could not be opened, though it should be there. */
  | { readonly kind: 'failed'; readonly why: unknown }

export const storage = createStore<Storage>({ kind: 'opening' })

/**
 * What happened to the store that everybody should know: it was cleared, a review that another window removed came back with
 * what was written here, or work of last time still waits to be stored.
 */
type StorageNews = 'cleared' | 'returned' | 'waiting'

export const storageNews = createStore<StorageNews | null>(null)

/** How often the store was deleted or closed under this window: what is open here is stored anew. */
export const storeLosses = createStore(0)

/**
 * Saves that are to be done before this window gives way to a newer copy of the app, or a backup is made; each with what
 * writes the same into a journal, false where local storage does not take it.
 */
export const unsavedWork = new Map<() => Promise<void>, () => boolean>()
