import type { Cell, Table } from './document'

/** The type area's width in points: 156 mm. */
const typeArea = 442

/** What a cell's padding, borders and rounding take. */
const around = 4

/** A digit's width in ems, of the widest of the faces that may stand in. */
const digitWidth = 0.56

const sizes = [10.5, 9, 8, 7, 6, 5] as const

/** The class of the largest type, in points, in which a figure stays on one line of its cell: 'f9'; none at full size. */
export const figureClass = ({ widths }: Table, { text, mark = '', column, colSpan }: Cell): string | null => {
  const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0)
  const room = (typeArea * sum(widths.slice(column, column + colSpan))) / sum(widths) - around
  const ems = text.length * digitWidth + mark.length * 0.7
  const size = sizes.find((points) => points * ems <= room) ?? sizes[sizes.length - 1]
  return size === sizes[0] ? null : `f${size}`
}
