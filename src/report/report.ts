import type { Figure } from './amount'
import type { Address } from './cells'

/** Where the signature stands. */
type SignaturePlace = 'none' | 'end' | 'underTitle' | 'both'

export interface Agency {
  name: string
  kind: string
  rulemaking: boolean
  address: string
  postcode: string
  phone: string
  email: string
}

/** A part of a narrative section: `aspect` is the statutory one that it covers, null for a further one. */
export interface Part {
  id: string
  aspect: string | null
  /** Without a number; '' when it prints none. */
  heading: string
  /** A blank line starts a new paragraph, as does any other line break. */
  text: string
}

/** What the report and what was typed have in common. */
interface Words {
  id: string
  year: number
  title: string
  agency: Agency
  preface: string
  headings: 'ownLine' | 'runIn'
  overview: Part[]
  improvement: Part[]
  other: Part[]
  notes: Record<string, string>
  cellNotes: Record<Address, string>
}

/** The open report, each figure and the date as it was typed: nothing typed is ever lost. */
export interface TypedReport extends Words {
  signedOn: string
  cells: Record<string, Record<string, Record<string, string>>>
  handlingFee: Record<string, string>
  signature: { name: string; place: SignaturePlace }
}

/** The report as it was read: null is blank; what could not be read stands in `typed` and its cell is null. */
export interface Report extends Words {
  signedOn: string | null
  cells: Record<string, Record<string, Record<string, Figure | null>>>
  handlingFee: Record<string, Figure | null>
  signature: { name: string | null; place: SignaturePlace }
  typed: Record<Address, string>
}

/** The narrative lists of a report by their block's id. */
export const partsOf = (
  report: { overview: Part[]; improvement: Part[]; other: Part[] },
  id: string,
): readonly Part[] =>
  id === 'overview' ? report.overview : id === 'improvement' ? report.improvement : id === 'other' ? report.other : []

/** 128 random bits in hexadecimal behind a letter, so that no id looks like a number; works without a secure context. */
export const newId = (): string =>
  `r${[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
