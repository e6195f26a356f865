/** Text without white space, full-width letters, digits and brackets as half-width: for comparing words, never for output. */
export const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** The paragraphs of a text as it is printed: its non-empty lines, trimmed. */
export const paragraphs = (text: string): readonly string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029\v\f]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
