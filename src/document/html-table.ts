import type { Cell, Table } from './document'
import { escapeHtml } from './escape'
import { figureClass } from './figure-size'
import { anchor, attributes, type Look } from './html-words'
import { widthClass } from './style'
import { cellGap, totalGap } from './words'

/** A head is over the rows or columns that it spans; only a caption, which begins a tbody, is over all up to its end. */
const scopeOf = ({ kind }: Cell): string | null => {
  switch (kind) {
    case 'caption':
      return 'rowgroup'
    case 'head':
      return 'col'
    case 'label':
      return 'row'
    case 'corner':
    case 'value':
    case 'total':
      return null
    default:
      return kind satisfies never
  }
}

const isFigure = ({ kind }: Cell): boolean => kind === 'value' || kind === 'total'

const cellHtml = (look: Look, table: Table, cell: Cell): string => {
  const scope = scopeOf(cell)
  const tag = scope === null ? 'td' : 'th'
  const classes = isFigure(cell)
    ? ['figure', cell.gap ? null : figureClass(table, cell)]
    : [cell.kind, cell.align, cell.rowSpan > 1 && cell.kind === 'label' ? 'narrow' : null]
  const span = (count: number): number | null => (count > 1 ? count : null)
  const mark = cell.mark === undefined ? '' : `<sup>${escapeHtml(cell.mark)}</sup>`
  const words = cell.gap
    ? `<span class="gap">${cell.kind === 'total' ? totalGap : cellGap}</span>`
    : escapeHtml(cell.text)
  const names = classes.filter((name) => name !== null).join(' ')
  return `<${tag}${attributes({ class: names, scope, colspan: span(cell.colSpan), rowspan: span(cell.rowSpan) })}${anchor(look, cell.address)}>${words}${mark}</${tag}>`
}

/**
 * A table as HTML: head rows in a thead, every captioned part in a tbody of its own, its notes below it. It stands in a box
 * that scrolls by itself where the window is narrow, by keyboard too; anchored, the arrows go from cell to cell instead.
 */
export const tableHtml = (look: Look, table: Table, labelledBy: string): string => {
  const { widths, headRows, rows, notes } = table
  const all = widths.reduce((sum, width) => sum + width, 0)
  const even = widths.every((width) => width === widths[0])
  const cols = widths.map((width) => (even ? '<col>' : `<col class="${widthClass(width / all)}">`)).join('')
  const rowHtml = (row: readonly Cell[]): string =>
    `<tr>${row.map((cell) => cellHtml(look, table, cell)).join('')}</tr>\n`
  const body = rows
    .slice(headRows)
    .map((row, index) => `${index > 0 && row[0]?.kind === 'caption' ? '</tbody>\n<tbody>\n' : ''}${rowHtml(row)}`)
    .join('')
  const head = headRows === 0 ? '' : `<thead>\n${rows.slice(0, headRows).map(rowHtml).join('')}</thead>\n`
  const shape = rows.length > 20 ? 'long' : 'short'
  const below = notes
    .map(({ mark, text, at }) => `<p class="note"${anchor(look, at)}>${escapeHtml(mark)}${escapeHtml(text)}</p>\n`)
    .join('')
  const name = attributes({ 'aria-labelledby': labelledBy })
  const box = attributes({ class: 'sideways', role: 'group', tabindex: look.anchored ? null : 0 })
  return `<div${box}${name}>
<table class="${shape}"${name}>
<colgroup>${cols}</colgroup>
${head}<tbody>
${body}</tbody>
</table>
</div>
${below}`
}
