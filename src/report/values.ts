import type { Format } from '../format'
import { cellsOf, type Address } from './cells'
import { figureAt } from './reading'
import type { Report } from './report'
import { filled, totalsOf, type Total } from './totals'

/** What stands in every cell of a report, computed ones summed; blank for addresses that are none of the format's. */
export const valuesOf = (format: Format, report: Pick<Report, 'cells' | 'handlingFee'>): ((at: Address) => Total) => {
  const cells = cellsOf(format)
  const figure = (at: Address) => {
    const cell = cells.get(at)
    return cell ? figureAt(report, cell) : null
  }
  const totals = totalsOf(format, figure)
  return (at) => totals.get(at) ?? filled(figure(at))
}
