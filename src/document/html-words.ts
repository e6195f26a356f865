import type { Words } from './document'
import { escapeHtml } from './escape'
import { sentencesIn } from './sentences'

/** Whether the file says of all its words what of the report they show, so that they can be pointed at. */
export interface Look {
  readonly anchored: boolean
}

/** Attributes as they stand in a tag; what is null or empty is left out. */
export const attributes = (pairs: Readonly<Record<string, string | number | null>>): string =>
  Object.entries(pairs)
    .map(([name, value]) => (value === null || value === '' ? '' : ` ${name}="${escapeHtml(String(value))}"`))
    .join('')

/** What makes an element a place that can be pointed at; nothing where the file is not anchored. */
export const anchor = ({ anchored }: Look, at: string | undefined, start?: number, end?: number): string =>
  anchored && at !== undefined
    ? attributes({ 'data-at': at, 'data-start': start ?? null, 'data-end': end ?? null, tabindex: '-1' })
    : ''

/** A text in which a run of Latin letters too long for a line, such as an address, may break anywhere. */
const flowing = (text: string): string =>
  text
    .split(/([!-~]{24,})/)
    .map((piece, index) => (index % 2 === 0 ? escapeHtml(piece) : `<span class="run">${escapeHtml(piece)}</span>`))
    .join('')

/** Words as HTML, or the mark of a gap; anchored, each sentence in a span of its own, which changes nothing to be seen. */
export const wordsHtml = ({ text, gap, at, start }: Words, mark: string, look: Look): string => {
  if (gap) return `<span class="gap"${anchor(look, at)}>${mark}</span>`
  if (!look.anchored || at === undefined || text === '') return flowing(text)
  if (start === undefined) return `<span${anchor(look, at)}>${flowing(text)}</span>`
  return sentencesIn(text)
    .map(
      (sentence) =>
        `<span${anchor(look, at, start + sentence.start, start + sentence.end)}>${flowing(text.slice(sentence.start, sentence.end))}</span>`,
    )
    .join('')
}
