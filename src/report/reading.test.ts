import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatForYear, formats } from '../format'
import type { Format } from '../format'
import { blankReport, blankUnit } from './blank'
import { cellsOf, enteredCells, type Cell } from './cells'
import { exampleReport } from './example'
import { readFigure } from './figures'
import { figureAt, mapCells, mapFees, reportOf, typedAt, typedOf } from './reading'
import type { TypedReport } from './report'

const readCells = (format: Format, typed: TypedReport) =>
  new Map(enteredCells(format).map((cell) => [cell.at, readFigure(typedAt(typed, cell), cell.unit)]))

const format = formatForYear(2023)!

const readable = (cell: Cell) =>
  cell.unit === 'count' || cell.unit === 'change'
    ? fc.nat({ max: 999_999_999 }).map(String)
    : fc
        .tuple(fc.nat({ max: 999_999 }), fc.stringMatching(/^(\.\d{1,6})?$/))
        .map(([whole, decimals]) => `${whole}${decimals}`)

const unreadable = fc.constantFrom('1.2万', '无', '/', '-', '1,12', '1e3', '22（其中修订16件）', '=1+1', '__proto__')

/** A report with each cell blank, filled or unreadable, as it stands in the form once every cell was left. */
const typedReport = (one: Format) =>
  fc
    .tuple(
      fc.tuple(
        ...enteredCells(one).map((cell) =>
          fc.oneof(fc.constant(''), { weight: 2, arbitrary: readable(cell) }, unreadable),
        ),
      ),
      fc.constantFrom('', '2024-01-15', '某日', '2024年2月30日'),
      fc.constantFrom('', '示例市数据管理局'),
    )
    .map(([texts, signedOn, name]): TypedReport => {
      const at = new Map(enteredCells(one).map((cell, index) => [cell.at, texts[index] ?? '']))
      const text = (cell: Cell) => at.get(cell.at) ?? ''
      return {
        ...blankReport(one, one.years.from, blankUnit),
        signedOn,
        cells: mapCells(one, text),
        handlingFee: mapFees(one, text),
        signature: { name, place: 'end' },
      }
    })

describe.each(formats.map((one) => [one.id, one] as const))('a report in the format %s', (_, one) => {
  test('is read and shown again as it was typed', () => {
    fc.assert(
      fc.property(typedReport(one), (typed) => {
        expect(typedOf(one, reportOf(one, typed))).toEqual(typed)
      }),
      { numRuns: 40 },
    )
  })

  test('is the same report after it was opened and read again', () => {
    fc.assert(
      fc.property(typedReport(one), (typed) => {
        const report = reportOf(one, typed)
        expect(reportOf(one, typedOf(one, report))).toEqual(report)
      }),
      { numRuns: 40 },
    )
  })

  test('keeps what is no figure as typed, and its cell blank', () => {
    fc.assert(
      fc.property(typedReport(one), (typed) => {
        const report = reportOf(one, typed)
        const reads = readCells(one, typed)
        for (const cell of enteredCells(one)) {
          const read = reads.get(cell.at)
          expect(figureAt(report, cell), cell.at).toBe(read?.kind === 'figure' ? read.value : null)
          expect(report.typed[cell.at], cell.at).toBe(read?.kind === 'unreadable' ? typedAt(typed, cell) : undefined)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('what was typed', () => {
  const withCell = (text: string): TypedReport => {
    const typed = exampleReport(format)
    return { ...typed, cells: mapCells(format, (cell) => (cell.at === 'requests.granted.natural' ? text : '0')) }
  }

  test.each([
    ['１２', 12],
    ['1,120', 1120],
    ['12件', 12],
    [' 12 ', 12],
  ])('“%s” is kept as the figure %i', (text, value) => {
    const report = reportOf(format, withCell(text))
    expect(report.cells['requests']?.['granted']?.['natural']).toBe(value)
    expect(report.typed).toEqual({})
    expect(typedOf(format, report).cells['requests']?.['granted']?.['natural']).toBe(String(value))
  })

  test('“1.2万” stays visible and counts as blank', () => {
    const report = reportOf(format, withCell('1.2万'))
    expect(report.cells['requests']?.['granted']?.['natural']).toBeNull()
    expect(report.typed).toEqual({ 'requests.granted.natural': '1.2万' })
  })

  test('money keeps the digits given: 676.10 stays 676.10', () => {
    const typed = {
      ...exampleReport(format),
      handlingFee: { notices: '1', billed: '676.10', paid: '', collected: '0' },
    }
    const report = reportOf(format, typed)
    expect(report.handlingFee).toEqual({ notices: 1, billed: '676.10', paid: null, collected: '0' })
    expect(typedOf(format, report).handlingFee).toEqual(typed.handlingFee)
  })

  test('as a date is read, or kept where it is none', () => {
    const typed = exampleReport(format)
    expect(reportOf(format, { ...typed, signedOn: '2024年1月15日' }).signedOn).toBe('2024-01-15')
    const unread = reportOf(format, { ...typed, signedOn: '一月十五日' })
    expect([unread.signedOn, unread.typed]).toEqual([null, { signedOn: '一月十五日' }])
    expect(typedOf(format, unread).signedOn).toBe('一月十五日')
    expect(reportOf(format, { ...typed, signedOn: '' }).signedOn).toBeNull()
  })

  test('does not hide a figure that a file holds for the same cell', () => {
    const report = reportOf(format, withCell('5'))
    const contradictory = { ...report, typed: { 'requests.granted.natural': '9', signedOn: '某日' } }
    expect(typedOf(format, contradictory).cells['requests']?.['granted']?.['natural']).toBe('5')
    expect(typedOf(format, contradictory).signedOn).toBe('2026-01-20')
  })

  test('has no name of its own under the report while 署名 is empty', () => {
    const typed = exampleReport(format)
    expect(reportOf(format, { ...typed, signature: { name: '', place: 'end' } }).signature.name).toBeNull()
    expect(reportOf(format, { ...typed, signature: { name: '办公室', place: 'end' } }).signature.name).toBe('办公室')
  })

  test('in a report with cells missing is taken as blank', () => {
    const bare = { ...exampleReport(format), cells: {}, handlingFee: {} }
    const report = reportOf(format, bare)
    expect(enteredCells(format).filter((cell) => figureAt(report, cell) !== null)).toEqual([])
    expect(Object.keys(report.cells)).toEqual(['issued', 'licensing', 'enforcement', 'fees', 'requests', 'disputes'])
  })
})

test('a report holds no computed cell', () => {
  const report = reportOf(format, exampleReport(format))
  const computed = [...cellsOf(format).values()].filter((cell) => cell.computed)
  expect(computed.filter(({ block, row, column }) => report.cells[block]?.[row]?.[column] !== undefined)).toEqual([])
})
