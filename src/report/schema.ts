import { z } from './zod'
import type { Format } from '../format'
import type { Figure } from './amount'
import { allSubsections, allTables, cellsOf, type Cell } from './cells'
import { mapCells, mapFees } from './reading'
import type { Report } from './report'
import { yearsOf } from './years'

// No `new Function` probe: a content security policy would report it.
z.config({ jitless: true })

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/)
// Only the file as a whole is bounded: what can be typed can be written and read again.
const text = z.string()
const money = z.string().regex(/^(0|[1-9]\d{0,11})(\.\d{1,6})?$/)

const figure = (cell: Cell): z.ZodType<Figure> =>
  cell.unit === 'count'
    ? z.int().min(0).max(999_999_999)
    : cell.unit === 'change'
      ? z.int().min(-999_999_999).max(999_999_999)
      : money

type FigureSchema = z.ZodType<Figure | null>

const objects = (cells: Record<string, Record<string, Record<string, FigureSchema>>>) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(cells).map(([table, rows]) => [
        table,
        z.strictObject(
          Object.fromEntries(Object.entries(rows).map(([row, columns]) => [row, z.strictObject(columns)])),
        ),
      ]),
    ),
  )

const texts = (keys: readonly string[]) => z.strictObject(Object.fromEntries(keys.map((key) => [key, text.optional()])))

const part = (format: Format, block: string, key: 'aspect' | 'part', filled: boolean) => {
  const aspects = allSubsections(format)
    .filter((subsections) => subsections.id === block)
    .flatMap((subsections) => subsections.aspects.map((aspect) => aspect.id))
  const aspect = aspects.length === 0 ? z.null() : z.enum(aspects).nullable()
  return z.array(
    z.strictObject({ id, [key]: aspect, heading: text.nullable(), text: filled ? text.regex(/\S/) : text }),
  )
}

/**
 * The report as it stands in a file, made from its format. A draft may have blanks (null) and figures that could not be
 * read (`typed`); a final report has neither, and no empty title, unit name or part.
 */
export const reportSchema = (format: Format, stage: 'draft' | 'final') => {
  const final = stage === 'final'
  const cell = (one: Cell): FigureSchema => (final ? figure(one) : figure(one).nullable())
  const required = final ? text.regex(/\S/) : text
  const kinds = format.front.flatMap(({ id: field, choices = [] }) =>
    field === 'agency.kind' ? choices.map((choice) => choice.id) : [],
  )
  return z.strictObject({
    id,
    year: z.int().min(yearsOf(format).from).max(yearsOf(format).to),
    title: required,
    agency: z.strictObject({
      name: required,
      kind: z.enum(final ? kinds : ['', ...kinds]),
      rulemaking: z.boolean(),
      address: text,
      postcode: text,
      phone: text,
      email: text,
    }),
    signedOn: z.iso.date().nullable(),
    preface: text,
    headings: z.enum(['ownLine', 'runIn']),
    overview: part(format, 'overview', 'aspect', final),
    cells: objects(mapCells(format, cell)),
    typed: final ? z.strictObject({}) : texts([...cellsOf(format).keys(), 'signedOn']),
    notes: texts(allTables(format).map((table) => table.id)),
    cellNotes: texts([...cellsOf(format).keys()]),
    improvement: part(format, 'improvement', 'part', final),
    handlingFee: z.strictObject(mapFees(format, cell)),
    other: part(format, 'other', 'part', final),
    signature: z.strictObject({ name: text.nullable(), place: z.enum(['none', 'end', 'underTitle', 'both']) }),
  })
}

interface FilePart {
  id: string
  heading: string | null
  text: string
  aspect?: string | null
  part?: string | null
}

/** The report as it is exchanged: headings null where none is printed, parts of sections five and six under `part`. */
export interface ExchangedReport extends Omit<Report, 'overview' | 'improvement' | 'other'> {
  overview: FilePart[]
  improvement: FilePart[]
  other: FilePart[]
}

const heading = (words: string): string | null => (words === '' ? null : words)

/** The report in the exchanged form. */
export const toExchange = (report: Report): ExchangedReport => {
  const outOf = (key: 'aspect' | 'part') => (source: Report['overview'][number]) => ({
    id: source.id,
    [key]: source.aspect,
    heading: heading(source.heading),
    text: source.text,
  })
  return {
    ...report,
    overview: report.overview.map(outOf('aspect')),
    improvement: report.improvement.map(outOf('part')),
    other: report.other.map(outOf('part')),
  }
}

/** The inverse of `toExchange`. */
export const fromExchange = (report: ExchangedReport): Report => {
  const into = (source: FilePart) => ({
    id: source.id,
    aspect: source.aspect ?? source.part ?? null,
    heading: source.heading ?? '',
    text: source.text,
  })
  return {
    ...report,
    overview: report.overview.map(into),
    improvement: report.improvement.map(into),
    other: report.other.map(into),
  }
}
