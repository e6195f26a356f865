import type { Format } from '../format'
import { dateInWords } from '../report/dates'
import type { Report } from '../report/report'
import type { Signature, Words } from './document'
import { linesOf } from '../report/lines'
import { wordsOf } from './narrative'

/** What one line of the type area holds of the title's type, in full-width characters: 156 mm at 22 pt. */
const titleLine = 20

const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter < '\u0250' ? 0.5 : 1), 0)

/** The title's lines: as it was broken, or with the unit's name on a line of its own where one line is too short. */
export const titleOf = (report: Report, draft: boolean): readonly Words[] => {
  const lines = linesOf(report.title)
  const [only = ''] = lines
  const name = report.agency.name.trim()
  const breaks = lines.length === 1 && name !== '' && only.startsWith(name) && widthOf(only) > titleLine
  const broken = breaks ? [name, only.slice(name.length).trim()].filter((line) => line !== '') : lines
  return broken.length === 0 ? [wordsOf('', draft)] : broken.map((text) => ({ text }))
}

/** The title on one line; the format's own words where there is none. */
export const nameOf = (format: Format, report: Report): string => linesOf(report.title).join('') || format.title

const dateOf = (report: Report, draft: boolean): Words | null =>
  report.signedOn !== null
    ? { text: dateInWords(report.signedOn) }
    : (report.typed['signedOn'] ?? '').trim() !== ''
      ? wordsOf('', draft)
      : null

/** Name and date as they sign the report at a place; null where nothing is signed there. A date that is none is a gap. */
export const signatureAt = (place: 'end' | 'underTitle', report: Report, draft: boolean): Signature | null =>
  report.signature.place === place || report.signature.place === 'both'
    ? { name: wordsOf(report.signature.name ?? report.agency.name, draft), date: dateOf(report, draft) }
    : null
