import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatForYear, formats } from '../format'
import { lastYearsOf, sayingOf, trials, trialsAcross, tryBalance, valuesAcross, type Outcome } from './balances'
import { cellsOf, enteredCells } from './cells'
import { filled, totalsOf } from './totals'

const format = formatForYear(2023)!
const columns = ['natural', 'business', 'research', 'charity', 'legalService', 'other'] as const
const requestCells = enteredCells(format, 'requests')
const outcomes = [...new Set(requestCells.map(({ row }) => row))].filter(
  (row) => !['received', 'carriedIn', 'carriedOut'].includes(row),
)

type Figures = ReadonlyMap<string, number | string | null>

const outcomesOf = (figures: Figures): ReadonlyMap<string, Outcome> => {
  const totals = totalsOf(format, (at) => figures.get(at) ?? null)
  const valueAt = (at: string) => totals.get(at) ?? filled(figures.get(at) ?? null)
  return new Map(trials(format).map((trial) => [`${trial.balance.id}.${trial.place}`, tryBalance(trial, valueAt)]))
}

/** A table three in which every column balances: what was received is what the rest makes it. */
const balanced = fc
  .array(fc.nat({ max: 5000 }), { minLength: 144, maxLength: 144 })
  .map((values): ReadonlyMap<string, number> => {
    const figures = new Map(requestCells.map(({ at }, index) => [at, values[index] ?? 0]))
    const at = (row: string, column: string) => figures.get(`requests.${row}.${column}`) ?? 0
    for (const column of columns) {
      const handled = outcomes.reduce((sum, row) => sum + at(row, column), 0) + at('carriedOut', column)
      const carriedIn = Math.min(at('carriedIn', column), handled)
      figures.set(`requests.carriedIn.${column}`, carriedIn)
      figures.set(`requests.received.${column}`, handled - carriedIn)
    }
    return figures
  })

describe('一 + 二 = （七）+ 四', () => {
  test('is tried in every column, the total’s included', () => {
    const tried = trials(format).filter(({ balance }) => balance.id === 'D3')
    expect(tried.map(({ table, place, left, right }) => [table, place, left, right])).toEqual(
      [...columns, 'total'].map((column) => [
        'requests',
        column,
        [`requests.received.${column}`, `requests.carriedIn.${column}`],
        [`requests.total.${column}`, `requests.carriedOut.${column}`],
      ]),
    )
    for (const { label, place } of tried)
      expect(cellsOf(format).get(`requests.received.${place}`)?.label.endsWith(label)).toBe(true)
  })

  test('holds in each column of a table that balances', () => {
    fc.assert(
      fc.property(balanced, (figures) => {
        const found = outcomesOf(figures)
        for (const column of [...columns, 'total'])
          expect(found.get(`D3.${column}`)).toMatchObject({ difference: 0, holds: true })
      }),
      { numRuns: 30 },
    )
  })

  test('breaks in one column and the total when one cell is off by d, with +d on the left and −d on the right', () => {
    const change = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(balanced, fc.constantFrom(...requestCells), change, (figures, { at, row, column }, d) => {
        const found = outcomesOf(new Map([...figures, [at, (figures.get(at) ?? 0) + d]]))
        const difference = row === 'received' || row === 'carriedIn' ? d : -d
        for (const place of [...columns, 'total'])
          expect(found.get(`D3.${place}`), `${at} ${place}`).toMatchObject(
            place === column || place === 'total' ? { difference, holds: false } : { difference: 0, holds: true },
          )
      }),
      { numRuns: 60 },
    )
  })

  test('is open, not broken, while a cell of the column is blank', () => {
    fc.assert(
      fc.property(balanced, fc.constantFrom(...requestCells), (figures, { at, column }) => {
        const found = outcomesOf(new Map<string, number | null>([...figures, [at, null]]))
        for (const place of [...columns, 'total'])
          expect(found.get(`D3.${place}`)).toMatchObject(
            place === column || place === 'total' ? { difference: null, holds: null } : { difference: 0, holds: true },
          )
      }),
      { numRuns: 60 },
    )
  })

  test('is open in an empty report', () => {
    expect([...outcomesOf(new Map()).values()].filter(({ holds }) => holds !== null)).toEqual([])
  })

  test('tells both sides: 新收 41 + 结转 2 = 43 against 办理 40 + 结转下年 2 = 42 is off by +1', () => {
    const zeros = requestCells.map(({ at }) => [at, 0] as const)
    const found = outcomesOf(
      new Map([
        ...zeros,
        ['requests.received.business', 41],
        ['requests.carriedIn.business', 2],
        ['requests.granted.business', 40],
        ['requests.carriedOut.business', 2],
      ]),
    )
    expect(found.get('D3.business')).toMatchObject({
      left: { value: 43 },
      right: { value: 42 },
      difference: 1,
      holds: false,
    })
  })
})

describe('本年制发 ≤ 现行有效', () => {
  const tried = (issued: number | null, inForce: number | null) =>
    outcomesOf(
      new Map([
        ['issued.normative.issued', issued],
        ['issued.normative.inForce', inForce],
      ]),
    )

  test('is tried for 规章 and for 行政规范性文件', () => {
    expect(
      trials(format)
        .filter(({ balance }) => balance.id === 'C2')
        .map(({ place, left, right }) => [place, left, right]),
    ).toEqual([
      ['rules', ['issued.rules.issued'], ['issued.rules.inForce']],
      ['normative', ['issued.normative.issued'], ['issued.normative.inForce']],
    ])
  })

  test.each([
    [3, 18, true],
    [3, 3, true],
    [4, 3, false],
  ])('%i issued and %i in force: %s', (issued, inForce, holds) => {
    expect(tried(issued, inForce).get('C2.normative')).toMatchObject({ holds, difference: issued - inForce })
  })

  test('is open while one of them is blank, and does not touch the other row', () => {
    expect(tried(3, null).get('C2.normative')?.holds).toBeNull()
    expect(tried(4, 3).get('C2.rules')?.holds).toBeNull()
  })
})

describe('the balances within one report', () => {
  test('leave out those with last year’s figures', () => {
    for (const one of formats)
      for (const { left, right } of trials(one))
        for (const at of [...left, ...right]) expect(cellsOf(one).has(at), at).toBe(true)
    expect(new Set(trials(format).map(({ balance }) => balance.id))).toEqual(new Set(['C2', 'D3']))
    expect(new Set(trials(formatForYear(2020)!).map(({ balance }) => balance.id))).toEqual(new Set(['D3']))
  })

  test('compare money as decimals: 1.50 balances 1.5', () => {
    const trial = trials(format).find(({ balance }) => balance.id === 'D3')
    const valueAt = (at: string) => filled(at === 'a' ? '1.50' : at === 'b' ? '1.5' : '1.499999')
    expect(tryBalance({ ...trial!, left: ['a'], right: ['b'] }, valueAt)).toMatchObject({ holds: true })
    expect(tryBalance({ ...trial!, left: ['a'], right: ['c'] }, valueAt)).toMatchObject({ difference: '0.000001' })
  })
})

describe('the balances with last year’s report', () => {
  test('are those left out of the others, their last year’s terms told apart', () => {
    const tried = trialsAcross(format)
    expect(new Set(tried.map(({ balance }) => balance.id))).toEqual(new Set(['C1', 'D4']))
    expect(tried.filter(({ balance }) => balance.id === 'C1').map(({ left, right }) => [left, right])).toEqual(
      ['rules', 'normative'].map((row) => [
        [`issued.${row}.inForce`, `issued.${row}.repealed`],
        [`last:issued.${row}.inForce`, `issued.${row}.issued`],
      ]),
    )
    expect(tried.filter(({ balance }) => balance.id === 'D4').map(({ right }) => right)).toEqual(
      [...columns, 'total'].map((column) => [`last:requests.carriedOut.${column}`]),
    )
    expect(trialsAcross(formatForYear(2020)!).map(({ balance }) => balance.id)).toEqual(Array(7).fill('D4'))
  })

  test('are tried with the values of both years and tell them', () => {
    const trial = trialsAcross(format).find(({ place }) => place === 'normative')!
    const own: Record<string, number> = {
      'issued.normative.inForce': 20,
      'issued.normative.repealed': 1,
      'issued.normative.issued': 3,
    }
    const valueAt = valuesAcross(
      (at) => filled(own[at] ?? null),
      (at) => filled(at === 'issued.normative.inForce' ? 16 : null),
    )
    const outcome = tryBalance(trial, valueAt)
    expect(outcome).toMatchObject({ left: { value: 21 }, right: { value: 19 }, difference: 2, holds: false })
    expect(sayingOf(outcome, valueAt)).toBe('行政规范性文件：现行有效 20＋废止 1＝21，上年有效 16＋制发 3＝19，差 +2')
  })

  test('an address of last year leads to that of its report', () => {
    expect(lastYearsOf('last:issued.normative.inForce')).toBe('issued.normative.inForce')
    expect(lastYearsOf('issued.normative.inForce')).toBeUndefined()
  })
})
