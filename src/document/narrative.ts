import type { Address } from '../report/cells'
import { placedLinesOf } from '../report/lines'
import { numbersOf } from '../report/numbering'
import { headingAddress } from '../report/places'
import type { Part, Report } from '../report/report'
import type { Heading, Paragraph, Words } from './document'

/** A text, or a gap where a draft has none; a blank text of a finished report stays empty. */
export const wordsOf = (text: string, draft: boolean): Words =>
  text.trim() === '' ? (draft ? { text: '', gap: true } : { text: '' }) : { text: text.trim() }

/** The paragraphs of the text at an address, one for each line. */
export const paragraphsOf = (text: string, at: Address): readonly Paragraph[] =>
  placedLinesOf(text).map((line) => ({ kind: 'paragraph', ...line, at }))

const gapParagraph: Paragraph = { kind: 'paragraph', text: '', gap: true }

const ended = (heading: string): string => (/[。！？：；…，、.!?:;]$/.test(heading) ? heading : `${heading}。`)

/**
 * The parts of a list as printed: headed ones numbered （一）（二）…, a single headed one without number; headings on
 * lines of their own or run into the first paragraph. In a draft a part without text, and a section without parts, is a gap.
 */
export const narrativeOf = (
  list: string,
  parts: readonly Part[],
  headings: Report['headings'],
  draft: boolean,
): readonly (Heading | Paragraph)[] => {
  const numbers = numbersOf(parts)
  const blocks = parts.flatMap((part, index): readonly (Heading | Paragraph)[] => {
    const at = `${list}.${part.id}`
    const written = paragraphsOf(part.text, at)
    const paragraphs = written.length === 0 && draft ? [{ ...gapParagraph, at }] : written
    const heading = part.heading.trim()
    if (heading === '') return paragraphs
    const numbered = `${numbers[index] ?? ''}${heading}`
    const leadAt = headingAddress(list, part.id)
    const [first, ...rest] = paragraphs
    return headings === 'ownLine' || first === undefined
      ? [{ kind: 'heading', text: numbered, at: leadAt }, ...paragraphs]
      : [{ ...first, lead: ended(numbered), leadAt }, ...rest]
  })
  return blocks.length === 0 && draft ? [gapParagraph] : blocks
}
