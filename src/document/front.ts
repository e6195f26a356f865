import type { Format } from '../format'
import { dateInWords } from '../report/dates'
import type { Report } from '../report/report'
import type { Signature, Words } from './document'
import { linesOf, placedLinesOf, type PlacedLine } from '../report/lines'
import { wordsOf } from './narrative'

/** What one line of the type area holds of the title's type, in full-width characters: 156 mm at 22 pt. */
const titleLine = 20

const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter < '\u0250' ? 0.5 : 1), 0)

/** A line broken after some of its first characters, without the space there. */
const brokenAfter = ({ text, start }: PlacedLine, length: number): readonly PlacedLine[] => {
  const rest = text.slice(length)
  const space = rest.length - rest.trimStart().length
  const both = [
    { text: text.slice(0, length), start },
    { text: rest.slice(space), start: start + length + space },
  ]
  return both.filter((line) => line.text !== '')
}

/** The title's lines: as it was broken, or with the unit's name on a line of its own where one line is too short. */
export const titleOf = (report: Report, draft: boolean): readonly Words[] => {
  const lines = placedLinesOf(report.title)
  const [only] = lines
  const name = report.agency.name.trim()
  const breaks =
    only && lines.length === 1 && name !== '' && only.text.startsWith(name) && widthOf(only.text) > titleLine
  const broken = breaks ? brokenAfter(only, name.length) : lines
  const at = 'title'
  return broken.length === 0 ? [{ ...wordsOf('', draft), at }] : broken.map((line) => ({ ...line, at }))
}

/** The title on one line; the format's own words where there is none. */
export const nameOf = (format: Format, report: Report): string => linesOf(report.title).join('') || format.title

const dateOf = (report: Report, draft: boolean): Words | null =>
  report.signedOn !== null
    ? { text: dateInWords(report.signedOn), at: 'signedOn' }
    : (report.typed['signedOn'] ?? '').trim() !== ''
      ? { ...wordsOf('', draft), at: 'signedOn' }
      : null

const signerOf = ({ signature: { name }, agency }: Report, draft: boolean): Words =>
  name !== null
    ? { ...wordsOf(name, draft), at: 'signature.name' }
    : { ...wordsOf(agency.name, draft), at: 'agency.name' }

/** Name and date as they sign the report at a place; null where nothing is signed there. A date that is none is a gap. */
export const signatureAt = (place: 'end' | 'underTitle', report: Report, draft: boolean): Signature | null =>
  report.signature.place === place || report.signature.place === 'both'
    ? { name: signerOf(report, draft), date: dateOf(report, draft) }
    : null
