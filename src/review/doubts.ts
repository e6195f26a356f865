import type { Format } from '../format'
import { cellsOf } from '../report/cells'
import { readDate } from '../report/dates'
import { readFigure } from '../report/figures'
import { quoted } from '../report/quoted'
import { figureAt, reportOf, typedOf } from '../report/reading'
import { newId, type Part, type Report } from '../report/report'
import type { Problem } from '../report/result'
import { toExchange, type ExchangedReport } from '../report/schema'

const takesFigure = (label: string, text: string): string =>
  `“${label}”这一格在文件里既有数字又写着“${quoted(text, 20)}”，已按数字读入，写的文字没有读入，请核对。`

const isComputed = (label: string, text: string): string =>
  `“${label}”是自动计算的，文件里却写着“${quoted(text, 20)}”，没有读入，请核对。`

const isReadable = (label: string, text: string): string =>
  `“${label}”在文件里是空白，却另写着“${quoted(text, 20)}”，已照写的读入，请核对。`

const doubtAt = (format: Format, report: Report, at: string, text: string): string | undefined => {
  if (at === 'signedOn') {
    const label = format.front.find(({ id }) => id === at)?.label ?? at
    if (report.signedOn !== null) return takesFigure(label, text)
    return readDate(text) === undefined ? undefined : isReadable(label, text)
  }
  const cell = cellsOf(format).get(at)
  if (!cell) return undefined
  if (cell.computed) return isComputed(cell.label, text)
  if (figureAt(report, cell) !== null) return takesFigure(cell.label, text)
  return readFigure(text, cell.unit).kind === 'figure' ? isReadable(cell.label, text) : undefined
}

/**
 * What a file says twice and not alike: a text that could not be read (`typed`) beside a figure, upon a total, or one that
 * can be read. A sentence about each, in the order of the file.
 */
export const doubtsOf = (format: Format, report: Report): readonly Problem[] =>
  Object.entries(report.typed).flatMap(([at, text]) => {
    const doubt = text.trim() === '' ? undefined : doubtAt(format, report, at, text)
    return doubt === undefined ? [] : [{ message: doubt }]
  })

const lists = ['overview', 'improvement', 'other'] as const

/** A report whose parts have ids of their own: a second of the same id takes a new one. `mended` counts those. */
export const withOwnIds = (report: Report): { readonly report: Report; readonly mended: number } => {
  let mended = 0
  const apart = (parts: Part[]): Part[] => {
    const ids = new Set<string>()
    return parts.map((part) => {
      const isTaken = ids.has(part.id)
      if (isTaken) mended += 1
      const id = isTaken ? newId() : part.id
      ids.add(id)
      return isTaken ? { ...part, id } : part
    })
  }
  const own = Object.fromEntries(lists.map((list) => [list, apart(report[list])])) as Pick<
    Report,
    (typeof lists)[number]
  >
  return { report: mended > 0 ? { ...report, ...own } : report, mended }
}

/** The report as the app would write it again: what differs from a file was changed by reading it. */
export const rewritten = (format: Format, report: Report): ExchangedReport =>
  toExchange(reportOf(format, typedOf(format, report)))
