import { readHtmlTable, type HtmlCell } from './html-table'
import { readTsv } from './tsv'

/** A rectangular block of texts; `merged` says that a text is repeated from a merged cell that starts elsewhere. */
export interface Pasted {
  readonly rows: readonly (readonly PastedCell[])[]
}

export interface PastedCell {
  readonly text: string
  readonly merged: boolean
}

const squeeze = (text: string): string => text.replace(/[\s\u00a0\u200b\ufeff]/g, '')

const own = (text: string): PastedCell => ({ text: text.trim(), merged: false })

/** Cells laid on the grid that their spans make; what a merged cell covers repeats its text. */
const spread = (rows: readonly (readonly HtmlCell[])[]): PastedCell[][] => {
  const grid: PastedCell[][] = rows.map(() => [])
  rows.forEach((row, line) => {
    let column = 0
    for (const { text, rowSpan, colSpan } of row) {
      while (grid[line]?.[column] !== undefined) column += 1
      for (let down = 0; down < rowSpan && line + down < grid.length; down += 1)
        for (let right = 0; right < colSpan; right += 1) {
          const target = grid[line + down]
          if (target) target[column + right] = { text: text.trim(), merged: down + right > 0 }
        }
      column += colSpan
    }
  })
  return grid
}

const rectangle = (rows: readonly (readonly (PastedCell | undefined)[])[]): Pasted => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return { rows: rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? own(''))) }
}

/** Where plain text and table have the same cells, the plain texts in the table's places. */
const aligned = (
  plain: readonly (readonly string[])[],
  table: readonly (readonly HtmlCell[])[],
): readonly (readonly HtmlCell[])[] | null =>
  plain.length === table.length && plain.every((row, index) => row.length === table[index]?.length)
    ? table.map((row, line) => row.map((cell, column) => ({ ...cell, text: plain[line]?.[column] ?? '' })))
    : null

/**
 * What stands on the clipboard as a block. The plain text decides the figures; the HTML only tells which cells are
 * merged, and where the cells end when a page put line breaks into them (then both must hold the same characters).
 */
export const readPasted = (plain: string, html: string): Pasted => {
  const rows = readTsv(plain)
  const table = html === '' ? null : readHtmlTable(html)
  if (table) {
    const merged = table.some((row) => row.some(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1))
    const same = aligned(rows, table)
    if (same) return rectangle(merged ? spread(same) : same.map((row) => row.map(({ text }) => own(text))))
    const inTable = table.map((row) => row.map(({ text }) => text).join('')).join('')
    const isExpanded = merged && rows.length === table.length
    if (!isExpanded && squeeze(inTable) !== '' && squeeze(inTable) === squeeze(plain)) return rectangle(spread(table))
  }
  return rectangle(rows.map((row) => row.map(own)))
}
