import type { Address } from '../report/cells'
import type { TypedReport } from '../report/report'

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
  readonly accepted: readonly unknown[]
  readonly review: Readonly<Record<string, unknown>>
  readonly final: { readonly at: string; readonly digest: string } | null
}

/** What an open editor has changed: all of the report, and which cells were filled. */
export interface Content {
  readonly typed: TypedReport
  readonly filled: readonly Address[]
}

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
  review: {},
  final: null,
})
