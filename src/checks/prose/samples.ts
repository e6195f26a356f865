import type { Format } from '../../format'
import { format2021 } from '../../format/2021'
import { exampleReport } from '../../report/example'
import type { Part, TypedReport } from '../../report/report'
import type { Verdict } from '../rule'
import { subjectOf } from '../run'
import { proseRules } from './rules'

// Test material: reports of an invented unit, in words of our own.

/** The example with changes. */
export const sample = (changes: Partial<TypedReport> = {}): TypedReport => ({
  ...exampleReport(format2021),
  ...changes,
})

/** The example of another kind of unit, or of another name. */
export const sampleOf = (agency: Partial<TypedReport['agency']>, changes: Partial<TypedReport> = {}): TypedReport => {
  const typed = sample(changes)
  return { ...typed, agency: { ...typed.agency, ...agency } }
}

export const part = (text: string, aspect: string | null = null, heading = '', id = 'p'): Part => ({
  id,
  aspect,
  heading,
  text,
})

/** The example with one more part in section one, or in another list. */
export const withText = (text: string, list: 'overview' | 'improvement' | 'other' = 'overview'): TypedReport => {
  const typed = sample()
  return { ...typed, [list]: [...typed[list], part(text)] }
}

/** What one rule says of a report. */
export const judge = (rule: string, typed: TypedReport, format: Format = format2021): readonly Verdict[] =>
  proseRules.filter(({ id }) => id === rule).flatMap((one) => one.judge(subjectOf(format, typed)))

/** What one rule finds wrong in a report. */
export const faults = (rule: string, typed: TypedReport, format: Format = format2021): readonly Verdict[] =>
  judge(rule, typed, format).filter(({ result }) => result === 'fail')

/** The words that a verdict quotes from a text. */
export const quotedFrom = (text: string, { quotes = [] }: Verdict): readonly string[] =>
  quotes.map(({ start, end }) => text.slice(start, end))

/** A text after a verdict's cure, by its index, was applied. */
export const cured = (text: string, { cures = [] }: Verdict, index = 0): string =>
  (cures[index]?.changes ?? []).reduce((words, { from, to, range = [0, 0] }) => {
    if (words.slice(...range) !== from) throw new Error(`“${from}” does not stand at ${range.join('–')}`)
    return `${words.slice(0, range[0])}${to}${words.slice(range[1])}`
  }, text)
