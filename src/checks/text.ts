/** Text without white space, full-width letters, digits and brackets as half-width: for comparing words, never for output. */
export const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
