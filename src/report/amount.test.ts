import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, compare, fromMillionths, signed, subtract, toMillionths } from './amount'

/** Money as a clerk types it, with its size in millionths made independently of the code under test. */
const money = fc
  .tuple(fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.nat({ max: 999_999 }), fc.nat({ max: 6 }))
  .map(([whole, decimals, places]) => {
    const shown = String(decimals).padStart(6, '0').slice(0, places)
    return {
      text: shown === '' ? String(whole) : `${whole}.${shown}`,
      millionths: whole * 1_000_000n + BigInt(shown.padEnd(6, '0')),
    }
  })

describe('money is exact', () => {
  test('0.1 + 0.2 is 0.3', () => {
    expect(add('0.1', '0.2')).toBe('0.3')
    expect(subtract('0.3', '0.1')).toBe('0.2')
  })

  test('1.50 equals 1.5, and 676.10 equals 676.1', () => {
    expect(compare('1.50', '1.5')).toBe(0)
    expect(compare('676.10', '676.1')).toBe(0)
    expect(compare('1.500001', '1.5')).toBe(1)
    expect(compare('0.000001', '0.000002')).toBe(-1)
    expect(compare('10', '9.999999')).toBe(1)
  })

  test('the largest amounts differ by their last decimal', () => {
    expect(subtract('999999999999.999999', '999999999999.999998')).toBe('0.000001')
    expect(add('999999999999.999999', '0.000001')).toBe('1000000000000')
  })

  test('sums, differences and order are those of integers', () => {
    fc.assert(
      fc.property(money, money, (a, b) => {
        expect(toMillionths(a.text)).toBe(a.millionths)
        expect(toMillionths(add(a.text, b.text))).toBe(a.millionths + b.millionths)
        expect(toMillionths(subtract(a.text, b.text))).toBe(a.millionths - b.millionths)
        const order = a.millionths < b.millionths ? -1 : a.millionths > b.millionths ? 1 : 0
        expect(compare(a.text, b.text)).toBe(order)
        expect(compare(b.text, a.text) + order).toBe(0)
      }),
    )
  })

  test('does not depend on the order of adding', () => {
    fc.assert(
      fc.property(money, money, money, (a, b, c) => {
        expect(add(add(a.text, b.text), c.text)).toBe(add(a.text, add(c.text, b.text)))
      }),
    )
  })

  test('is written plainly: no exponent, no superfluous zeros, and reads back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (millionths) => {
        const text = fromMillionths(millionths)
        expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d{0,5}[1-9])?$/)
        expect(toMillionths(text)).toBe(millionths)
      }),
    )
  })
})

describe('counts', () => {
  const count = fc.nat({ max: 999_999_999 })

  test('stay numbers when added and subtracted', () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        expect(add(a, b)).toBe(a + b)
        expect(subtract(a, b)).toBe(a - b)
        expect(compare(a, b)).toBe(Math.sign(a - b))
      }),
    )
  })

  test('beside money become money', () => {
    expect(add(1, '0.50')).toBe('1.5')
    expect(subtract('1.50', 2)).toBe('-0.5')
    expect(compare(2, '2.00')).toBe(0)
  })
})

describe('a difference is shown with its sign', () => {
  test.each([
    [1, '+1'],
    [-1, '−1'],
    [0, '0'],
    ['0.5', '+0.5'],
    ['-0.5', '−0.5'],
    [-120, '−120'],
  ])('%s as “%s”', (figure, shown) => {
    expect(signed(figure)).toBe(shown)
  })
})
