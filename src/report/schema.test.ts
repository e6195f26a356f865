import { describe, expect, test } from 'vitest'
import { formatForYear, formats } from '../format'
import { exampleReport } from './example'
import { reportOf } from './reading'
import type { Report } from './report'
import { fromExchange, reportSchema, toExchange } from './schema'

const format = formatForYear(2025)!
const example = reportOf(format, exampleReport(format))

const accepts = (report: Report, stage: 'draft' | 'final'): boolean =>
  reportSchema(format, stage).safeParse(toExchange(report)).success

const granted = (natural: number | null): Report['cells'] => ({
  ...example.cells,
  requests: { ...example.cells['requests'], granted: { ...example.cells['requests']?.['granted'], natural } },
})

describe('a final report', () => {
  test('is the example in every format', () => {
    expect(accepts(example, 'final')).toBe(true)
    const old = formatForYear(2020)!
    const report = { ...reportOf(old, exampleReport(old)), year: 2020 }
    expect(reportSchema(old, 'final').safeParse(toExchange(report)).error?.issues).toBeUndefined()
  })

  test.each<[string, Report]>([
    ['a blank cell', { ...example, cells: granted(null) }],
    ['a fee figure blank', { ...example, handlingFee: { ...example.handlingFee, billed: null } }],
    ['a cell that could not be read', { ...example, typed: { 'requests.granted.natural': '1.2万' } }],
    ['no title', { ...example, title: ' ' }],
    ['no unit', { ...example, agency: { ...example.agency, name: '' } }],
    ['no kind of unit', { ...example, agency: { ...example.agency, kind: '' } }],
    ['a part without text', { ...example, improvement: example.improvement.map((part) => ({ ...part, text: '\n' })) }],
  ])('has not %s; a draft may', (_, report) => {
    expect([accepts(report, 'draft'), accepts(report, 'final')]).toEqual([true, false])
  })

  test('may leave out the date, the signature and the preface', () => {
    expect(
      accepts({ ...example, signedOn: null, preface: '', signature: { name: null, place: 'none' } }, 'final'),
    ).toBe(true)
  })
})

describe('a year', () => {
  test('must be one that the format is in force for', () => {
    for (const one of formats) {
      const years = [one.years.from - 1, one.years.from, one.years.to ?? 2050, (one.years.to ?? 2999) + 1]
      const year = reportSchema(one, 'draft').shape.year
      expect(years.map((value) => year?.safeParse(value).success)).toEqual([false, true, true, false])
    }
  })
})

describe('the exchanged form', () => {
  test('has null where no heading is printed, and names the parts of sections five and six “part”', () => {
    const { overview, improvement, other } = toExchange(example)
    expect(overview[0]).toMatchObject({ aspect: 'proactive', heading: '主动公开' })
    expect(improvement[0]).toMatchObject({ part: 'problems', heading: null })
    expect(other[0]).toMatchObject({ part: 'fee', heading: null })
    expect([improvement[0], other[0]].filter((part) => part && 'aspect' in part)).toEqual([])
  })

  test('comes back as it was, further parts included', () => {
    const further = { id: 'p1', aspect: null, heading: '政务新媒体管理', text: '' }
    const report = { ...example, overview: [...example.overview, further], other: [...example.other, further] }
    expect(fromExchange(toExchange(report))).toEqual(report)
  })
})
