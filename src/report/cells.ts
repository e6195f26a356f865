import type { Block, Figures, Format, Section, Subsections, Table, Unit } from '../format'
import { lines, pathLabel, places } from './axis'

/** `table.row.column`, or `figures.line` for the fee figures. */
export type Address = string

/** One place for a figure in a table or beside a narrative. */
export interface Cell {
  readonly at: Address
  readonly section: string
  /** The table's or the figures' id. */
  readonly block: string
  readonly row: string
  readonly column: string
  readonly unit: Unit
  readonly computed: boolean
  /** Row's and column's label paths in the law's words, joined by one space. */
  readonly label: string
}

export const addressOf = (table: string, row: string, column: string): Address => `${table}.${row}.${column}`

const blocksOf = (format: Format): readonly { readonly section: Section; readonly block: Block }[] =>
  format.sections.flatMap((section) => section.blocks.map((block) => ({ section, block })))

/** The tables of a format, or of one section, in their order. */
export const tablesOf = ({ blocks }: { blocks: Section['blocks'] }): readonly Table[] =>
  blocks.filter((block): block is Table => block.kind === 'table')

export const allTables = (format: Format): readonly Table[] => format.sections.flatMap(tablesOf)

/** The narrative lists of a format: sections one, five and six. */
export const allSubsections = (format: Format): readonly Subsections[] =>
  blocksOf(format).flatMap(({ block }) => (block.kind === 'subsections' ? [block] : []))

export const allFigures = (format: Format): readonly Figures[] =>
  blocksOf(format).flatMap(({ block }) => (block.kind === 'figures' ? [block] : []))

const tableCells = (section: string, table: Table): readonly Cell[] =>
  places(table.rows).flatMap((row) =>
    places(table.columns).map((column) => ({
      at: addressOf(table.id, row.line.id, column.line.id),
      section,
      block: table.id,
      row: row.line.id,
      column: column.line.id,
      unit: row.line.unit ?? column.line.unit ?? 'count',
      computed: row.line.sum !== undefined || column.line.sum !== undefined,
      label: [pathLabel(row), pathLabel(column)].filter((part) => part !== '').join(' '),
    })),
  )

const figureCells = (section: string, figures: Figures): readonly Cell[] =>
  lines(figures.lines).map((line) => ({
    at: `${figures.id}.${line.id}`,
    section,
    block: figures.id,
    row: line.id,
    column: '',
    unit: line.unit ?? 'count',
    computed: line.sum !== undefined,
    label: line.label,
  }))

const known = new WeakMap<Format, ReadonlyMap<Address, Cell>>()

/** Every cell of a format by its address, in reading order; made once for each format. */
export const cellsOf = (format: Format): ReadonlyMap<Address, Cell> => {
  const found = known.get(format)
  if (found) return found
  const cells = blocksOf(format).flatMap(({ section, block }) =>
    block.kind === 'table'
      ? tableCells(section.id, block)
      : block.kind === 'figures'
        ? figureCells(section.id, block)
        : [],
  )
  const map = new Map(cells.map((cell) => [cell.at, cell]))
  known.set(format, map)
  return map
}

/** The cells that a person fills, in reading order; of one block where it is named. */
export const enteredCells = (format: Format, block?: string): readonly Cell[] =>
  [...cellsOf(format).values()].filter((cell) => !cell.computed && (block === undefined || cell.block === block))
