import { readHtmlTables, type HtmlCell, type HtmlTable } from './html-table'
import { readTsv } from './tsv'

/** A rectangular block of texts; empty when there is nothing on the clipboard. */
export interface Pasted {
  readonly rows: readonly (readonly PastedCell[])[]
  /** Whether each cell stands in its column: plain text from a page closes up where cells are merged. */
  readonly inColumns: boolean
  /** Where more than this is on the clipboard: its other tables, and all of it as plain text. */
  readonly others?: readonly Pasted[]
}

/** `merged` says that a text is repeated from a merged cell that starts elsewhere, `absent` that its row is shorter. */
export interface PastedCell {
  readonly text: string
  readonly merged: boolean
  readonly absent: boolean
}

const most = { area: 60_000, rows: 2_000 } as const

const squeeze = (text: string): string => text.replace(/[\s\u00a0\u200b\ufeff]/g, '')

const own = (text: string): PastedCell => ({ text: text.trim(), merged: false, absent: false })
const absent: PastedCell = { text: '', merged: false, absent: true }

type TextOf = (cell: HtmlCell, row: number, column: number) => string

/**
 * Cells laid on the grid that their spans make; what a merged cell covers repeats its text. Null for spans that no
 * statutory table has.
 */
const spread = (rows: HtmlTable, textOf: TextOf): PastedCell[][] | null => {
  const grid: PastedCell[][] = rows.map(() => [])
  let area = 0
  for (const [line, row] of rows.entries()) {
    let column = 0
    for (const cell of row) {
      while (grid[line]?.[column] !== undefined) column += 1
      const down = Math.min(cell.rowSpan, grid.length - line)
      area += down * cell.colSpan
      if (area > most.area) return null
      const text = textOf(cell, line, column).trim()
      for (let below = 0; below < down; below += 1)
        for (let right = 0; right < cell.colSpan; right += 1) {
          const target = grid[line + below]
          if (target) target[column + right] = { text, merged: below + right > 0, absent: false }
        }
      column += cell.colSpan
    }
  }
  return grid
}

const widest = (rows: readonly (readonly unknown[])[]): number =>
  rows.reduce((width, row) => Math.max(width, row.length), 0)

const rectangle = (rows: readonly (readonly (PastedCell | undefined)[])[], inColumns: boolean): Pasted => {
  const width = widest(rows)
  return { rows: rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? absent)), inColumns }
}

const isHidden = (row: readonly HtmlCell[] | undefined): boolean =>
  row !== undefined && row.length > 0 && row.every(({ hidden }) => hidden)

/** Without the rows that are hidden and blank: what nobody sees empties nothing. */
const seen = (grid: readonly (readonly PastedCell[])[], table: HtmlTable): readonly (readonly PastedCell[])[] =>
  grid.filter((row, line) => !isHidden(table[line]) || row.some(({ text, merged }) => text !== '' && !merged))

/** The plain texts in the table's places, where the plain text has its cells or the grid that their spans make. */
const aligned = (
  plain: readonly (readonly string[])[],
  table: HtmlTable,
): readonly (readonly PastedCell[])[] | null => {
  if (plain.length !== table.length) return null
  if (plain.every((row, index) => row.length === table[index]?.length)) {
    const texts = table.map((row, line) => row.map((cell, column) => ({ ...cell, text: plain[line]?.[column] ?? '' })))
    const grid = spread(texts, ({ text }) => text)
    return grid && seen(grid, table)
  }
  const grid = spread(table, (_, row, column) => plain[row]?.[column] ?? '')
  return grid && plain.every((row, index) => row.length === grid[index]?.length) ? seen(grid, table) : null
}

/** The table as the plain text has it where that leaves out the hidden rows that Excel adds for its widths. */
const withoutWidths = (table: HtmlTable): HtmlTable =>
  table.filter((row) => !isHidden(row) || row.some(({ text }) => text !== ''))

const textOf = (table: HtmlTable): string => table.map((row) => row.map(({ text }) => text).join('')).join('')

const spreadAll = (table: HtmlTable): readonly (readonly PastedCell[])[] | null => {
  const grid = spread(table, ({ text }) => text)
  return grid && seen(grid, table)
}

/** How many characters make it sure that a table is the one that stands in a longer plain text. */
const telling = 12

/** Whether the plain text, without spaces, holds just the characters of the table, perhaps with text before and after it. */
const holds = (squeezed: string, table: HtmlTable): boolean => {
  const inTable = squeeze(textOf(table))
  return inTable.length >= telling && squeezed.includes(inTable)
}

/**
 * What stands on the clipboard as a block. The plain text decides the figures; the HTML only tells which cells are
 * merged, and where the cells end when a page put line breaks into them (then both must hold the same characters).
 */
export const readPasted = (plain: string, html: string): Pasted => {
  if (plain === '') return { rows: [], inColumns: true }
  const rows = readTsv(plain)
  if (rows.length > most.rows || rows.length * widest(rows) > most.area) return { rows: [], inColumns: true }
  const filled = rows.filter((row) => row.some((text) => text.trim() !== ''))
  const text = rectangle(
    rows.map((row) => row.map(own)),
    filled.every(({ length }) => length === filled[0]?.length),
  )
  const tables = readHtmlTables(html)
  const [largest] = tables
  if (!largest) return text
  const all = squeeze(plain)
  const whole =
    aligned(rows, largest) ??
    aligned(rows, withoutWidths(largest)) ??
    (squeeze(textOf(largest)) === all ? spreadAll(largest) : null)
  if (whole) return rectangle(whole, true)
  const [first, ...more] = tables.flatMap((table) => {
    const grid = holds(all, table) ? spreadAll(table) : null
    return grid ? [rectangle(grid, true)] : []
  })
  return first ? { ...first, others: [...more, text] } : text
}
