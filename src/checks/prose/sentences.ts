/** A stretch of a normalised text, by where it starts. */
interface Stretch {
  readonly start: number
  readonly text: string
}

const split = (text: string, piece: RegExp): readonly Stretch[] =>
  [...text.matchAll(piece)].map(({ 0: found, index = 0 }) => ({ start: index, text: found }))

/** The sentences of a normalised text, their end marks left out; a semicolon does not end one. */
export const sentencesOf = (text: string): readonly Stretch[] => split(text, /[^。!?\n]+/g)

/** The paragraphs of a normalised text, blank ones left out. */
export const paragraphsOf = (text: string): readonly Stretch[] => split(text, /[^\n]+/g)

const marked = /《[^《》\n]{0,200}》|“[^“”\n]{0,200}”|〔[^〔〕\n]{0,40}〕/g

/** The text with titles, quotations and document years made unreadable, every place kept: years in them are names. */
export const withoutTitles = (text: string): string => text.replace(marked, (found) => '\u0000'.repeat(found.length))
