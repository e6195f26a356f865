import type { Address } from '../report/cells'

/** A report as it is read on paper: what every writer (html, Word, sheet) puts into its own form. */
export interface Document {
  readonly draft: boolean
  /** The title on one line: for a window, a file's properties. */
  readonly name: string
  readonly title: readonly Words[]
  readonly underTitle: Signature | null
  readonly preface: readonly Paragraph[]
  readonly sections: readonly Section[]
  readonly end: Signature | null
  /** What ties a printed copy to its data; null where nothing does. */
  readonly foot: Foot | null
}

/** What stands at the foot of every page, in words but for the code, XXXX-XXXX. */
export interface Foot {
  /** '' where none is told. */
  readonly version: string
  readonly date: string
  readonly code: string
}

/** A piece of text. With `gap` nothing was filled in and `text` is empty: a draft shows a mark in its place. */
export interface Words {
  readonly text: string
  readonly gap?: true
  /** What of the report they show: the address of a text or field. */
  readonly at?: Address
  /** Where in the text at `at` they begin, in UTF-16 units: they stand there as they are. Left out where they do not. */
  readonly start?: number
}

export interface Signature {
  readonly name: Words
  /** In words; null where none is printed. */
  readonly date: Words | null
}

export interface Section {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block = Heading | Paragraph | Table

/** The heading of a part, on a line of its own, with its number. */
export interface Heading {
  readonly kind: 'heading'
  readonly text: string
  readonly at?: Address
}

/** A paragraph; `lead` is the heading that runs into it, with its number and its end mark. */
export interface Paragraph extends Words {
  readonly kind: 'paragraph'
  readonly lead?: string
  readonly leadAt?: Address
}

/** A grid whose cells tile it: each stands in the row where it begins. */
export interface Table {
  readonly kind: 'table'
  /** The table's id, or its group's. */
  readonly id: string
  readonly label: string
  /** Of each column, relative to the others. */
  readonly widths: readonly number[]
  /** The rows at the top that are repeated where the table breaks; 0 where it holds several heads. */
  readonly headRows: number
  /** How many columns at the left hold labels. */
  readonly labelColumns: number
  readonly rows: readonly (readonly Cell[])[]
  /** Printed below the table, a paragraph each. */
  readonly notes: readonly Note[]
}

type CellKind = 'caption' | 'corner' | 'head' | 'label' | 'value' | 'total'

export interface Cell extends Words {
  readonly kind: CellKind
  /** The grid column in which it begins, from 0. */
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly align: 'left' | 'center'
  /** Of values and totals. */
  readonly address?: Address
  /** The mark of its note below the table: ①. */
  readonly mark?: string
}

/** A note's paragraph; `mark` is ① for a cell's note and empty for its further paragraphs and for other notes. */
export interface Note {
  readonly mark: string
  readonly text: string
  readonly at?: Address
}
