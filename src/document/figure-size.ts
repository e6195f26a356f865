import type { Cell, Table } from './document'

/** The type area's width in points: 156 mm. */
const typeArea = 442

/** What a cell's padding, borders and rounding take. */
const around = 3.5

/** A digit's width in ems, of the widest of the faces that may stand in. */
const digitWidth = 0.54

/** Sizes of type for figures, in points, the table's own first. */
export const figureSizes = [10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5] as const

/** The class of a size of type: f75 for 7.5 points. */
export const sizeClass = (points: number): string => `f${points * 10}`

/** The class of the largest type in which a figure stays on one line of its cell; null at full size. */
export const figureClass = ({ widths }: Table, { text, mark = '', column, colSpan }: Cell): string | null => {
  const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0)
  const room = (typeArea * sum(widths.slice(column, column + colSpan))) / sum(widths) - around
  const ems = text.length * digitWidth + mark.length * 0.7
  const size = figureSizes.find((points) => points * ems <= room) ?? figureSizes[figureSizes.length - 1] ?? 5
  return size === figureSizes[0] ? null : sizeClass(size)
}
