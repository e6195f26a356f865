import json from './sentences.json'

// Test material: sentences in our own words about invented agencies, with the figures they stand beside.
// Every set is consistent: in each column of table three 一 + 二 = （七） + 四.

/** One sentence as a careful reader judges it, in a report with the figures named. */
export interface Sentence {
  readonly text: string
  /** Figures in which it stands: a set named in `sets`. */
  readonly set: string
  /** Rules that must fail on it; empty: none may fail. */
  readonly fails: readonly string[]
  /** Rules that must list it as 未能核对; left out where it does not matter. */
  readonly unknown?: readonly string[]
  /** In which part of the report it stands; overview's onRequest when left out. */
  readonly in?: 'overview' | 'improvement' | 'other'
  readonly why: string
}

/** An agency's report in figures: every entered cell that is not named is 0. */
export interface FigureSet {
  readonly kind: string
  readonly name: string
  readonly year: number
  readonly cells: Readonly<Record<string, number>>
  readonly last?: Readonly<Record<string, number>>
}

const fixture: {
  readonly sets: Readonly<Record<string, FigureSet>>
  readonly sentences: readonly Sentence[]
} = JSON.parse(JSON.stringify(json))

/** Named figure sets: kind of agency, year, and the cells that are not 0. */
export const sets = fixture.sets

/** The catalogue's eleven sentences and some three hundred of our own, half of them right and easily mistaken. */
export const sentences = fixture.sentences
