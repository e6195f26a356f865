import canonicalize from 'canonicalize'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Acceptance } from '../report/acceptance'
import type { Event } from './event-schema'

export type { Anchor, Comment, Decision, Event, Sending } from './event-schema'

type WithoutBookkeeping<T> = T extends unknown ? Omit<T, 'id' | 'order' | 'at' | 'by'> : never

/** What an event says, before it has an id, a place in the order, a time and an author. */
export type Act = WithoutBookkeeping<Event>

type Unsealed = Act & Pick<Event, 'order' | 'at' | 'by'>

const hash = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalize(value) ?? '')))

/** The event with its id: the same content has the same id everywhere, and an id that does not fit tells of a change. */
export const seal = (unsealed: Unsealed): Event => ({ ...unsealed, id: `e${hash(unsealed).slice(0, 32)}` }) as Event

/** Whether an event is what its author wrote: nobody changed it without taking a new id. */
export const isSealed = ({ id, ...rest }: Event): boolean => `e${hash(rest).slice(0, 32)}` === id

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The digest of the reasons of a report, whatever order they are in. */
export const reasonsDigest = (accepted: readonly Acceptance[]): string =>
  `sha256:${hash([...new Set(accepted.map((one) => canonicalize(one) ?? ''))].sort(inOrder))}`
