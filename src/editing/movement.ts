import type { Figures, Table } from '../format'
import { lines } from '../report/axis'
import { addressOf, type Address } from '../report/cells'

/** A table's cells as rows and columns, entered and computed. */
export interface Grid {
  readonly rows: readonly { readonly id: string; readonly computed: boolean }[]
  readonly columns: readonly { readonly id: string; readonly computed: boolean }[]
  readonly at: (row: number, column: number) => Address
}

export interface Spot {
  readonly row: number
  readonly column: number
}

const ends = (axis: Table['rows']) => lines(axis).map(({ id, sum }) => ({ id, computed: sum !== undefined }))

/** A table as it is moved about in. */
export const gridOf = (table: Table): Grid => {
  const rows = ends(table.rows)
  const columns = ends(table.columns)
  return { rows, columns, at: (row, column) => addressOf(table.id, rows[row]?.id ?? '', columns[column]?.id ?? '') }
}

/** A list of figures: one below the other. */
export const gridOfFigures = ({ id, lines: all }: Figures): Grid => ({
  rows: all.map((line) => ({ id: line.id, computed: line.sum !== undefined })),
  columns: [{ id: '', computed: false }],
  at: (row) => `${id}.${all[row]?.id ?? ''}`,
})

/** Where an address stands; undefined when it is not in the table. */
export const spotOf = (grid: Grid, at: Address): Spot | undefined => {
  const [, rowId, columnId = ''] = at.split('.')
  const row = grid.rows.findIndex(({ id }) => id === rowId)
  const column = grid.columns.findIndex(({ id }) => id === columnId)
  return row < 0 || column < 0 ? undefined : { row, column }
}

/** A key with its modifiers, as far as movement cares. */
export interface Key {
  readonly key: string
  readonly shift: boolean
  readonly ctrl: boolean
}

const clamp = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value))

/** The next row in a direction that is entered; the same one at the edge. */
const enteredRow = (grid: Grid, from: number, by: 1 | -1): number => {
  for (let row = from + by; row >= 0 && row < grid.rows.length; row += by) if (!grid.rows[row]?.computed) return row
  return from
}

const entered = (axis: Grid['rows']): readonly number[] =>
  axis.flatMap(({ computed }, index) => (computed ? [] : [index]))

/**
 * Where a key leads from a spot: arrows one cell on, computed cells too; Enter and Shift+Enter to the next entered row;
 * Home and End within the row, with Ctrl in the table, both to entered cells. At the edge they stay. Undefined for
 * other keys.
 */
export const move = (grid: Grid, { row, column }: Spot, { key, shift, ctrl }: Key): Spot | undefined => {
  const columns = entered(grid.columns)
  const rows = entered(grid.rows)
  const [first = 0] = columns
  const last = columns[columns.length - 1] ?? 0
  switch (key) {
    case 'ArrowUp':
      return { row: clamp(row - 1, grid.rows.length), column }
    case 'ArrowDown':
      return { row: clamp(row + 1, grid.rows.length), column }
    case 'ArrowLeft':
      return { row, column: clamp(column - 1, grid.columns.length) }
    case 'ArrowRight':
      return { row, column: clamp(column + 1, grid.columns.length) }
    case 'Enter':
      return { row: enteredRow(grid, row, shift ? -1 : 1), column }
    case 'Home':
      return { row: ctrl ? (rows[0] ?? 0) : row, column: first }
    case 'End':
      return { row: ctrl ? (rows[rows.length - 1] ?? 0) : row, column: last }
    default:
      return undefined
  }
}
