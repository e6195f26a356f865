import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoted } from './quoted'

describe('words from outside in a message', () => {
  test.each([
    ['示例市', '示例市'],
    ['', ''],
    ['a\u202eb', 'a\\u{202e}b'],
    ['a\nb\u0000', 'a\\u{a}b\\u{0}'],
    ['\ud800', '\\u{d800}'],
    ['a\u2028b\ufeff', 'a\\u{2028}b\\u{feff}'],
    ['甲'.repeat(41), `${'甲'.repeat(40)}…`],
    ['😀'.repeat(40), '😀'.repeat(40)],
    ['😀'.repeat(41), `${'😀'.repeat(40)}…`],
  ])('%j are %j', (text, shown) => {
    expect(quoted(text)).toBe(shown)
  })

  test('are bounded and hide nothing, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.nat({ max: 60 }), (text, most) => {
        const shown = quoted(text, most)
        expect(shown.length).toBeLessThanOrEqual(11 * most + 1)
        expect(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(shown)).toBe(false)
      }),
    )
  })
})
