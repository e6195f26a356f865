import type { Format, Table } from '../format'
import type { Figure } from './amount'
import { cellsOf, enteredCells, type Address, type Cell } from './cells'
import { lines } from './axis'
import { allFigures, allTables } from './cells'
import { readDate } from './dates'
import { readFigure, writeFigure } from './figures'
import type { Report, TypedReport } from './report'

/** The text typed into a cell; '' where the cell is not there. */
export const typedAt = (typed: Pick<TypedReport, 'cells' | 'handlingFee'>, cell: Cell): string =>
  (cell.column === '' ? typed.handlingFee[cell.row] : typed.cells[cell.block]?.[cell.row]?.[cell.column]) ?? ''

/** The figure of a report at a cell; null when blank, unreadable or not there. */
export const figureAt = (report: Pick<Report, 'cells' | 'handlingFee'>, cell: Cell): Figure | null =>
  (cell.column === '' ? report.handlingFee[cell.row] : report.cells[cell.block]?.[cell.row]?.[cell.column]) ?? null

const entered = (table: Table) => ({
  rows: lines(table.rows).filter(({ sum }) => sum === undefined),
  columns: lines(table.columns).filter(({ sum }) => sum === undefined),
})

/** A value for every entered cell of a format's tables, by table, row and column. */
export const mapCells = <T>(
  format: Format,
  value: (cell: Cell) => T,
): Record<string, Record<string, Record<string, T>>> => {
  const cells = cellsOf(format)
  const at = (address: Address): T => {
    const cell = cells.get(address)
    if (!cell) throw new Error(`no cell ${address}`)
    return value(cell)
  }
  return Object.fromEntries(
    allTables(format).map((table) => {
      const { rows, columns } = entered(table)
      const rowOf = (row: string) => Object.fromEntries(columns.map(({ id }) => [id, at(`${table.id}.${row}.${id}`)]))
      return [table.id, Object.fromEntries(rows.map(({ id }) => [id, rowOf(id)]))]
    }),
  )
}

/** A value for every line of a format's figures beside narratives: the fee figures. */
export const mapFees = <T>(format: Format, value: (cell: Cell) => T): Record<string, T> =>
  Object.fromEntries(
    allFigures(format).flatMap(({ id }) => enteredCells(format, id).map((cell) => [cell.row, value(cell)])),
  )

/** The report as it was read from what was typed; what is not a figure or a date is kept in `typed`. */
export const reportOf = (format: Format, source: TypedReport): Report => {
  const typed: Record<Address, string> = {}
  const value = (cell: Cell): Figure | null => {
    const read = readFigure(typedAt(source, cell), cell.unit)
    if (read.kind === 'unreadable') typed[cell.at] = read.text
    return read.kind === 'figure' ? read.value : null
  }
  const signedOn = readDate(source.signedOn)
  const report: Report = {
    ...source,
    signedOn: signedOn ?? null,
    cells: mapCells(format, value),
    handlingFee: mapFees(format, value),
    signature: { name: source.signature.name === '' ? null : source.signature.name, place: source.signature.place },
    typed,
  }
  if (signedOn === undefined) typed['signedOn'] = source.signedOn
  return report
}

/** A report as it would have been typed: the inverse of `reportOf`. */
export const typedOf = (format: Format, report: Report): TypedReport => {
  const { typed, ...words } = report
  const text = (cell: Cell): string => {
    const figure = figureAt(report, cell)
    return figure === null ? (typed[cell.at] ?? '') : writeFigure(figure)
  }
  return {
    ...words,
    signedOn: report.signedOn ?? typed['signedOn'] ?? '',
    cells: mapCells(format, text),
    handlingFee: mapFees(format, text),
    signature: { name: report.signature.name ?? '', place: report.signature.place },
  }
}
