import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatForYear, formats } from '../format'
import { cellsOf, enteredCells } from './cells'
import { filled, formulas, sumOf, totalsOf } from './totals'

const format = formatForYear(2023)!
const all = enteredCells(format).filter(({ unit }) => unit === 'count')

const columns = ['natural', 'business', 'research', 'charity', 'legalService', 'other']
const outcomes = [
  'granted partlyGranted stateSecrets barredByLaw securityAndStability thirdPartyRights internalAffairs deliberative',
  'enforcementFiles administrativeQuery notHeld needsCreation unclear complaint repeated publication excessive',
  'confirmation notCorrected feeUnpaid other',
].flatMap((ids) => ids.split(' '))

type Filled = ReadonlyMap<string, number | null>

const table = fc
  .array(fc.option(fc.nat({ max: 9999 }), { freq: 3 }), { minLength: all.length, maxLength: all.length })
  .map((figures): Filled => new Map(all.map(({ at }, index) => [at, figures[index] ?? null])))

const totals = (figures: Filled) => totalsOf(format, (at) => figures.get(at) ?? null)

/** The parts of a computed cell, written down from the annex. */
const partsOf = (row: string, column: string): readonly string[] =>
  (row === 'total' ? outcomes : [row]).flatMap((one) =>
    (column === 'total' ? columns : [column]).map((other) => `requests.${one}.${other}`),
  )

const disputeParts = (block: string) =>
  ['Upheld', 'Corrected', 'Other', 'Pending'].map((outcome) => `disputes.cases.${block}${outcome}`)

const expected: ReadonlyMap<string, readonly string[]> = new Map([
  ...[...outcomes, 'received', 'carriedIn', 'carriedOut', 'total'].map(
    (row) => [`requests.${row}.total`, partsOf(row, 'total')] as const,
  ),
  ...columns.map((column) => [`requests.total.${column}`, partsOf('total', column)] as const),
  ...['review', 'direct', 'afterReview'].map((block) => [`disputes.cases.${block}Total`, disputeParts(block)] as const),
])

describe('the computed cells of a report', () => {
  test('are the 31 of table three and the 3 of table four', () => {
    expect(formulas(format).map(({ at }) => at)).toHaveLength(34)
    expect(new Set(formulas(format).map(({ at }) => at))).toEqual(new Set(expected.keys()))
    const computed = [...cellsOf(format).values()].filter((cell) => cell.computed)
    expect(new Set(computed.map(({ at }) => at))).toEqual(new Set(expected.keys()))
  })

  test('come each after the cells they add up, in every format', () => {
    for (const one of formats) {
      const order = formulas(one).map(({ at }) => at)
      formulas(one).forEach(({ parts }, index) => {
        for (const part of parts) expect(order.indexOf(part)).toBeLessThan(index)
      })
    }
  })

  test('are the sums of their parts, whatever is filled', () => {
    fc.assert(
      fc.property(table, (figures) => {
        const sums = totals(figures)
        for (const [at, parts] of expected) {
          const known = parts.flatMap((part) => figures.get(part) ?? [])
          const sum = known.reduce((a, b) => a + b, 0)
          expect(sums.get(at), at).toEqual({
            value: known.length === 0 ? null : sum,
            missing: parts.length - known.length,
          })
        }
      }),
      { numRuns: 50 },
    )
  })

  test('are provisional exactly while a part is blank, and show nothing exactly while all are', () => {
    fc.assert(
      fc.property(table, (figures) => {
        const sums = totals(figures)
        for (const [at, parts] of expected) {
          const blanks = parts.filter((part) => figures.get(part) === null).length
          expect((sums.get(at)?.missing ?? 0) > 0, at).toBe(blanks > 0)
          expect(sums.get(at)?.value === null, at).toBe(blanks === parts.length)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('of a table three filled with 0 are 0, not nothing', () => {
    const sums = totals(new Map(all.map(({ at }) => [at, 0])))
    for (const at of expected.keys()) expect(sums.get(at)).toEqual({ value: 0, missing: 0 })
  })

  test('of an empty report are nothing, not 0', () => {
    for (const [at, parts] of expected)
      expect(totals(new Map()).get(at)).toEqual({ value: null, missing: parts.length })
  })
})

describe('a sum', () => {
  test('of money is exact', () => {
    expect(sumOf(['0.1', '0.2', 3].map((value) => filled(value)))).toEqual({ value: '3.3', missing: 0 })
  })

  test('of a blank and a figure is provisional', () => {
    expect(sumOf([filled(null), filled(5)])).toEqual({ value: 5, missing: 1 })
    expect(sumOf([filled(5), filled(null), filled(null)])).toEqual({ value: 5, missing: 2 })
  })
})
