import { describe, expect, test } from 'vitest'
import { randomFrom } from './random'
import { anySlip, doubled, omitted, oneDigitWrong, transposed } from './slips'

const drawn = (slip: typeof anySlip, value: number): ReadonlySet<number | undefined> =>
  new Set(Array.from({ length: 200 }, (_, seed) => slip(value, randomFrom(seed))))

describe('a hand that slips', () => {
  test('exchanges two neighbouring digits that differ', () =>
    expect(drawn(transposed, 1102)).toEqual(new Set([1012, 1120])))
  test('exchanges none that are alike', () => expect(drawn(transposed, 77)).toEqual(new Set([undefined])))
  test('types one digit twice', () => expect(drawn(doubled, 14)).toEqual(new Set([114, 144])))
  test('leaves a number out', () =>
    expect([omitted(5, randomFrom(1)), omitted(0, randomFrom(1))]).toEqual([0, undefined]))
  test('types another digit, never the same number', () => {
    for (const value of [0, 7, 50, 3511]) expect(drawn(oneDigitWrong, value).has(value)).toBe(false)
  })
})

test('the same seed draws the same', () => {
  const [a, b] = [randomFrom(7), randomFrom(7)]
  expect([a.next(), a.int(1, 99), a.chance(0.5)]).toEqual([b.next(), b.int(1, 99), b.chance(0.5)])
  expect(randomFrom(8).next()).not.toBe(randomFrom(7).next())
})
