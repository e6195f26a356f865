import type { Format } from '../format'
import type { Address } from '../report/cells'
import type { TypedReport } from '../report/report'

interface Props {
  readonly format: Format
  readonly before: TypedReport
  readonly after: TypedReport
  /** Goes to a place; left out where there is nothing to go to. */
  readonly onGo?: (at: Address) => void
}

/** What changed between two states of a report, cell by cell and sentence by sentence. */
export const Differences = (_: Props) => null
