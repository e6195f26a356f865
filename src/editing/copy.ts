import { escapeHtml } from '../document/escape'
import type { Table } from '../format'
import { margin, pathLabel, places } from '../report/axis'
import { addressOf, type Address } from '../report/cells'
import type { Grid } from './movement'
import type { Range } from './range'
import { writeTsv } from './tsv'

/** What goes on the clipboard: figures as spreadsheets take them, and a table for those that keep merged heads. */
export interface Copied {
  readonly plain: string
  readonly html: string
}

const table = (rows: readonly string[]): string =>
  `<table border="1" style="border-collapse:collapse"><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table>`

const span = (name: string, count: number): string => (count > 1 ? ` ${name}="${count}"` : '')

const head = (label: string, rows: number, columns: number): string =>
  `<th${span('rowspan', rows)}${span('colspan', columns)}>${escapeHtml(label)}</th>`

const isNumber = /^-?\d+(\.\d+)?$/

/** What was typed and is no figure must not become a formula where it is pasted: an apostrophe keeps it a text. */
const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !isNumber.test(text) ? `'${text}` : text)

/** The texts of a block of cells, computed ones too. */
export const copyRange = (grid: Grid, range: Range, textAt: (at: Address) => string): Copied => {
  const rows = Array.from({ length: range.bottom - range.top + 1 }, (_, down) =>
    Array.from({ length: range.right - range.left + 1 }, (_, right) =>
      safe(textAt(grid.at(range.top + down, range.left + right))),
    ),
  )
  return {
    plain: writeTsv(rows),
    html: table(rows.map((row) => row.map((text) => `<td>${escapeHtml(text)}</td>`).join(''))),
  }
}

/** A whole table with its labels: merged in the HTML, each label once and blanks beside it in the plain text. */
export const copyTable = (source: Table, textAt: (at: Address) => string): Copied => {
  const rows = places(source.rows)
  const columns = places(source.columns)
  const columnHeads = margin(source.columns)
  const rowHeads = margin(source.rows)
  const lead = rows.some((place) => pathLabel(place) !== '') ? rowHeads.levels : 0
  const top = columnHeads.levels + (source.over === undefined ? 0 : 1)
  const plain = Array.from({ length: top + rows.length }, () => Array.from({ length: lead + columns.length }, () => ''))
  const html = plain.map((): string[] => [])
  const put = (row: number, column: number, text: string, cell: string): void => {
    const line = plain[row]
    if (line) line[column] = text
    html[row]?.push(cell)
  }
  if (lead > 0) put(0, 0, source.corner ?? '', head(source.corner ?? '', top, lead))
  if (source.over !== undefined) put(0, lead, source.over, head(source.over, 1, columns.length))
  for (const { level, line, levels, lines, label } of [...columnHeads.cells].sort((a, b) => a.line - b.line))
    put(top - columnHeads.levels + level, lead + line, label, head(label, levels, lines))
  if (lead > 0)
    for (const { level, line, levels, lines, label } of rowHeads.cells)
      put(top + line, level, label, head(label, lines, levels))
  rows.forEach((row, down) =>
    columns.forEach((column, right) => {
      const text = safe(textAt(addressOf(source.id, row.line.id, column.line.id)))
      put(top + down, lead + right, text, `<td>${escapeHtml(text)}</td>`)
    }),
  )
  return { plain: writeTsv(plain), html: table(html.map((cells) => cells.join(''))) }
}
