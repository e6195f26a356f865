import type { Format } from '../format'
import { cellsOf, type Address } from '../report/cells'
import type { Report } from '../report/report'
import { valuesOf } from '../report/values'
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
  const valueAt = valuesOf(format, report)
  return (at) => {
    const { value, missing } = valueAt(at)
    const computed = cells.get(at)?.computed === true
    if (value !== null && missing === 0) return { computed, text: String(value) }
    return draft ? { computed, text: '', gap: true } : { computed, text: '' }
  }
}
