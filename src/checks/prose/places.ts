import { allTables, type Address } from '../../report/cells'
import { normalOf, quoteOf, type Normal, type Quote } from '../normal'
import type { Subject } from '../rule'
import { passagesOf } from '../texts'

/** One text of a report, also outside the narrative, and what to call it in a message. */
export interface Place {
  readonly at: Address
  readonly label: string
  /** The narrative list that it belongs to; null for the preface and the notes. */
  readonly list: string | null
  readonly words: Normal
}

interface Places {
  readonly preface: Place
  readonly narrative: readonly Place[]
  readonly notes: readonly Place[]
}

const read = (subject: Subject): Places => {
  const { format, report } = subject
  const label = (list: string): string =>
    format.sections.find(({ blocks }) => blocks.some(({ id }) => id === list))?.title ?? ''
  return {
    preface: {
      at: 'preface',
      label: format.front.find(({ id }) => id === 'preface')?.label ?? '',
      list: null,
      words: normalOf(report.preface),
    },
    narrative: passagesOf(subject).map(({ at, list, words }) => ({ at, label: label(list), list, words })),
    notes: allTables(format).map((table) => ({
      at: `notes.${table.id}`,
      label: table.label,
      list: null,
      words: normalOf(report.notes[table.id] ?? ''),
    })),
  }
}

const known = new WeakMap<Subject, Places>()

const placesOf = (subject: Subject): Places => {
  const found = known.get(subject) ?? read(subject)
  known.set(subject, found)
  return found
}

/** The text before section one. */
export const prefaceOf = (subject: Subject): Place => placesOf(subject).preface

/** The preface and the narrative of sections one, five and six, in the order in which they are printed. */
export const proseOf = (subject: Subject): readonly Place[] => {
  const { preface, narrative } = placesOf(subject)
  return [preface, ...narrative]
}

/** Everything that is written in sentences: the notes below the tables too. */
export const writtenOf = (subject: Subject): readonly Place[] => [...proseOf(subject), ...placesOf(subject).notes]

/** Whether a part of the narrative is still to be written: what is missing may come with it. */
export const isUnfinished = (subject: Subject): boolean => {
  const passages = passagesOf(subject)
  return passages.length === 0 || passages.some(({ words }) => words.text.trim() === '')
}

/** A stretch of a place's text, as a quote. */
export const quoted = ({ at, words }: Place, start: number, end: number): Quote => quoteOf(at, words, start, end)

/** The words of a quote as they stand in the source. */
export const wordsOf = ({ words }: Place, { start, end }: Quote): string => words.source.slice(start, end)

/** Words as a message repeats them: on one line, cut where they are long. */
export const shortened = (words: string, most = 30): string => {
  const line = words.replace(/\s+/g, '')
  return line.length > most ? `${line.slice(0, most)}…` : line
}
