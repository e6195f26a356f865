import type { Format } from '../format'
import { cellsOf, type Address } from '../report/cells'
import { figureAt } from '../report/reading'
import type { Report } from '../report/report'
import { filled, totalsOf } from '../report/totals'
import type { Words } from './document'

/** What stands in a cell, and whether it is computed. */
interface Printed extends Words {
  readonly computed: boolean
}

/**
 * The words of every cell by address: figures with their digits as typed. Empty, and a gap in a draft, where a cell is
 * blank or unreadable and where a part of a total is.
 */
export const figuresOf = (format: Format, report: Report, draft: boolean): ((at: Address) => Printed) => {
  const cells = cellsOf(format)
  const entered = (at: Address) => {
    const cell = cells.get(at)
    return cell ? figureAt(report, cell) : null
  }
  const totals = totalsOf(format, entered)
  return (at) => {
    const total = totals.get(at)
    const { value, missing } = total ?? filled(entered(at))
    const computed = total !== undefined
    if (value !== null && missing === 0) return { computed, text: String(value) }
    return draft ? { computed, text: '', gap: true } : { computed, text: '' }
  }
}
