import { escapeHtml } from '../document/escape'
import type { Axis, Table } from '../format'
import { lines, margin, places } from '../report/axis'
import { addressOf, type Address } from '../report/cells'
import type { Copied } from './copy'

// Tables as other programs put them on the clipboard, for tests. The shapes are those pages as captured in Chromium, spreadsheets from memory.

/** A cell of a table as it stands in a sheet or on a page. */
interface SampleCell {
  readonly text: string
  readonly rowSpan: number
  readonly colSpan: number
}

export type Sample = readonly (readonly SampleCell[])[]

/** How much of a table is copied, and in which order its rows stand. */
export interface Shape {
  readonly labels?: boolean
  readonly heads?: boolean
  readonly totalColumns?: boolean
  readonly totalRows?: boolean
  readonly order?: readonly number[] | undefined
}

const one = (text: string, rowSpan = 1, colSpan = 1): SampleCell => ({ text, rowSpan, colSpan })

const entered = (axis: Axis): Axis =>
  axis.flatMap((node) =>
    'lines' in node ? [{ ...node, lines: entered(node.lines) }] : node.sum === undefined ? [node] : [],
  )

/** A statutory table with merged heads and labels; where its rows are put in another order labels are not merged. */
export const sampleOf = (table: Table, textAt: (at: Address) => string, shape: Shape = {}): Sample => {
  const { labels = true, heads = true, totalColumns = true, totalRows = true, order } = shape
  const columnAxis = totalColumns ? table.columns : entered(table.columns)
  const rowAxis = totalRows ? table.rows : entered(table.rows)
  const [top, side] = [margin(columnAxis), margin(rowAxis)]
  const hasLabels = labels && lines(table.rows).some(({ label }) => label !== '')
  const over = table.over === undefined ? 0 : 1
  const head = Array.from({ length: over + top.levels }, (_, row): SampleCell[] => [
    ...(row === 0 && hasLabels ? [one(table.corner ?? '', over + top.levels, side.levels)] : []),
    ...(row === 0 && over > 0 ? [one(table.over ?? '', 1, lines(columnAxis).length)] : []),
    ...top.cells
      .filter(({ level }) => level === row - over)
      .map(({ label, lines: reach, levels }) => one(label, levels, reach)),
  ])
  const figures = (row: string): SampleCell[] =>
    lines(columnAxis).map(({ id }) => one(textAt(addressOf(table.id, row, id))))
  const body = lines(rowAxis).map((row, index): SampleCell[] => [
    ...(hasLabels
      ? side.cells
          .filter(({ line }) => line === index)
          .map(({ label, lines: reach, levels }) => one(label, reach, levels))
      : []),
    ...figures(row.id),
  ])
  const separate = places(rowAxis).map(({ line, headings }): SampleCell[] => [
    ...(hasLabels
      ? [...headings.map(({ label }) => one(label)), one(line.label, 1, side.levels - headings.length)]
      : []),
    ...figures(line.id),
  ])
  const ordered = order ? order.flatMap((index) => (separate[index] ? [separate[index]] : [])) : body
  return [...(heads ? head : []), ...ordered]
}

/** The grid that the spans make: a merged cell's text in its first cell, the others blank. */
const gridOf = (rows: Sample): string[][] => {
  const grid: (string | undefined)[][] = rows.map(() => [])
  rows.forEach((row, line) => {
    let column = 0
    for (const { text, rowSpan, colSpan } of row) {
      while (grid[line]?.[column] !== undefined) column += 1
      for (let down = 0; down < rowSpan; down += 1)
        for (let right = 0; right < colSpan; right += 1) {
          const target = grid[line + down]
          if (target) target[column + right] = down + right === 0 ? text : ''
        }
    }
  })
  return grid.map((row) => Array.from(row, (text) => text ?? ''))
}

const quoted = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)

const spans = ({ rowSpan, colSpan }: SampleCell): string =>
  `${rowSpan > 1 ? ` rowspan=${rowSpan}` : ''}${colSpan > 1 ? ` colspan=${colSpan}` : ''}`

/** As Excel and WPS copy a range: blanks where cells are merged, and a page full of styles. */
export const fromExcel = (rows: Sample): Copied => ({
  plain: gridOf(rows)
    .map((row) => `${row.map(quoted).join('\t')}\r\n`)
    .join(''),
  html: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Excel 15"><!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}</style><![endif]-->
<style><!--table {mso-displayed-decimal-separator:"\\.";}
.xl65 {mso-number-format:"0_ "; text-align:center;} --></style></head><body link=blue vlink=purple>
<table border=0 cellpadding=0 cellspacing=0 width=576 style='border-collapse:collapse;width:432pt'><!--StartFragment-->
 <col width=72 span=${Math.max(...rows.map(({ length }) => length))} style='width:54pt'>
${rows
  .map(
    (row) =>
      ` <tr height=19 style='height:14.25pt'>\n${row
        .map((cell) => {
          const text = cell.text === '' ? '　' : escapeHtml(cell.text).replace(/\n/g, '<br>\n    ')
          return `  <td${spans(cell)} height=19 class=xl65 width=72 style='mso-number-format:"0_ ";width:54pt'>${text}</td>\n`
        })
        .join('')} </tr>\n`,
  )
  .join('')}<!--EndFragment--></table></body></html>`,
})

/** As Chromium copies a page's table whose cells hold plain text: merged cells close up, `<br>` is a bare line end. */
export const fromPage = (rows: Sample): Copied => ({
  plain: rows.map((row) => `${row.map(({ text }) => text).join('\t')}\n`).join(''),
  html: page(rows, (text) => text),
})

const page = (rows: Sample, wrap: (text: string) => string): string =>
  `<meta charset='utf-8'><!--StartFragment--><table border="1" style="orphans: 2"><tbody>${rows
    .map(
      (row) =>
        `<tr style="height:20px">${row
          .map(
            (cell) => `<td${spans(cell)} style="border:1px">${wrap(escapeHtml(cell.text).replace(/\n/g, '<br>'))}</td>`,
          )
          .join('')}</tr>`,
    )
    .join('')}</tbody></table><!--EndFragment-->`

/** As Chromium copies a page's table whose cells hold paragraphs: no tabs at all, each cell on lines of its own. */
export const fromParagraphs = (rows: Sample): Copied => ({
  plain: rows.map((row) => row.map(({ text }) => (text === '' ? '\n' : `${text}\n\n`)).join('')).join(''),
  html: page(rows, (text) => `<p style="text-align: center;"><span style="font-size: 10.5pt">${text}</span></p>`),
})

/** As some programs hand a page on: each cell on a line that a tab begins, a blank line between rows. */
export const onLines = (rows: Sample): Copied => ({
  plain: rows.map((row) => `${row.map(({ text }) => `\t${text}\n`).join('')}\n`).join(''),
  html: '',
})

export const plainOnly = ({ plain }: Copied): Copied => ({ plain, html: '' })
