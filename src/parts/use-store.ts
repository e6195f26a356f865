import { useSyncExternalStore } from 'react'
import type { Store } from './keyed-store'

/** A value that is followed. It stands apart from the session, so that the list of drafts need not load the rules. */
export const useStore = <T>(store: Pick<Store<T>, 'get' | 'on'>): T => useSyncExternalStore(store.on, store.get)
