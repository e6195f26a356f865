import { Parser } from 'htmlparser2'

/** A cell of a table on the clipboard, with how far it is merged. */
export interface HtmlCell {
  readonly text: string
  readonly rowSpan: number
  readonly colSpan: number
  /** Whether its row is not shown. */
  readonly hidden?: true
}

const limits = { characters: 2_000_000, rows: 500, cells: 20_000, span: 100, tables: 16, depth: 1_000 } as const

/** How many characters are read at a time. */
const chunk = 16_384

const spanOf = (value: string | undefined): number => Math.min(limits.span, Math.max(1, Math.trunc(Number(value)) || 1))

interface OpenCell {
  text: string
  readonly rowSpan: number
  readonly colSpan: number
  /** Blank neighbours that Excel only shows the text over. */
  readonly over: number
}

class OpenTable {
  readonly rows: HtmlCell[][] = []
  cells = 0
  open: OpenCell | null = null
  private hidden: { readonly hidden?: true } = {}

  row(attributes: Readonly<Record<string, string>>): void {
    this.close()
    this.hidden = /display:\s*none/i.test(attributes['style'] ?? '') ? { hidden: true } : {}
    this.rows.push([])
  }

  cell(attributes: Readonly<Record<string, string>>): void {
    this.close()
    if (this.rows.length === 0) this.rows.push([])
    this.cells += 1
    const colSpan = spanOf(attributes['colspan'])
    const over = /mso-ignore:\s*colspan/.test(attributes['style'] ?? '') ? colSpan - 1 : 0
    this.open = { text: '', rowSpan: spanOf(attributes['rowspan']), colSpan: over > 0 ? 1 : colSpan, over }
  }

  close(): void {
    if (!this.open) return
    const { text, rowSpan, colSpan, over } = this.open
    const row = this.rows[this.rows.length - 1]
    row?.push({ text: text.trim(), rowSpan, colSpan, ...this.hidden })
    for (let blank = 0; blank < over; blank += 1) row?.push({ text: '', rowSpan: 1, colSpan: 1, ...this.hidden })
    this.open = null
  }
}

const breaking: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li'])
const unseen: ReadonlySet<string> = new Set(['style', 'script'])

export type HtmlTable = readonly (readonly HtmlCell[])[]

/**
 * The tables in an HTML fragment, the largest first, for pages are laid out in tables too: text and spans alone, a line
 * break where the page breaks a line. Without those that are empty or larger than a statutory table can be.
 */
export const readHtmlTables = (html: string): readonly HtmlTable[] => {
  if (html.length > limits.characters) return []
  const tables: OpenTable[] = []
  const stack: OpenTable[] = []
  let hidden = 0
  let deeper = 0
  let depth = 0
  const write = (text: string): void => {
    for (const { open } of stack) if (open) open.text += text
  }
  const breakLine = (): void => {
    for (const { open } of stack) if (open && open.text !== '' && !open.text.endsWith('\n')) open.text += '\n'
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1
        if (unseen.has(name)) hidden += 1
        else if (breaking.has(name)) breakLine()
        else if (name === 'table' && stack.length >= limits.tables) deeper += 1
        else if (name === 'table') {
          const table = new OpenTable()
          tables.push(table)
          stack.push(table)
        }
        if (deeper > 0) return
        if (name === 'tr') stack[stack.length - 1]?.row(attributes)
        else if (name === 'td' || name === 'th') stack[stack.length - 1]?.cell(attributes)
      },
      ontext: (text) => {
        if (hidden === 0) write(text.replace(/[ \t\r\n]+/g, ' '))
      },
      onclosetag: (name) => {
        depth -= 1
        if (unseen.has(name)) hidden -= 1
        else if (breaking.has(name)) breakLine()
        else if (name === 'table' && deeper > 0) deeper -= 1
        else if (name === 'table') stack.pop()?.close()
        else if (deeper === 0 && (name === 'td' || name === 'th')) stack[stack.length - 1]?.close()
      },
    },
    { decodeEntities: true },
  )
  try {
    for (let from = 0; from < html.length; from += chunk) {
      parser.write(html.slice(from, from + chunk))
      // The parser takes ever longer for what is nested without end.
      if (depth > limits.depth) return []
    }
    parser.end()
  } catch {
    // It throws at a numbered character of hundreds of digits; the plain text is there still.
    return []
  }
  for (const table of stack) table.close()
  return tables
    .filter(({ cells, rows }) => cells > 0 && cells <= limits.cells && rows.length <= limits.rows)
    .sort((a, b) => b.cells - a.cells)
    .slice(0, limits.tables)
    .map(({ rows }) => rows.filter((row, line) => row.length > 0 || isReached(rows, line)))
}

const isReached = (rows: HtmlTable, line: number): boolean =>
  rows.some((row, above) => above < line && row.some(({ rowSpan }) => above + rowSpan > line))

/** The largest table in an HTML fragment; null where there is none. */
export const readHtmlTable = (html: string): HtmlTable | null => readHtmlTables(html)[0] ?? null
