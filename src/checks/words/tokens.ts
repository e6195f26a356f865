import { phraseAt } from './phrases'
import { quantityAt, type Quantity } from './quantities'
import { vocabulary, type WordSense } from './vocabulary'

/** A stretch of a normalised text with what it means: a word, a quantity, a mark, or words not known to the reader. */
export interface Token {
  readonly sense: WordSense | 'quantity' | 'mark' | 'unread'
  readonly start: number
  readonly end: number
  readonly text: string
  readonly quantity?: Quantity
}

type Words = ReadonlyMap<string, readonly (readonly [word: string, sense: WordSense])[]>

const senses = Object.keys(vocabulary) as WordSense[]

/** Words by their first character, the longest first; of two senses the one named first in the vocabulary. */
const byFirst = (): Words => {
  const all = new Map<string, WordSense>()
  for (const sense of senses)
    for (const word of (vocabulary[sense] ?? '').split(' ')) if (!all.has(word)) all.set(word, sense)
  const words = new Map<string, (readonly [string, WordSense])[]>()
  for (const [word, sense] of all) {
    const first = word.slice(0, 1)
    words.set(first, [...(words.get(first) ?? []), [word, sense]])
  }
  for (const list of words.values()) list.sort(([a], [b]) => b.length - a.length)
  return words
}

const known = byFirst()

const marks = new Set(',;:。!?\n()[]…“”"\'·—【】〔〕')

const numeral = /[0-9零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]/

/** 为零, 是零: a zero that is a number and not a denial. */
const zeroAt = (text: string, at: number): Quantity | null =>
  text[at] === '零' &&
  /[为是均计]/.test(text[at - 1] ?? '') &&
  !/[一-龥]/.test((text[at + 1] ?? '').replace(/[的和且]/, ''))
    ? { start: at, end: at + 1, digits: [at, at + 1], value: 0, decimals: 0, measure: '', mark: '', isRounded: false }
    : null

/** 市政府办理 is 市政府 and 办理, not its office 市政府办. */
const isCut = (word: string, next: string | undefined): boolean =>
  word.length > 2 && word.endsWith('办') && (next === '理' || next === '结')

const wordAt = (text: string, at: number): readonly [string, WordSense] | undefined =>
  known.get(text[at] ?? '')?.find(([word]) => text.startsWith(word, at) && !isCut(word, text[at + word.length]))

const readAt = (text: string, at: number, year: number, names: readonly string[]): Token | null => {
  const token = (sense: Token['sense'], end: number): Token => ({ sense, start: at, end, text: text.slice(at, end) })
  const phrase = phraseAt(text, at, year)
  if (phrase) return token(phrase.sense, phrase.end)
  const name = names.find((one) => one[0] === text[at] && text.startsWith(one, at))
  if (name !== undefined) return token('ownUnit', at + name.length)
  const word = wordAt(text, at)
  if (word?.[1] === 'name') return token(word[1], at + word[0].length)
  if (numeral.test(text[at] ?? '')) {
    const quantity = zeroAt(text, at) ?? quantityAt(text, at)
    if (quantity) return { ...token('quantity', quantity.end), quantity }
  }
  if (word) return token(word[1], at + word[0].length)
  return marks.has(text[at] ?? '') ? token('mark', at + 1) : null
}

/**
 * A normalised text as words, quantities and marks, from left to right, as seen by a unit of these names in the year
 * reported on. What is not known stands as `unread`.
 */
export const tokensOf = (text: string, year: number, names: readonly string[] = []): readonly Token[] => {
  const tokens: Token[] = []
  let unread = -1
  const flush = (end: number): void => {
    if (unread >= 0) tokens.push({ sense: 'unread', start: unread, end, text: text.slice(unread, end) })
    unread = -1
  }
  for (let at = 0; at < text.length;) {
    const token = readAt(text, at, year, names)
    if (!token) {
      if (unread < 0) unread = at
      at += 1
      continue
    }
    flush(at)
    tokens.push(token)
    at = token.end
  }
  flush(text.length)
  return tokens
}
