import { format2021 } from '../../format/2021'
import type { Format } from '../../format'
import { blankReport } from '../../report/blank'
import { exampleReport } from '../../report/example'
import { mapCells, mapFees } from '../../report/reading'
import type { Part, TypedReport } from '../../report/report'
import type { Rule, Subject, Verdict } from '../rule'
import { reportedOf, subjectOf } from '../run'

/** A report of an invented unit as far as a test names it: every other figure is 0, every other text blank. */
export interface Sample {
  readonly format?: Format
  readonly year?: number
  readonly figures?: Readonly<Record<string, string>>
  readonly overview?: string
  readonly improvement?: string
  readonly other?: string
}

const part = (id: string, aspect: string | null, text: string | undefined): Part[] =>
  text === undefined ? [] : [{ id, aspect, heading: '', text }]

const typedOf = ({ format = format2021, year = 2025, figures = {}, ...texts }: Sample): TypedReport => ({
  ...blankReport(format, year, exampleReport(format)),
  overview: part('o1', 'management', texts.overview),
  improvement: part('i1', 'both', texts.improvement),
  other: part('f1', 'fee', texts.other),
  cells: mapCells(format, ({ at }) => figures[at] ?? '0'),
  handlingFee: mapFees(format, ({ at }) => figures[at] ?? '0'),
})

/** The subject of a whole report as typed, with last year's where it is given. For tests. */
export const subjectFromTyped = (format: Format, typed: TypedReport, last?: TypedReport): Subject =>
  subjectOf(format, typed, undefined, last && reportedOf(format, last))

/** A subject of such a report, with last year's where it is given. For tests. */
export const subjectFrom = (sample: Sample, last?: Sample): Subject => {
  const before = last && { year: 2024, ...last }
  return subjectOf(
    sample.format ?? format2021,
    typedOf(sample),
    undefined,
    before && reportedOf(before.format ?? format2021, typedOf(before)),
  )
}

/** What the rule of a list says of a subject. For tests. */
export const judged = (rules: readonly Rule[], id: string, subject: Subject): readonly Verdict[] =>
  rules.find((rule) => rule.id === id)?.judge(subject) ?? []

/** The messages of one result. For tests. */
export const messages = (verdicts: readonly Verdict[], result: Verdict['result']): readonly string[] =>
  verdicts.flatMap((verdict) => (verdict.result === result ? [verdict.message] : []))
