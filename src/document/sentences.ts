/** A stretch of a text: UTF-16 offsets, the end not included. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What ends a sentence or one of its clauses, with the quotation marks that close after it; no mark within an address. */
const ending = /(?:[。！？；…]|[!?;](?![!-~]))+[”’）)》」』]*/g

/** A line cut into sentences that tile it; a semicolon ends one too, for each point of a list is read by itself. */
export const sentencesIn = (text: string): readonly Stretch[] => {
  const found: Stretch[] = []
  let start = 0
  for (const { 0: mark, index } of text.matchAll(ending)) {
    found.push({ start, end: index + mark.length })
    start = index + mark.length
  }
  return start < text.length ? [...found, { start, end: text.length }] : found
}
