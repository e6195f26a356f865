import type { Unit, Version } from '../database'
import type { Draft } from '../draft'
import type { ReviewCopy } from '../review-copy'
import type { UnsentTexts } from '../unsent-texts'

/** A setting by its key. */
export interface Setting {
  readonly key: string
  readonly value: unknown
}

/** All that this computer keeps, record by record, each whole. */
export interface Contents {
  readonly drafts: readonly Draft[]
  readonly versions: readonly Version[]
  readonly units: readonly Unit[]
  readonly reviews: readonly ReviewCopy[]
  readonly settings: readonly Setting[]
  /** Replies that were being written. */
  readonly unsent: readonly UnsentTexts[]
}

export type StoreName = keyof Contents

/** A record that cannot be read as what it should be, as text: whoever can mend it has all of it. */
export interface Damaged {
  readonly store: string
  readonly key: string
  readonly text: string
}

/** What was read, and what could not be. */
export interface Sifted {
  readonly contents: Contents
  readonly damaged: readonly Damaged[]
}
