import fc from 'fast-check'
import canonicalize from 'canonicalize'
import { describe, expect, test } from 'vitest'
import { formatForYear } from '../format'
import { digestOf, shortCode, wellFormed } from './digest'
import { exampleReport } from './example'
import { reportOf } from './reading'
import { toExchange, type ExchangedReport } from './schema'

/** Any character of Unicode but half of a surrogate pair. */
const character = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code))

const format = formatForYear(2025)!
const report = toExchange(reportOf(format, { ...exampleReport(format), id: 'r1' }))

const made = (value: unknown): ExchangedReport => value as ExchangedReport

/** The same value with the keys of every object in reverse order. */
const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, item]) => [key, reversed(item)]),
        )
      : value

describe('the digest', () => {
  // sha256sum of {"format":"2021","report":{"1":"One","a":"中","b":1,"é":null}}
  test('is SHA-256 over the canonical form, the same everywhere', () => {
    expect(digestOf('2021', made({ é: null, b: 1, a: '中', '1': 'One' }))).toBe(
      'sha256:7cd07e2e911496645eb4ffbd3194880125c2f96c29d00761fa6a0dcf8d47332f',
    )
  })

  test('does not depend on the order of keys', () => {
    expect(digestOf('2021', made(reversed(report)))).toBe(digestOf('2021', report))
  })

  test('depends on the format, on every figure and on every word', () => {
    const other = [
      digestOf('2019', report),
      digestOf('2021', { ...report, year: 2024 }),
      digestOf('2021', { ...report, preface: `${report.preface} ` }),
      digestOf('2021', { ...report, handlingFee: { ...report.handlingFee, billed: '180.0' } }),
      digestOf('2021', { ...report, overview: [...report.overview].reverse() }),
    ]
    expect(new Set([digestOf('2021', report), ...other]).size).toBe(6)
  })

  test('writes keys, numbers and texts as RFC 8785 does in its own example', () => {
    const example = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    ) as unknown
    expect(canonicalize(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })
})

describe('the short code', () => {
  test.each([
    ['0000000000', '0000-0000'],
    ['ffffffffff', 'ZZZZ-ZZZZ'],
    ['00443214c7', '0123-4567'],
    ['4254b635cf', '89AB-CDEF'],
    ['84653a56d7', 'GHJK-MNPQ'],
    ['c675be77df', 'RSTV-WXYZ'],
  ])('of sha256:%s… is %s', (head, code) => {
    expect(shortCode(`sha256:${head}${'5'.repeat(54)}`)).toBe(code)
  })

  test('has no letter that is read as another', () => {
    const hex = fc.stringMatching(/^[0-9a-f]{64}$/)
    fc.assert(
      fc.property(hex, (digits) => {
        expect(shortCode(`sha256:${digits}`)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      }),
    )
  })
})

describe('half a character', () => {
  test('becomes U+FFFD in every text, and is told for each', () => {
    const found: true[] = []
    const value = { a: '甲\ud83d', b: ['\ude00乙', { c: '\ud83d\ude00' }], d: 1, e: null, f: true }
    expect(wellFormed(value, () => found.push(true))).toEqual({
      a: '甲\ufffd',
      b: ['\ufffd乙', { c: '\ud83d\ude00' }],
      d: 1,
      e: null,
      f: true,
    })
    expect(found).toHaveLength(2)
  })

  test('is never left, and whole characters are never touched', () => {
    const untouched = () => expect.unreachable('told of a whole character')
    fc.assert(
      fc.property(
        fc.string({ unit: character, maxLength: 20 }),
        fc.string({ unit: character, maxLength: 20 }),
        (before, after) => {
          expect(wellFormed(before, untouched)).toBe(before)
          expect(wellFormed(`${before}\ud800 ${after}`, () => undefined)).toBe(`${before}\ufffd ${after}`)
        },
      ),
    )
  })

  test('does not let a key named __proto__ become a prototype', () => {
    const value = JSON.parse('{"__proto__":{"polluted":true}}') as Record<string, unknown>
    const copy = wellFormed(value, () => undefined)
    expect(Object.keys(copy)).toEqual(['__proto__'])
    expect(copy['polluted']).toBeUndefined()
  })
})
