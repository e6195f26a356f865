import { isFigureLike, type Labels } from './labels'
import type { Pasted } from './pasted'

/** Figures that follow a label. */
export interface Run {
  /** The pieces of text since the last run, the label last; none where figures follow no label. */
  readonly pieces: readonly string[]
  readonly values: readonly string[]
  /** Whether each figure stood on a line of its own, so that blank cells were lost between them. */
  readonly isLoose: boolean
}

interface Open extends Run {
  values: string[]
  isLoose: boolean
}

/** A line with one cell, and the tab before it that some programs put there. */
const onOneLine = 2

const isText = (text: string): boolean => text !== '' && !isFigureLike(text)

/** Where a row's label stands: the last text that is one, otherwise the last text before its figures; −1 for none. */
const labelIn = (row: readonly string[], labels: Labels<unknown>): number => {
  for (let index = row.length - 1; index >= 0; index -= 1)
    if (row[index] !== '' && labels.find(row[index] ?? '') !== null) return index
  const figure = row.findIndex((text, index) => text !== '' && !isText(text) && row.slice(0, index).some(isText))
  const before = figure < 0 ? row : row.slice(0, figure)
  return before.reduce((last, text, index) => (isText(text) ? index : last), -1)
}

/** The figures of a block with the labels that they follow, wherever its cells stand. */
export const runsIn = (block: Pasted, labels: Labels<unknown>): readonly Run[] => {
  const runs: Open[] = []
  let pieces: string[] = []
  let open: Open | null = null
  for (const cells of block.rows) {
    const row = cells.filter(({ merged, absent }) => !merged && !absent).map(({ text }) => text)
    if (row.every((text) => text === '')) continue
    const label = labelIn(row, labels)
    if (label >= 0) {
      const isLabel = (text: string, index: number): boolean => index === label || isText(text)
      pieces.push(...row.slice(0, label + 1).filter(isLabel))
      open = null
      const values = row.slice(label + 1)
      if (values.length > 0) {
        runs.push({ pieces, values, isLoose: false })
        pieces = []
      }
    } else if (!open && (pieces.length === 0 || row.length > onOneLine)) {
      runs.push({ pieces, values: row, isLoose: false })
      pieces = []
    } else {
      if (!open) {
        open = { pieces, values: [], isLoose: true }
        runs.push(open)
        pieces = []
      }
      open.values.push(...row.filter((text) => text !== ''))
    }
  }
  return runs
}
