import type { Format } from '../../format'
import { blankReport } from '../../report/blank'
import { exampleReport } from '../../report/example'
import type { Figure } from '../../report/amount'
import type { Address } from '../../report/cells'
import { mapCells, mapFees } from '../../report/reading'
import type { TypedReport } from '../../report/report'
import type { Subject } from '../rule'
import { reportedOf, subjectOf } from '../run'
import { applicationsOf } from './applications'
import { disputesOf } from './disputes'
import { numberFor, sumsOf, type Facts } from './facts'
import { feesOf } from './fees'
import { feeFigures, lastFiguresOf, type FigureSet } from './figure-sets'
import { writerFrom } from './numbers'
import { prefaceOf } from './preface'
import { lastYearsWords, proseOf } from './prose'
import type { Random } from './random'
import { wordsOf, type Statement } from './statement'

/** A report with what its sentences are made of, by the aspect of the part in which they stand. */
export interface Specimen {
  readonly name: string
  readonly format: Format
  readonly typed: TypedReport
  readonly statements: Readonly<Record<string, readonly Statement[]>>
  readonly stated?: ReadonlyMap<Address, Figure | null>
  readonly last?: TypedReport
}

interface Unit {
  readonly kind: string
  readonly name: string
  readonly we: readonly [string, ...string[]]
}

const governments: readonly [Unit, ...Unit[]] = [
  { kind: 'government', name: '示例市人民政府', we: ['全市', '我市', '全市各级行政机关'] },
  { kind: 'government', name: '示例县人民政府', we: ['全县', '我县', '全县各级行政机关'] },
]

const offices: readonly [Unit, ...Unit[]] = [
  { kind: 'department', name: '示例市数据管理局', we: ['我局', '本局'] },
  { kind: 'department', name: '示例市住房保障局', we: ['我局', '市住房保障局'] },
  { kind: 'township', name: '示例县青石镇人民政府', we: ['我镇', '本镇'] },
  { kind: 'subdistrict', name: '示例区临江街道办事处', we: ['街道', '本街道'] },
  { kind: 'other', name: '示例市市政工程中心', we: ['本中心', '我中心'] },
]

const everyPart = ['overview', 'improvement', 'other'] as const

/** The report with its parts' texts as its statements say. */
export const rendered = (specimen: Specimen): Specimen => {
  const texts = (list: TypedReport['overview']): TypedReport['overview'] =>
    list.map((part) => {
      const own = specimen.statements[part.aspect ?? '']
      return own ? { ...part, text: own.map(wordsOf).join('') } : part
    })
  const parts = Object.fromEntries(everyPart.map((list) => [list, texts(specimen.typed[list])]))
  return { ...specimen, typed: { ...specimen.typed, ...parts } }
}

/** What the checks are asked to judge. */
export const subjectFor = ({ format, typed, stated, last }: Specimen): Subject =>
  subjectOf(format, typed, stated, last ? reportedOf(format, last) : undefined)

const withFigures = (format: Format, typed: TypedReport, figures: ReadonlyMap<string, string>): TypedReport => ({
  ...typed,
  cells: mapCells(format, ({ at }) => figures.get(at) ?? '0'),
  handlingFee: mapFees(format, ({ at }) => figures.get(at) ?? '0'),
})

const lastReport = (format: Format, typed: TypedReport, figures: ReadonlyMap<string, string>): TypedReport => {
  const own = blankReport(format, typed.year - 1, typed)
  const worded = (list: TypedReport['overview']): TypedReport['overview'] =>
    list.map((part) => ({ ...part, text: lastYearsWords[part.aspect ?? ''] ?? '' }))
  return {
    ...withFigures(format, own, figures),
    overview: worded(own.overview),
    improvement: worded(own.improvement),
    other: worded(own.other),
  }
}

/** Some offices add 情况 or 工作 to the proposed headings. */
const reheaded = (typed: TypedReport, random: Random): TypedReport => {
  const end = random.pick(['', '', '情况', '方面'])
  return { ...typed, overview: typed.overview.map((part) => ({ ...part, heading: `${part.heading}${end}` })) }
}

const unitFor = ({ kind }: FigureSet, random: Random): Unit =>
  kind === 'government' ? random.pick(governments) : random.pick(offices)

/** A correct report made of a set of figures: an invented unit, sentences composed from the figures, often last year's too. */
export const correctReport = (format: Format, set: FigureSet, random: Random): Specimen => {
  const unit = unitFor(set, random)
  const rulemaking = ['issued', 'repealed', 'inForce'].some(
    (id) => Number(set.figures.get(`issued.rules.${id}`) ?? 0) > 0,
  )
  const contact = { address: '示例路1号', postcode: '000000', phone: '0000-1234567', email: '' }
  const agency = { name: unit.name, kind: unit.kind, rulemaking, ...contact }
  const signature = { name: '', place: random.pick(['none', 'end', 'both'] as const) }
  const blank = blankReport(format, set.year, { agency, headings: 'ownLine', signature })
  const figures = new Map([...set.figures, ...feeFigures(set.figures, random)])
  const typed = { ...reheaded(withFigures(format, blank, figures), random), preface: prefaceOf(format, blank, random) }
  const lastFigures = set.last ?? (random.chance(0.5) ? lastFiguresOf(format, figures, random) : undefined)
  const last = lastFigures ? lastReport(format, typed, lastFigures) : undefined
  const sums = sumsOf(format, typed, last)
  const write = writerFrom(random)
  const n = numberFor(sums, write)
  const facts: Facts = {
    typed,
    hasLast: last !== undefined,
    sumOf: sums,
    random,
    write,
    we: random.pick(unit.we),
    n,
    soft: (rule, ...of) => ({ ...n(rule, ...of), soft: true }),
  }
  const statements = {
    ...proseOf(facts),
    onRequest: [...applicationsOf(facts), ...disputesOf(facts)],
    fee: feesOf(facts),
  }
  return rendered({ name: set.key, format, typed, statements, ...(last ? { last } : {}) })
}

/** The example as it is shown in the app, without statements to change. */
export const exampleSpecimen = (format: Format): Specimen => ({
  name: 'example',
  format,
  typed: exampleReport(format),
  statements: {},
})
