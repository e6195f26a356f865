import type { Format } from '../format'
import type { Acceptance } from '../report/acceptance'
import { digestOf, wellFormed } from '../report/digest'
import { reportOf } from '../report/reading'
import type { TypedReport } from '../report/report'
import { toExchange, type ExchangedReport } from '../report/schema'
import { reasonsDigest } from './event'
import type { State } from './standing'

/** The report in the exchanged form that its file and its digest have. */
export const exchangedOf = (format: Format, typed: TypedReport): ExchangedReport =>
  wellFormed(toExchange(reportOf(format, typed)), () => undefined)

/** What identifies a content: the digest that its file has, and that of its reasons. */
export const stateOf = (format: Format, typed: TypedReport, accepted: readonly Acceptance[]): State => ({
  digest: digestOf(format.id, exchangedOf(format, typed)),
  reasons: reasonsDigest(accepted),
})
