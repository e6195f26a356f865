import type { Token } from './tokens'

/** A clause: the words between two marks of a sentence. What stands in brackets is a clause of its own, after it. */
export interface Clause {
  readonly tokens: readonly Token[]
  /** The mark before it: '' at the sentence's beginning. */
  readonly opens: string
  readonly depth: number
  /** Clauses that “；” and the sentence's end part from each other have different numbers. */
  readonly partition: number
  /** Where in the text it begins. */
  readonly start: number
}

export type Sentence = readonly Clause[]

interface Draft {
  readonly tokens: Token[]
  readonly opens: string
  readonly depth: number
  readonly partition: number
  readonly start: number
}

const ends = new Set(['。', '!', '?', '\n'])
const opening = new Set(['(', '[', '【'])
const closing = new Set([')', ']', '】'])
const parting = new Set([',', ':', '—', '…', '·'])

/** Each sentence as its clauses. A bracket's clauses follow the one that it stands in, which goes on behind it. */
export const sentencesOf = (tokens: readonly Token[]): readonly Sentence[] => {
  const sentences: Draft[][] = []
  let clauses: Draft[] = []
  let open: Draft[] = []
  let partition = 0
  const begin = (opens: string, depth: number, start: number): Draft => {
    const clause: Draft = { tokens: [], opens, depth, partition, start }
    clauses.push(clause)
    return clause
  }
  let current = begin('', 0, 0)
  const finish = (start: number): void => {
    sentences.push(clauses.filter((clause) => clause.tokens.length > 0))
    clauses = []
    open = []
    partition += 1
    current = begin('', 0, start)
  }
  for (const token of tokens) {
    const mark = token.sense === 'mark' ? token.text : ''
    if (mark === '') current.tokens.push(token)
    else if (ends.has(mark)) finish(token.end)
    else if (opening.has(mark)) {
      open.push(current)
      current = begin('(', open.length, token.end)
    } else if (closing.has(mark)) {
      current = open.pop() ?? begin(',', 0, token.end)
    } else if (mark === ';') {
      if (open.length === 0) partition += 1
      current = begin(';', open.length, token.end)
    } else if (parting.has(mark)) current = begin(mark, open.length, token.end)
  }
  finish(0)
  return sentences.filter((sentence) => sentence.length > 0)
}
