import type { Address } from '../report/cells'

/**
 * A text as the readers of sentences see it: NFKC (so ， is , and １ is 1), line breaks as \n, other white space dropped.
 * `from[i]` is where the source's character stands that became `text[i]`; `from[text.length]` is the source's length.
 */
export interface Normal {
  readonly text: string
  readonly source: string
  readonly from: readonly number[]
}

/** A stretch of the text that stands at an address: UTF-16 offsets, the end not included. */
export interface Quote {
  readonly at: Address
  readonly start: number
  readonly end: number
}

const plain = /^[!-~\u2010-\u201f\u3001-\u3011\u4e00-\u9fff]$/
const lineBreak = /^[\n\r\u2028\u2029\v\f]$/
const blank = /^\s*$/

const reduced = (letter: string): string =>
  plain.test(letter) ? letter : lineBreak.test(letter) ? '\n' : letter.normalize('NFKC').replace(/\s+/g, '')

/** Normalises a text, code point by code point, so that every place in it leads back to its source. */
export const normalOf = (source: string): Normal => {
  const from: number[] = []
  let text = ''
  let offset = 0
  for (const letter of source) {
    const words = blank.test(letter) && !lineBreak.test(letter) ? '' : reduced(letter)
    for (let index = 0; index < words.length; index += 1) from.push(offset)
    text += words
    offset += letter.length
  }
  return { text, source, from: [...from, source.length] }
}

/** The stretch of the source that the normalised text from `start` to `end` came from, without space at its end. */
export const quoteOf = (at: Address, { source, from }: Normal, start: number, end: number): Quote => {
  const first = from[start] ?? source.length
  const last = from[end] ?? source.length
  return { at, start: first, end: first + source.slice(first, last).trimEnd().length }
}
