import type { Random } from '../../checks/seeded/random'

/** What became of one input. */
export type Outcome =
  | { readonly kind: 'refused'; readonly message: string }
  | {
      readonly kind: 'accepted'
      readonly told: readonly string[]
      /** What stands in the input and not in what was accepted, written back; undefined where nothing is missing. */
      readonly lost: string | undefined
    }

/** A reader of something from outside, as the harness drives it. One entry in `readers.ts` brings a new one under all laws. */
export interface Reader {
  readonly name: string
  /** Valid inputs, which the harness spoils. */
  readonly seeds: () => readonly [string, ...string[]]
  /** One change that knows what the text means; bytes are changed without it. */
  readonly spoil: (text: string, random: Random) => string
  /** What spoilt inputs must come to, each more than now and then: a harness whose inputs are all refused finds nothing. */
  readonly outcomes: readonly ('refused' | 'told' | 'silent')[]
  /** What its valid inputs come to. */
  readonly valid: readonly ('told' | 'silent')[]
  /** The most messages that one input may make. */
  readonly mostTold: number
  /** How much of the inputs it gets, beside the other readers. */
  readonly share: number
  readonly read: (bytes: Uint8Array<ArrayBuffer>) => Promise<Outcome> | Outcome
}
