import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from './decode'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...all: readonly (number | readonly number[])[]): Uint8Array => Uint8Array.from(all.flat())
const utf16 = (text: string, isLittle: boolean): readonly number[] =>
  [...text].flatMap((one) => {
    const [low, high] = [one.charCodeAt(0) % 256, Math.floor(one.charCodeAt(0) / 256)]
    return isLittle ? [low, high] : [high, low]
  })

const refusal = (of: Uint8Array): string => {
  const result = decodeText(of)
  return result.ok ? `read as ${result.value}` : result.problem.message
}

describe('the bytes of a file', () => {
  test('in UTF-8 are its text, with a byte order mark too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\u0000') && !text.startsWith('\ufeff'))
        expect(decodeText(utf8(text))).toEqual({ ok: true, value: text, told: [] })
        expect(decodeText(bytes([0xef, 0xbb, 0xbf], [...utf8(text)]))).toEqual({ ok: true, value: text, told: [] })
      }),
    )
  })

  test.each([
    ['UTF-16', bytes([0xff, 0xfe], utf16('{"a":"年报"}', true))],
    ['UTF-16', bytes([0xfe, 0xff], utf16('{"a":"年报"}', false))],
    ['UTF-16', bytes(utf16('{"a":"年报"}', true))],
    ['UTF-16', bytes(utf16('{\n"a":"年报"}', false))],
    ['UTF-32', bytes([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0])],
    ['GB18030', bytes([...utf8('{"a":"')], [0xc4, 0xea, 0xb1, 0xa8], [...utf8('"}')])],
  ])('in %s are refused by name, with what to do', (encoding, file) => {
    expect(refusal(file)).toContain(`编码是 ${encoding}`)
    expect(refusal(file)).toMatch(/没有读入。请.*另存为 UTF-8/)
  })

  test.each([
    ['a lone byte of a longer sign', [0xe5]],
    ['an overlong sign', [0xc0, 0xaf]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['more than Unicode has', [0xf5, 0x80, 0x80, 0x80]],
    ['no sign of any encoding', [0xff, 0xff, 0xff]],
  ])('that are damaged are refused, never replaced: %s', (_, wrong) => {
    expect(refusal(bytes([...utf8('{"a":"甲')], wrong, [...utf8('"}')]))).toMatch(/没有读入。请/)
  })
})
