import { Parser } from 'htmlparser2'

/** A cell of a table on the clipboard, with how far it is merged. */
export interface HtmlCell {
  readonly text: string
  readonly rowSpan: number
  readonly colSpan: number
}

const limits = { characters: 2_000_000, rows: 500, cells: 20_000, span: 100 } as const

const spanOf = (value: string | undefined): number => Math.min(limits.span, Math.max(1, Math.trunc(Number(value)) || 1))

/**
 * The rows of the first table in an HTML fragment: text and spans alone, everything else is left behind. Null when there
 * is no table or the fragment is larger than a statutory table can be.
 */
export const readHtmlTable = (html: string): readonly (readonly HtmlCell[])[] | null => {
  if (html.length > limits.characters) return null
  const rows: HtmlCell[][] = []
  let cells = 0
  let depth = 0
  let done = false
  let unseen = 0
  let open: { text: string; rowSpan: number; colSpan: number } | null = null
  const close = (): void => {
    if (open) rows[rows.length - 1]?.push(open)
    open = null
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'style' || name === 'script') unseen += 1
        if (done) return
        if (name === 'table') depth += 1
        if (depth !== 1) return
        if (name === 'tr') {
          close()
          rows.push([])
        } else if (name === 'td' || name === 'th') {
          close()
          if (rows.length === 0) rows.push([])
          cells += 1
          open = { text: '', rowSpan: spanOf(attributes['rowspan']), colSpan: spanOf(attributes['colspan']) }
        }
      },
      ontext: (text) => {
        if (open && unseen === 0) open.text += text
      },
      onclosetag: (name) => {
        if (name === 'style' || name === 'script') unseen -= 1
        if (done || depth === 0) return
        if (name === 'td' || name === 'th') {
          if (depth === 1) close()
        } else if (name === 'table') {
          depth -= 1
          if (depth === 0) {
            close()
            done = true
          }
        }
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  const filled = rows.filter((row) => row.length > 0)
  return filled.length === 0 || rows.length > limits.rows || cells > limits.cells ? null : filled
}
