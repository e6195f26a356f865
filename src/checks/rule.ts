import type { Format } from '../format'
import type { Acceptance } from '../report/acceptance'
import type { Figure } from '../report/amount'
import type { Address } from '../report/cells'
import type { Report } from '../report/report'
import type { Total } from '../report/totals'
import type { Quote } from './normal'

/** error blocks a final copy · warning must be cured or accepted with a reason · info is listed. */
export type Severity = 'error' | 'warning' | 'info'

/** The gravest first. */
export const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** open: a part is still blank · unknown: cannot be decided, shown all the same. */
type ResultKind = 'pass' | 'fail' | 'open' | 'unknown'

/** A report with its format and its cells' values, computed ones summed. */
export interface Reported {
  readonly format: Format
  readonly report: Report
  readonly valueAt: (at: Address) => Total
}

export type LastYear = Reported

/**
 * What is judged. `stated` are totals as a source printed them; without it totals are the sums of their parts. `last`
 * is the same unit's report of the year before, in its own format.
 */
export interface Subject extends Reported {
  readonly stated?: ReadonlyMap<Address, Figure | null>
  readonly last?: LastYear
}

/** One side of a comparison: what it is, its value in words, and where it stands. */
export interface Side {
  readonly label: string
  readonly value: string
  readonly at: readonly Address[]
}

/** One change to the report: a figure's text in its cell, or with a `range` (UTF-16 offsets) a stretch of a text. */
export interface Change {
  readonly at: Address
  readonly from: string
  readonly to: string
  readonly range?: readonly [start: number, end: number]
}

/** What would cure a fault, to be done with one click and undone with one. */
export interface Cure {
  readonly says: string
  readonly changes: readonly Change[]
}

/**
 * What a rule says of one place. `at` are the places that a click leads to, the first before the others; `quotes` the
 * words it speaks of; `cures` what would mend it, the likeliest first. `lesser`: only of the rule's lesser severity.
 */
export interface Verdict {
  readonly result: ResultKind
  readonly at: readonly Address[]
  readonly message: string
  readonly sides?: readonly [Side, Side]
  readonly difference?: string
  readonly quotes?: readonly Quote[]
  readonly cures?: readonly Cure[]
  readonly lesser?: true
}

export interface Rule {
  readonly id: string
  readonly severity: Severity
  /** A milder severity that some of its faults have, and which. */
  readonly lesser?: { readonly severity: Severity; readonly when: string }
  /** An error that the clerk may release with a reason: the reading of language never blocks absolutely. */
  readonly releasable?: true
  /** For the published list: what a fault looks like, and what is said of it. */
  readonly example?: { readonly fault: string; readonly message: string }
  /** What must hold, for the published list. */
  readonly holds: string
  /** The article, document or practice that it follows; {form} and {law} stand for the format's own. */
  readonly basis: string
  readonly judge: (subject: Subject) => readonly Verdict[]
}

/** A verdict with its rule, and the place in the way through where it belongs: `basics` or a section's id. */
export interface Finding extends Verdict {
  readonly rule: string
  readonly severity: Severity
  readonly section: string
  readonly releasable?: true
  /** Why the clerk lets it stand. */
  readonly accepted?: Acceptance
}

export const pass = (message: string, at: readonly Address[]): Verdict => ({ result: 'pass', at, message })
export const fail = (message: string, at: readonly Address[]): Verdict => ({ result: 'fail', at, message })
export const open = (message: string, at: readonly Address[]): Verdict => ({ result: 'open', at, message })
export const unknown = (message: string, at: readonly Address[]): Verdict => ({ result: 'unknown', at, message })
