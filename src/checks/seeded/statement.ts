import type { Address } from '../../report/cells'

/** A sum of cells less others; an address behind `last:` is one of last year's report. */
export interface Reading {
  readonly plus: readonly Address[]
  readonly minus?: readonly Address[]
}

export type SumOf = (reading: Reading) => number

/** A number, or words that mean one, as a sentence states it, with what makes it true. */
export interface Told {
  /** The rule that must find it where it is false; '' where no table says what is true. */
  readonly rule: string
  readonly value: number
  readonly write: (value: number) => string
  readonly isTrue: (value: number, sumOf: SumOf) => boolean
  /** True on a second right reading: to state this number is no fault, though the first reading says otherwise. */
  readonly isAlsoTrue?: (value: number, sumOf: SumOf) => boolean
  /** The cells that it tells of. */
  readonly of: readonly Address[]
  /** Where it is false the rule may also leave it open: several readings, or a quotient of numbers that changed. */
  readonly soft?: true
  /** Words that mean 0: there is no number to change. */
  readonly zero?: true
}

/** Numbers of one statement by their index: the parts add up to the whole. `all`: the words claim that they are all. */
interface Sum {
  readonly whole: number
  readonly parts: readonly number[]
  readonly all?: true
}

/** A sentence or two, made of words and of numbers that can be changed. */
export interface Statement {
  readonly pieces: readonly (string | Told)[]
  readonly sums: readonly Sum[]
  /** What it tells besides its numbers, where a fault can take it away. */
  readonly about?: string
}

/** A statement as a template of words and numbers. */
export const say = (words: TemplateStringsArray, ...pieces: readonly (string | Told | Statement)[]): Statement => ({
  pieces: words.flatMap((word, index) => {
    const piece = pieces[index]
    const own = typeof piece === 'object' && 'pieces' in piece ? piece.pieces : piece === undefined ? [] : [piece]
    return [word, ...own]
  }),
  sums: [],
})

export const toldOf = ({ pieces }: Statement): readonly Told[] =>
  pieces.filter((piece): piece is Told => typeof piece === 'object')

export const wordsOf = ({ pieces }: Statement): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.write(piece.value))).join('')

/** The statement with the number at an index (among its numbers) changed. */
export const changed = (statement: Statement, index: number, value: number): Statement => {
  let seen = -1
  return {
    ...statement,
    pieces: statement.pieces.map((piece) => {
      if (typeof piece === 'string') return piece
      seen += 1
      return seen === index ? { ...piece, value } : piece
    }),
  }
}

/** A statement of words alone. */
export const plain = (words: string, about?: string): Statement => ({
  pieces: [words],
  sums: [],
  ...(about === undefined ? {} : { about }),
})
