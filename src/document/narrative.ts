import { linesOf } from '../report/lines'
import { numbersOf } from '../report/numbering'
import type { Part, Report } from '../report/report'
import type { Heading, Paragraph, Words } from './document'

/** A text, or a gap where a draft has none; a blank text of a finished report stays empty. */
export const wordsOf = (text: string, draft: boolean): Words =>
  text.trim() === '' ? (draft ? { text: '', gap: true } : { text: '' }) : { text: text.trim() }

/** A text's paragraphs, one for each line. */
export const paragraphsOf = (text: string): readonly Paragraph[] =>
  linesOf(text).map((line) => ({ kind: 'paragraph', text: line }))

const gapParagraph: Paragraph = { kind: 'paragraph', text: '', gap: true }

const ended = (heading: string): string => (/[。！？：；…，、.!?:;]$/.test(heading) ? heading : `${heading}。`)

/**
 * The parts of a section as printed: headed ones numbered （一）（二）…, a single headed one without number; headings on
 * lines of their own or run into the first paragraph. In a draft a part without text, and a section without parts, is a gap.
 */
export const narrativeOf = (
  parts: readonly Part[],
  headings: Report['headings'],
  draft: boolean,
): readonly (Heading | Paragraph)[] => {
  const numbers = numbersOf(parts)
  const blocks = parts.flatMap((part, index): readonly (Heading | Paragraph)[] => {
    const written = paragraphsOf(part.text)
    const paragraphs = written.length === 0 && draft ? [gapParagraph] : written
    const heading = part.heading.trim()
    if (heading === '') return paragraphs
    const numbered = `${numbers[index] ?? ''}${heading}`
    const [first, ...rest] = paragraphs
    return headings === 'ownLine' || first === undefined
      ? [{ kind: 'heading', text: numbered }, ...paragraphs]
      : [{ ...first, lead: ended(numbered) }, ...rest]
  })
  return blocks.length === 0 && draft ? [gapParagraph] : blocks
}
