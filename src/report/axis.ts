import type { Axis, Heading, Line } from '../format'

/** A line of an axis with the headings above it, outermost first. */
export interface Place {
  readonly line: Line
  readonly headings: readonly Heading[]
}

const isHeading = (node: Line | Heading): node is Heading => 'lines' in node

/** The lines of an axis in their order, entered and computed, each with its headings. */
export const places = (axis: Axis, headings: readonly Heading[] = []): readonly Place[] =>
  axis.flatMap((node) => (isHeading(node) ? places(node.lines, [...headings, node]) : [{ line: node, headings }]))

/** The lines of an axis in their order. */
export const lines = (axis: Axis): readonly Line[] => places(axis).map(({ line }) => line)

/** The labels from the outermost heading to the line, joined by one space; empty ones are left out. */
export const pathLabel = ({ line, headings }: Place): string =>
  [...headings, line]
    .map(({ label }) => label)
    .filter((label) => label !== '')
    .join(' ')

/** The ids of the entered lines that a sum's ids stand for: a heading means all entered lines under it. */
export const summed = (axis: Axis, sum: readonly string[]): readonly string[] => {
  const all = places(axis)
  return sum.flatMap((id) =>
    all
      .filter(({ line, headings }) => line.id === id || headings.some((heading) => heading.id === id))
      .filter(({ line }) => line.sum === undefined)
      .map(({ line }) => line.id),
  )
}

/** A cell of a merged head. `line` and `level` are where it starts, `lines` and `levels` how far it reaches. */
export interface HeadCell {
  readonly id: string
  readonly label: string
  readonly isLine: boolean
  readonly line: number
  readonly level: number
  readonly lines: number
  readonly levels: number
}

export interface Margin {
  /** How many head rows (of columns) or head columns (of rows) the axis needs. */
  readonly levels: number
  readonly cells: readonly HeadCell[]
}

const depth = (axis: Axis): number =>
  axis.reduce((most, node) => Math.max(most, 1 + (isHeading(node) ? depth(node.lines) : 0)), 0)

/** The merged head of rows or columns alike: a line reaches down to the last level, a heading over its lines. */
export const margin = (axis: Axis): Margin => {
  const levels = depth(axis)
  const cells: HeadCell[] = []
  let next = 0
  const lay = (nodes: Axis, level: number): void => {
    for (const node of nodes) {
      const { id, label } = node
      const start = next
      const at = cells.length
      if (isHeading(node)) lay(node.lines, level + 1)
      else next += 1
      const isLine = !isHeading(node)
      const cell = { id, label, isLine, line: start, level, lines: next - start, levels: isLine ? levels - level : 1 }
      cells.splice(at, 0, cell)
    }
  }
  lay(axis, 0)
  return { levels, cells }
}
