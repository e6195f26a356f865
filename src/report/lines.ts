/** A line of a text and where in the text it begins, in UTF-16 units. */
export interface PlacedLine {
  readonly text: string
  readonly start: number
}

/** The lines of a text as they are printed, each with its place. */
export const placedLinesOf = (text: string): readonly PlacedLine[] => {
  const ends = /\r\n|[\n\r\u2028\u2029\v\f]/g
  const found: PlacedLine[] = []
  let from = 0
  const add = (to: number): void => {
    const line = text.slice(from, to)
    if (line.trim() !== '') found.push({ text: line.trim(), start: from + line.length - line.trimStart().length })
  }
  for (const { 0: end, index } of text.matchAll(ends)) {
    add(index)
    from = index + end.length
  }
  add(text.length)
  return found
}

/** The lines of a text as they are printed, without the space around them, empty ones dropped; nothing within is changed. */
export const linesOf = (text: string): readonly string[] => placedLinesOf(text).map(({ text: line }) => line)
