import type { Table } from '../format'
import { lines, places } from '../report/axis'
import { byColumns, strangeColumns, valuesUnder } from './by-columns'
import { byRuns, runUnderHeads } from './by-runs'
import { columnsUnder, headRows } from './heads'
import { isFigureLike, labelsOf, type IsElsewhere } from './labels'
import { says, type Layout, type Unclear } from './layout'
import type { Pasted } from './pasted'

/** A table of one row without a label is known by its heads. */
const underHeads = (table: Table, block: Pasted, isElsewhere: IsElsewhere): Layout | Unclear | null => {
  const heads = headRows(table, block)
  const body = block.rows.filter(
    (row, index) => !heads.includes(index) && row.some(({ text }) => text !== '' && isFigureLike(text)),
  )
  const [row] = body
  if (heads.length === 0 || !row) return null
  if (!block.inColumns) return runUnderHeads(table, block, isElsewhere)
  const columns = columnsUnder(table, block, heads)
  if (body.length > 1) return runUnderHeads(table, block, isElsewhere)
  if (columns.every((id) => id === null)) return { unclear: says.underHeads }
  return {
    placed: valuesUnder(table, lines(table.rows)[0]?.id ?? '', row, columns),
    told: strangeColumns(block, body, columns),
  }
}

/** How many cells a reading of a block puts something in, or empties. */
export const laidIn = (found: Layout | Unclear | null): number => (found && 'placed' in found ? found.placed.length : 0)

/**
 * Lays a block that carries a table's labels, in any row order, with or without its heads and totals. Null when it
 * carries none of them; unclear when its columns cannot be told. A row that is not sure of its place is told and laid
 * nowhere, one that belongs to another table is not told.
 */
export const recognise = (table: Table, block: Pasted, isElsewhere: IsElsewhere): Layout | Unclear | null => {
  const rows = places(table.rows)
  if (rows.every(({ line }) => line.label === '')) return underHeads(table, block, isElsewhere)
  const labels = labelsOf(
    rows.map(({ line }) => [line.label, line.id] as const),
    rows.flatMap(({ headings }) => headings.map(({ label }) => label)),
  )
  const found = block.inColumns ? byColumns(table, block, labels, isElsewhere) : null
  if (laidIn(found) > 0) return found
  const closed = byRuns(table, block, labels, isElsewhere)
  return laidIn(closed) > 0 ? closed : (found ?? closed)
}
