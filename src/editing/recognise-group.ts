import type { Table } from '../format'
import { lines } from '../report/axis'
import { addressOf } from '../report/cells'
import { strangeRun } from './by-runs'
import { bare, joined, labelsOf, type IsElsewhere } from './labels'
import { layoutOf, says, type Layout, type Row } from './layout'
import type { Pasted } from './pasted'
import { runsIn } from './runs'

type Columns = readonly (string | null)[]

/** The heads before a row: the pieces between the corner and the row's label; undefined where there is no corner. */
const headsBefore = (table: Table, pieces: readonly string[]): readonly string[] | undefined => {
  const corner = bare(table.corner ?? '')
  const at = pieces.map(bare).lastIndexOf(corner)
  return corner === '' || at < 0 ? undefined : pieces.slice(at + 1, -1)
}

/** Which columns heads stand for: the table's where they are its own, otherwise one by one. */
const columnsOf = (table: Table, heads: readonly string[]): Columns => {
  const all = lines(table.columns)
  const text = heads.map(bare).join('')
  if (text.startsWith(all.map(({ label }) => bare(label)).join(''))) return all.map(({ id }) => id)
  const labels = labelsOf(
    all.map(({ label, id }) => [label, id] as const),
    [],
  )
  return heads.map((head) => labels.find(head))
}

/**
 * Lays the rows of tables that are printed as one: each row's figures follow its label, under the heads of its table
 * where there are any. Null when no row carries a label of theirs. Rows that belong to other tables are not told.
 */
export const recogniseGroup = (tables: readonly Table[], block: Pasted, isElsewhere: IsElsewhere): Layout | null => {
  const labels = labelsOf(
    tables.flatMap((table) => lines(table.rows).map(({ label, id }) => [label, { table, id, label }] as const)),
    [],
  )
  const headsOf = new Map<Table, Columns>()
  let found = false
  const rows = runsIn(block, labels).flatMap((run): readonly Row[] => {
    const line = joined(labels, run.pieces)
    if (!line) return strangeRun(run, isElsewhere)
    found = true
    const { table, id, label } = line
    const heads = headsBefore(table, run.pieces)
    if (heads !== undefined) headsOf.set(table, columnsOf(table, heads))
    const columns = headsOf.get(table) ?? lines(table.columns).map((column) => column.id)
    const values = run.values.slice(0, columns.length)
    const isMore = run.values.slice(columns.length).some((text) => text !== '')
    const isLess = values.length < lines(table.columns).length && columns.length >= lines(table.columns).length
    if (isMore || isLess) return [{ strange: says.count(label, run.values.length, columns.length) }]
    if (columns.every((column) => column === null)) return strangeRun(run, isElsewhere)
    const others = values.filter((text, index) => text !== '' && (columns[index] ?? null) === null)
    const placed = columns.flatMap((column, index) =>
      column === null ? [] : [{ at: addressOf(table.id, id, column), text: values[index] ?? '' }],
    )
    return [
      { key: `${table.id}.${id}`, label, values: placed },
      ...(others.length > 0 ? [{ strange: says.others(label, others) }] : []),
    ]
  })
  return found ? layoutOf(rows) : null
}
