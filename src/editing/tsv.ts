/** Rows of cells as spreadsheets put them on the clipboard: tabs and line ends, quotes by RFC 4180. */
export const readTsv = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    rows[rows.length - 1]?.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (quoted) {
      if (character !== '"') cell += character
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (character === '"' && cell === '' && closes(text, at)) quoted = true
    else if (character === '\t') endCell()
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text.charAt(at + 1) === '\n') at += 1
      endCell()
      rows.push([])
    } else cell += character
  }
  endCell()
  const last = rows[rows.length - 1]
  return rows.length > 1 && last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows
}

/** Whether a quote that opens a cell is closed at the cell's end; otherwise it is an ordinary character. */
const closes = (text: string, from: number): boolean => {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text.charAt(at) !== '"') continue
    if (text.charAt(at + 1) === '"') at += 1
    else return at + 1 === text.length || /[\t\r\n]/.test(text.charAt(at + 1))
  }
  return false
}

/** The inverse of `readTsv`: cells with tabs, line ends or quotes are quoted. */
export const writeTsv = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t'))
    .join('\r\n')
