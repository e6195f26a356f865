import { z } from '../report/zod'

z.config({ jitless: true })

const text = z.string()
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

const anchor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('whole') }),
  z.strictObject({ kind: z.literal('section'), section: text }),
  z.strictObject({ kind: z.literal('place'), at: text, value: text }),
  z.strictObject({ kind: z.literal('words'), at: text, words: text, before: text, after: text }),
])

const bookkeeping = {
  /** `e` and 32 hexadecimal digits of the SHA-256 over the canonical form of all the rest. */
  id: z.string().regex(/^e[0-9a-f]{32}$/),
  /** One more than the greatest that its author knew: what answers something stands after it, whatever the clocks say. */
  order: z.int().min(1).max(1_000_000_000),
  at: z.iso.datetime(),
  by: text,
}

/** What exactly was looked at: the report's digest, and the digest of the reasons that were written for it. */
const state = { digest, reasons: digest }

export const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...bookkeeping, kind: z.literal('comment'), digest, anchor, text }),
  z.strictObject({ ...bookkeeping, kind: z.literal('reply'), to: text, text }),
  z.strictObject({ ...bookkeeping, kind: z.literal('settle'), to: text }),
  z.strictObject({ ...bookkeeping, kind: z.literal('unsettle'), to: text }),
  z.strictObject({ ...bookkeeping, kind: z.literal('send'), version: z.int().min(1).max(9_999), text, ...state }),
  z.strictObject({ ...bookkeeping, kind: z.literal('return'), text, ...state }),
  z.strictObject({ ...bookkeeping, kind: z.literal('approve'), text, ...state }),
  z.strictObject({ ...bookkeeping, kind: z.literal('waive'), text }),
  z.strictObject({ ...bookkeeping, kind: z.literal('require'), text }),
  z.strictObject({ ...bookkeeping, kind: z.literal('unfreeze'), digest, text }),
])

/**
 * What somebody did in the course of a review; it is never changed or removed, and all that a screen shows is derived from
 * the events. comment, reply, settle (解决), unsettle; send (送审), return (退回修改), approve (审核通过); waive and require
 * (whether the unit's reports need an approval); unfreeze (a final copy was opened again). `text` is what was written.
 */
export type Event = z.infer<typeof eventSchema>

/** What a comment is about: a cell or field with what stood there, words of a text with those around them, a section, all. */
export type Anchor = z.infer<typeof anchor>

export type Comment = Extract<Event, { kind: 'comment' }>
export type Sending = Extract<Event, { kind: 'send' }>
export type Decision = Extract<Event, { kind: 'return' | 'approve' }>
