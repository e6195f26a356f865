import { clientsClaim } from 'workbox-core'
import { precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'

/** All files of this build; the build puts the list here. */
declare const kept: PrecacheEntry[]

// A newer build waits until no window of the older one is open: each window finds the parts it was made of. Its files
// lie beside the older ones until then. The windows that were open before any of this are looked after at once.
clientsClaim()
precacheAndRoute(kept)
