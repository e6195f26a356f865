import type { Table as FormatTable } from '../format'
import type { Address } from '../report/cells'
import type { Report } from '../report/report'
import type { Cell, Note } from './document'
import { linesOf } from '../report/lines'
import { noteMark } from './note-mark'
import { noteWord } from './words'

const startsWithWord = (line: string): boolean => /^注\s*[：:]/.test(line)

const tableNote = (text: string, at: Address): readonly Note[] =>
  linesOf(text).map((line, index) => ({
    mark: '',
    text: index === 0 && !startsWithWord(line) ? `${noteWord}${line}` : line,
    at,
  }))

/** The grid with the marks of its cells' notes, and all notes below it: the cells' in reading order, then the tables'. */
export const notesOf = (
  tables: readonly FormatTable[],
  grid: readonly (readonly Cell[])[],
  report: Report,
): { readonly rows: readonly (readonly Cell[])[]; readonly notes: readonly Note[] } => {
  const notes: Note[] = []
  let count = 0
  const rows = grid.map((row) =>
    row.map((cell) => {
      const written = cell.address === undefined ? [] : linesOf(report.cellNotes[cell.address] ?? '')
      if (written.length === 0) return cell
      const mark = noteMark((count += 1))
      const at = `cellNotes.${cell.address}`
      notes.push(...written.map((text, index) => ({ mark: index === 0 ? mark : '', text, at })))
      return { ...cell, mark }
    }),
  )
  return { rows, notes: [...notes, ...tables.flatMap(({ id }) => tableNote(report.notes[id] ?? '', `notes.${id}`))] }
}
