import type { Table } from '../format'
import { lines } from '../report/axis'
import { says, type Layout } from './layout'
import { gridOf, type Grid, type Spot } from './movement'
import type { Pasted } from './pasted'

const width = (block: Pasted): number => block.rows[0]?.length ?? 0

const through = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, at) => from + at)

const hasText = (block: Pasted, isOver: (row: number, column: number) => boolean): boolean =>
  block.rows.some((row, line) => row.some(({ text }, column) => text !== '' && isOver(line, column)))

/** Lays a block on these rows and columns; what would run over the edge is told and stays out. */
const layOn = (grid: Grid, rows: readonly number[], columns: readonly number[], block: Pasted): Layout => {
  const isBelow = (row: number): boolean => (rows[row] ?? 0) >= grid.rows.length
  const isRight = (column: number): boolean => (columns[column] ?? 0) >= grid.columns.length
  const placed = block.rows.flatMap((row, line) =>
    row.flatMap(({ text, merged, absent }, column) =>
      absent || isBelow(line) || isRight(column)
        ? []
        : [{ at: grid.at(rows[line] ?? 0, columns[column] ?? 0), text: merged ? '' : text }],
    ),
  )
  const over = [
    hasText(block, (_, column) => isRight(column)) && `右边多出 ${columns.filter((_, at) => isRight(at)).length} 列`,
    hasText(block, (row) => isBelow(row)) && `下面多出 ${rows.filter((_, at) => isBelow(at)).length} 行`,
  ].filter(Boolean)
  const isMerged = block.rows.some((row) => row.some(({ text, merged }) => merged && text !== ''))
  return {
    placed,
    told: [
      ...(over.length > 0 ? [`粘贴的内容${over.join('、')}，超出表格，多出的部分不会粘贴。`] : []),
      ...(isMerged ? [says.merged] : []),
    ],
  }
}

/** From the focused cell to the right and down; what would run over the edge is told and stays out. */
export const fromFocus = (grid: Grid, focus: Spot, block: Pasted): Layout =>
  layOn(grid, through(focus.row, block.rows.length), through(focus.column, width(block)), block)

/**
 * As many entered lines of an axis, from one on, where a total stands between them and they end where a group ends: a
 * block that ends elsewhere is none without its totals.
 */
const enteredFrom = (axis: Grid['rows'], from: number, count: number): readonly number[] | null => {
  const taken = axis.flatMap(({ computed }, index) => (computed || index < from ? [] : [index])).slice(0, count)
  const isShifted = taken.some((line, index) => line !== from + index)
  const next = axis[(taken[count - 1] ?? 0) + 1]
  const isWhole = taken.length === count && next?.computed !== false
  return axis[from]?.computed === false && isShifted && isWhole ? taken : null
}

const totalsIn = (axis: Table['rows']): string => {
  const labels = lines(axis).flatMap(({ label, sum }) => (sum === undefined ? [] : [label]))
  return [...new Set(labels)].map((label) => `“${label}”`).join('')
}

interface OnEntered extends Layout {
  readonly skipping: readonly string[]
}

/**
 * A block with just as many rows or columns as are entered there, laid on those alone: null where that is no different
 * from `fromFocus`. `skipping` says what it leaves out.
 */
export const onEntered = (table: Table, focus: Spot, block: Pasted): OnEntered | null => {
  const grid = gridOf(table)
  // A total of rows further up cannot be told from a row of the block: rows are only counted from the first.
  const rows = focus.row === 0 ? enteredFrom(grid.rows, 0, block.rows.length) : null
  const columns = enteredFrom(grid.columns, focus.column, width(block))
  if (!rows && !columns) return null
  const { placed, told } = layOn(
    grid,
    rows ?? through(focus.row, block.rows.length),
    columns ?? through(focus.column, width(block)),
    block,
  )
  const words = (count: number, unit: string, axis: Table['rows']): string => {
    const isAll = lines(axis).filter(({ sum }) => sum === undefined).length === count
    const same = isAll ? `与要填的${unit}数相同` : `正好是从这一格起要填的 ${count} ${unit}`
    return `粘贴的内容是 ${count} ${unit}，${same}，将跳过自动计算的${totalsIn(axis)}，请核对。`
  }
  return {
    placed,
    told,
    skipping: [
      ...(rows ? [words(rows.length, '行', table.rows)] : []),
      ...(columns ? [words(columns.length, '列', table.columns)] : []),
    ],
  }
}
