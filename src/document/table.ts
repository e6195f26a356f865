import type { Table as FormatTable } from '../format'
import { lines, margin, type HeadCell } from '../report/axis'
import { addressOf } from '../report/cells'
import type { Report } from '../report/report'
import type { Cell, Table } from './document'
import type { figuresOf } from './figures'
import { notesOf } from './notes'

type FigureIn = ReturnType<typeof figuresOf>

/**
 * Widths of the label columns and of a value's where labels are merged in several columns: the official annex's (754, 921,
 * 3271, 685 twips), somewhat shifted so that labels break as they do there, and figures fit, on a narrower sheet.
 */
const mergedLabels = { outer: 754, middle: 990, last: 3000, value: 714 } as const

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

const multiple = (a: number, b: number): number => (a * b) / divisor(a, b)

const isLabelled = ({ rows }: FormatTable): boolean => margin(rows).cells.some(({ label }) => label !== '')

interface Shape {
  readonly labels: number
  /** Value columns of the grid: each table's columns divide them evenly. */
  readonly values: number
  readonly widths: readonly number[]
}

const shapeOf = (tables: readonly FormatTable[]): Shape => {
  const labels = Math.max(...tables.map((table) => (isLabelled(table) ? margin(table.rows).levels : 0)))
  const counts = tables.map(({ columns }) => lines(columns).length)
  const values = counts.reduce(multiple, 1)
  const { outer, middle, last, value } = mergedLabels
  const labelWidths =
    labels > 1
      ? Array.from({ length: labels }, (_, level) => (level === 0 ? outer : level === labels - 1 ? last : middle))
      : Array.from({ length: labels }, () => values / Math.max(...counts))
  const width = labels > 1 ? value : 1
  return { labels, values, widths: [...labelWidths, ...Array.from({ length: values }, () => width)] }
}

const headOf = (table: FormatTable, { labels, values }: Shape): Cell[][] => {
  const span = values / lines(table.columns).length
  const columns = margin(table.columns)
  const over = table.over === undefined ? 0 : 1
  const head = (text: string, column: number, colSpan: number, rowSpan: number): Cell => {
    return { kind: 'head', text, column, colSpan, rowSpan, align: 'center' }
  }
  const rows = Array.from({ length: over + columns.levels }, (_, row) =>
    columns.cells
      .filter(({ level }) => level === row - over)
      .map(({ label, line, lines: reach, levels }) => head(label, labels + line * span, reach * span, levels)),
  )
  if (table.over !== undefined) rows[0]?.push(head(table.over, labels, values, 1))
  const align = labels > 1 ? 'left' : 'center'
  if (labels > 0)
    rows[0]?.unshift({ ...head(table.corner ?? '', 0, labels, over + columns.levels), kind: 'corner', align })
  return rows
}

const bodyOf = (table: FormatTable, { labels, values }: Shape, figure: FigureIn): Cell[][] => {
  const columns = lines(table.columns)
  const span = values / columns.length
  const { levels, cells } = margin(table.rows)
  const label = (cell: HeadCell): Cell => ({
    kind: 'label',
    text: cell.label,
    column: cell.level,
    rowSpan: cell.lines,
    colSpan: cell.isLine ? labels - cell.level : cell.levels,
    align: labels > 1 && levels > 1 ? 'left' : 'center',
  })
  return lines(table.rows).map((row, index) => [
    ...(labels === 0 ? [] : cells.filter(({ line }) => line === index).map(label)),
    ...columns.map((column, place): Cell => {
      const address = addressOf(table.id, row.id, column.id)
      const { computed, ...words } = figure(address)
      const at = { column: labels + place * span, rowSpan: 1, colSpan: span, align: 'center', address } as const
      return { kind: computed ? 'total' : 'value', ...words, ...at }
    }),
  ])
}

/**
 * One grid for the tables of a group, or for a single table: captions over its whole width, merged heads and labels as
 * in the official annex. Tables with different numbers of columns share the width evenly, each in its own part.
 */
export const tableOf = (tables: readonly FormatTable[], report: Report, figure: FigureIn): Table => {
  const shape = shapeOf(tables)
  const width = shape.labels + shape.values
  const caption = (text: string): Cell[] => [
    { kind: 'caption', text, column: 0, rowSpan: 1, colSpan: width, align: 'left' },
  ]
  const grid = tables.flatMap((table) => [
    ...(table.caption === undefined ? [] : [caption(table.caption)]),
    ...headOf(table, shape),
    ...bodyOf(table, shape, figure),
  ])
  const [first] = tables
  const { rows, notes } = notesOf(tables, grid, report)
  return {
    kind: 'table',
    id: first?.group ?? first?.id ?? '',
    label: tables.map(({ label }) => label).join('、'),
    widths: shape.widths,
    headRows: tables.length > 1 || first === undefined ? 0 : headOf(first, shape).length + (first.caption ? 1 : 0),
    labelColumns: shape.labels,
    rows,
    notes,
  }
}
