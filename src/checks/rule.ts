import type { Format } from '../format'
import type { Figure } from '../report/amount'
import type { Address } from '../report/cells'
import type { Report } from '../report/report'
import type { Total } from '../report/totals'

/** error blocks a final copy · warning must be cured or accepted with a reason · info is listed. */
export type Severity = 'error' | 'warning' | 'info'

/** open: a part is still blank · unknown: cannot be decided, shown all the same. */
type ResultKind = 'pass' | 'fail' | 'open' | 'unknown'

/** What is judged. `stated` are totals as a source printed them; without it totals are the sums of their parts. */
export interface Subject {
  readonly format: Format
  readonly report: Report
  readonly valueAt: (at: Address) => Total
  readonly stated?: ReadonlyMap<Address, Figure | null>
}

/** One side of a comparison: what it is, its value in words, and where it stands. */
export interface Side {
  readonly label: string
  readonly value: string
  readonly at: readonly Address[]
}

/** What a rule says of one place. `at` are the places that a click leads to, the first before the others. */
export interface Verdict {
  readonly result: ResultKind
  readonly at: readonly Address[]
  readonly message: string
  readonly sides?: readonly [Side, Side]
  readonly difference?: string
}

export interface Rule {
  readonly id: string
  readonly severity: Severity
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
}

export const pass = (message: string, at: readonly Address[]): Verdict => ({ result: 'pass', at, message })
export const fail = (message: string, at: readonly Address[]): Verdict => ({ result: 'fail', at, message })
export const open = (message: string, at: readonly Address[]): Verdict => ({ result: 'open', at, message })
