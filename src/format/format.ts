/**
 * The grammar in which a statutory format is written: types only. A format is plain data, so that the form, the totals,
 * the checks, the paper and the readers of old reports can all be derived from the same value.
 */
export interface Format {
  /** The year of the document that set the format: '2019', '2021'. Stands in exchanged files. */
  readonly id: string
  /** The words that every report's title ends in. */
  readonly title: string
  readonly authority: Authority
  readonly law: { readonly name: string; readonly order: string; readonly article: string }
  /** The first and, where it was replaced, the last year reported on. */
  readonly years: { readonly from: number; readonly to?: number }
  readonly front: readonly Field[]
  readonly sections: readonly Section[]
  readonly checks: readonly Balance[]
}

interface Authority {
  readonly name: string
  readonly document: string
  /** ISO date, or year and month. */
  readonly issued: string
}

/** A field before section one. Its id is its path in the report. */
export interface Field {
  readonly id: string
  readonly label: string
  readonly kind: 'line' | 'lines' | 'choice' | 'yesNo' | 'year' | 'date'
  readonly required?: boolean
  readonly choices?: readonly Choice[]
  readonly help?: string
}

interface Choice {
  readonly id: string
  readonly label: string
}

export interface Section {
  readonly id: string
  /** With its number, as it is printed. */
  readonly title: string
  readonly help?: string
  readonly blocks: readonly Block[]
}

export type Block = Subsections | Figures | Table

/** Narrative as an ordered list of parts, each with an optional heading; more can be added. */
export interface Subsections {
  readonly kind: 'subsections'
  readonly id: 'overview' | 'improvement' | 'other'
  readonly aspects: readonly Aspect[]
}

interface Aspect {
  readonly id: string
  readonly heading: string
  /** Whether a new report proposes it: with its heading printed, without, or not at all. */
  readonly proposed: 'headed' | 'plain' | 'no'
  readonly help?: string
}

/** Figures that are entered beside a narrative and are not printed as a table. */
export interface Figures {
  readonly kind: 'figures'
  readonly id: string
  readonly label: string
  readonly lines: readonly Line[]
}

export interface Table {
  readonly kind: 'table'
  readonly id: string
  readonly label: string
  /** The shaded line above a table of a group. */
  readonly caption?: string
  /** The words in the upper left cell. */
  readonly corner?: string
  /** One heading over all columns. */
  readonly over?: string
  /** Tables of one group are printed as one. */
  readonly group?: string
  /** What an optional note below it is for. */
  readonly note?: string
  readonly columns: Axis
  readonly rows: Axis
}

/** Rows and columns are written, and laid out, alike. */
export type Axis = readonly (Line | Heading)[]

export interface Line {
  readonly id: string
  readonly label: string
  /** Ids of entered lines or headings on the same axis; a line with it is computed. */
  readonly sum?: readonly string[]
  /** What its cells hold; the row's word goes before the column's, 'count' where neither says. */
  readonly unit?: Unit
  readonly help?: string
}

/** A merged cell over its lines; its id in a sum means all its entered lines. */
export interface Heading {
  readonly id: string
  readonly label: string
  readonly help?: string
  readonly lines: Axis
}

/** count: whole, 0 or more · change: whole, may be negative · yuan, wanYuan: decimal money · money: the label gives no unit. */
export type Unit = 'count' | 'change' | 'yuan' | 'wanYuan' | 'money'

/** What the sums of two sides must be to each other. */
export interface Balance {
  readonly kind: 'balance'
  readonly id: string
  readonly left: readonly Term[]
  readonly is: '=' | '≤'
  readonly right: readonly Term[]
  readonly severity: 'error' | 'warning'
  /** What stands at the head of the row that shows it. */
  readonly label?: string
  /** What must hold, for the published list. */
  readonly holds: string
  /** The message; {place}, {difference}, {left}, {right}, {left.0} … are filled in. */
  readonly says: string
}

/**
 * `table.row` is tried in every column, `table.*.column` in every row, `table.row.column` is one cell;
 * `last:` means the same in last year's report.
 */
export type Term = `${'' | 'last:'}${string}.${string}`
