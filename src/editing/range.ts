import type { Address } from '../report/cells'
import type { Grid, Spot } from './movement'

/** A rectangle of cells, its ends included. */
export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** The rectangle between the cell where a selection began and the one where it has come to. */
export const rangeOf = (anchor: Spot, end: Spot): Range => ({
  top: Math.min(anchor.row, end.row),
  left: Math.min(anchor.column, end.column),
  bottom: Math.max(anchor.row, end.row),
  right: Math.max(anchor.column, end.column),
})

/** All of a table. */
export const wholeOf = ({ rows, columns }: Grid): Range => ({
  top: 0,
  left: 0,
  bottom: rows.length - 1,
  right: columns.length - 1,
})

export const isSingle = ({ top, left, bottom, right }: Range): boolean => top === bottom && left === right

/** The addresses in a range, row by row; without the computed ones where `entered` is asked for. */
export const addressesIn = (grid: Grid, { top, left, bottom, right }: Range, entered = false): readonly Address[] => {
  const found: Address[] = []
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1)
      if (!entered || !(grid.rows[row]?.computed || grid.columns[column]?.computed)) found.push(grid.at(row, column))
  return found
}
