import type { Acceptance } from '../report/acceptance'
import type { Address } from '../report/cells'
import type { Final } from '../review/file'
import { openingsOf } from '../review/openings'
import { noReview, reviewOf, type Review } from '../review/review'
import { newId, type TypedReport } from '../report/report'

/** A draft as it is stored: one record per report, each figure as typed. Nothing derived stands in it. */
export interface Draft {
  /** The report's id. */
  readonly id: string
  /** Counts the saves; a save builds on the revision that it read. */
  readonly revision: number
  readonly createdAt: number
  readonly changedAt: number
  readonly format: string
  /** What the list calls it; '' for unit and year. */
  readonly name: string
  readonly typed: TypedReport
  /** Cells that 其余填 0 filled. */
  readonly filled: readonly Address[]
  /** Findings that the clerk lets stand, each with a reason. */
  readonly accepted: readonly Acceptance[]
  readonly review: Review
  /** When the final copy was made (ISO 8601) and the digest of exactly that content; null while it is a draft. */
  readonly final: Final | null
  /** The revision that each of the last sittings made when it saved last; left out where none is known. */
  readonly savedBy?: Readonly<Record<string, number>>
}

/** What an open editor may change: all but the record's own bookkeeping and its name. */
export type Content = Pick<Draft, 'typed' | 'filled' | 'accepted' | 'review' | 'final'>

/** A report's first record. */
export const newDraft = (format: string, typed: TypedReport, now: number): Draft => ({
  id: typed.id,
  revision: 1,
  createdAt: now,
  changedAt: now,
  format,
  name: '',
  typed,
  filled: [],
  accepted: [],
  review: noReview,
  final: null,
})

/** The same report under a new id, to stand beside the one that is here: a draft, for the digest holds the id. */
export const asCopy = (draft: Draft, now: number): Draft => {
  const id = newId()
  return { ...draft, id, revision: 1, createdAt: now, changedAt: now, typed: { ...draft.typed, id }, final: null }
}

/** Just what an editor may change of a record, whatever else comes with it. */
export const contentOf = ({ typed, filled, accepted, review, final }: Content): Content => ({
  typed,
  filled,
  accepted,
  review,
  final,
})

const isReview = (value: unknown): value is Review =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray(Reflect.get(value, 'events')) &&
  Array.isArray(Reflect.get(value, 'decided'))

/** So many sittings are known: what one leaves behind is taken in when the list is next opened. */
const mostSittings = 60

/** The sittings that saved a record, once one of them makes another revision. What a copy took over is not its own. */
export const savedBy = (
  { revision, savedBy: before = {} }: Draft,
  by: string,
  next: number,
): Readonly<Record<string, number>> => {
  const others = Object.entries(before).filter(([other, made]) => other !== by && made <= revision)
  return { ...Object.fromEntries(others.slice(1 - mostSittings)), [by]: next }
}

/** A review as any copy of the app stored it; before there were events it held the openings of the final copy. */
export const storedReview = (raw: unknown): Review =>
  isReview(raw) ? raw : typeof raw === 'object' && raw !== null ? reviewOf(openingsOf(raw), []) : noReview

/** A record as any copy of the app stored it, in the shape that this one works with. */
export const modern = <T extends Pick<Draft, 'review'>>(record: T): T => ({
  ...record,
  review: storedReview(record.review),
})
