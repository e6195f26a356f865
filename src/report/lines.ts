/** The lines of a text as they are printed, without the space around them, empty ones dropped; nothing within is changed. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029\v\f]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
