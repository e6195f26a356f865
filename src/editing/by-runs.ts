import type { Line, Table } from '../format'
import { lines } from '../report/axis'
import { addressOf } from '../report/cells'
import { blanksAfter } from './by-columns'
import { headsIn } from './heads'
import { isFigureLike, joined, labelsOf, type IsElsewhere, type Labels } from './labels'
import { layoutOf, says, type Layout, type Placed, type Row, type Unclear } from './layout'
import type { Pasted } from './pasted'
import { runsIn, type Run } from './runs'

export const hasFigure = (values: readonly string[]): boolean =>
  values.some((text) => text !== '' && isFigureLike(text))

/** What is told of figures after a text that is none of the rows; nothing where no figures follow it. */
export const strangeRun = ({ pieces, values }: Run, isElsewhere: IsElsewhere): readonly Row[] => {
  const label = pieces[pieces.length - 1]
  return hasFigure(values) && !isElsewhere(pieces)
    ? [{ strange: label === undefined ? says.nameless(values) : says.row(label) }]
    : []
}

const valuesOf = (table: Table, row: string, columns: readonly Line[], values: readonly string[]): readonly Placed[] =>
  columns.map(({ id }, at) => ({ at: addressOf(table.id, row, id), text: values[at] ?? '' }))

const isEntered = ({ sum }: Line): boolean => sum === undefined

/**
 * Lays a block whose rows close up where cells are merged: each label is followed by its figures, all of them, or it is
 * told and laid nowhere. Null where it has none of the table's rows.
 */
export const byRuns = (
  table: Table,
  block: Pasted,
  labels: Labels<string>,
  isElsewhere: IsElsewhere,
): Layout | Unclear | null => {
  const all = lines(table.columns)
  const entered = all.filter(isEntered)
  const runs = runsIn(block, labels)
  const ids = runs.map(({ pieces }) => joined(labels, pieces))
  const first = ids.findIndex((id) => id !== null)
  if (first < 0) return null
  const heads = headsIn(
    table,
    runs.slice(0, first + 1).flatMap(({ pieces }) => pieces),
  )
  if (heads === 'others') return { unclear: says.columns }
  return layoutOf(
    runs.flatMap((run, index): readonly Row[] => {
      const id = ids[index] ?? null
      const label = run.pieces[run.pieces.length - 1] ?? ''
      if (id === null) return strangeRun(run, isElsewhere)
      const count = run.values.length
      const withoutTotals = count === entered.length && (heads === 'entered' || (heads === 'none' && !run.isLoose))
      const columns = count === all.length && heads !== 'entered' ? all : withoutTotals ? entered : null
      // Blank cells or the rest of a merged label: a sheet's rows and a page's cannot be told apart.
      const isAmbiguous = !run.isLoose && run.values[0] === '' && blanksAfter(table, id) > 0
      if (!columns || isAmbiguous) return [{ strange: says.count(label, count, all.length) }]
      return [{ key: id, label, values: valuesOf(table, id, columns, run.values) }]
    }),
  )
}

/**
 * Lays the one row of a table without row labels, after heads that close up where cells are merged; figures after other
 * texts are told.
 */
export const runUnderHeads = (table: Table, block: Pasted, isElsewhere: IsElsewhere): Layout | Unclear => {
  const all = lines(table.columns)
  const columnsOf = ({ pieces, values }: Run): readonly Line[] | null => {
    const heads = headsIn(table, pieces)
    const columns = heads === 'all' ? all : heads === 'entered' ? all.filter(isEntered) : []
    return columns.length > 0 && columns.length === values.length ? columns : null
  }
  const row = lines(table.rows)[0]?.id ?? ''
  const runs = runsIn(block, labelsOf<string>([], []))
  const rows = runs.flatMap((run): readonly Row[] => {
    const columns = columnsOf(run)
    return columns
      ? [{ key: row, label: '', values: valuesOf(table, row, columns, run.values) }]
      : strangeRun(run, isElsewhere)
  })
  const isSure = rows.filter((one) => 'key' in one).length === 1 && runs.every(({ pieces }) => pieces.length > 0)
  return isSure ? layoutOf(rows) : { unclear: says.underHeads }
}
