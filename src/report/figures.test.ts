import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Unit } from '../format'
import { readFigure, writeFigure } from './figures'

/** Any character of Unicode but half of a surrogate pair. */
const character = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code))

const figure = (value: number | string) => ({ kind: 'figure', value })

const says = (text: string, unit: Unit): string => {
  const read = readFigure(text, unit)
  if (read.kind !== 'unreadable') throw new Error(`“${text}” was read as ${JSON.stringify(read)}`)
  expect(read.text).toBe(text)
  return read.says
}

describe('a count is read from', () => {
  test.each([
    ['12', 12],
    ['0', 0],
    ['１２', 12],
    ['1,120', 1120],
    ['１，１２０', 1120],
    ['12件', 12],
    ['12 件', 12],
    ['1,120件', 1120],
    ['1 120', 1120],
    ['1\u00a0234\u3000567 件', 1_234_567],
    [' 12 ', 12],
    ['\u00a012\u3000', 12],
    ['\u200b12\ufeff', 12],
    ['12\n', 12],
    ['007', 7],
    ['999999999', 999_999_999],
    ['999,999,999', 999_999_999],
  ])('“%s”', (text, value) => {
    expect(readFigure(text, 'count')).toEqual(figure(value))
  })

  test('any digits with correct thousands separators, full-width forms, spaces and 件', () => {
    const fullWidth = (text: string) =>
      text.replace(/[0-9,]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    const options = fc.record({
      value: fc.nat({ max: 999_999_999 }),
      thousands: fc.boolean(),
      wide: fc.boolean(),
      space: fc.constantFrom('', ' ', '\u3000', '\u00a0', '\u2009'),
      piece: fc.constantFrom('', '件'),
    })
    fc.assert(
      fc.property(options, ({ value, thousands, wide, space, piece }) => {
        const plain = thousands ? value.toLocaleString('en-US') : String(value)
        const text = `${space}${wide ? fullWidth(plain) : plain}${space}${piece}${space}`
        expect(readFigure(text, 'count')).toEqual(figure(value))
      }),
    )
  })
})

describe('a blank cell is an open question, not zero', () => {
  test.each(['', ' ', '\u3000', '\u00a0\t\n', '\u200b'])('“%s” is blank', (text) => {
    expect(readFigure(text, 'count')).toEqual({ kind: 'blank' })
    expect(readFigure(text, 'wanYuan')).toEqual({ kind: 'blank' })
  })

  test('and is written as nothing', () => {
    expect(writeFigure(null)).toBe('')
    expect(writeFigure(0)).toBe('0')
    expect(writeFigure('676.10')).toBe('676.10')
  })
})

describe('a count is never made of', () => {
  test.each([
    ['12.0', '请填 12'],
    ['1,120.0', '请填 1120'],
    ['12.5', '请填整数'],
    ['1,12', '逗号'],
    ['11,20', '逗号'],
    ['1,1200', '逗号'],
    ['0,123', '逗号'],
    ['-5', '负数'],
    ['−5', '负数'],
    ['－５', '负数'],
    ['1.2万', '请填 12000'],
    ['１.２万件', '请填 12000'],
    ['3万', '请填 30000'],
    ['/', '请填 0'],
    ['／', '请填 0'],
    ['-', '请填 0'],
    ['—', '请填 0'],
    ['——', '请填 0'],
    ['－', '请填 0'],
    ['无', '请填 0'],
    [' 无 ', '请填 0'],
    ['零', '请填 0'],
    ['5 0 0 0 0 0 5', '请核对'],
    ['5 0', '不止一个数字'],
    ['0 120', '不止一个数字'],
    ['５\u3000０', '不止一个数字'],
    ['1 120 5', '不止一个数字'],
    ['3\u00a04件', '不止一个数字'],
    ['1e3', '不是数字'],
    ['0x10', '不是数字'],
    ['Infinity', '不是数字'],
    ['12件件', '不是数字'],
    ['件', '不是数字'],
    ['12个', '不是数字'],
    ['一百二十', '不是数字'],
    ['22（其中修订16件）', '不是数字'],
    ['=1+1', '不是数字'],
    ['1000000000', '999999999'],
    ['1,000,000,000', '999999999'],
    ['1234567890123', '999999999'],
    ['99999999万', '不是数字'],
  ])('“%s”: the clerk is told “%s”', (text, advice) => {
    const sentence = says(text, 'count')
    expect(sentence).toContain(advice)
    expect(sentence.startsWith(`“${text.trim()}”`)).toBe(true)
    expect(sentence).toMatch(/请(填|核对|去掉)/)
  })

  test('text that has anything besides digits, separators, spaces and 件', () => {
    const odd = fc.string({ unit: character }).filter((text) => /[^\d０-９,，.．件\s\u200b\u2060\ufeff]/.test(text))
    const between = fc.tuple(fc.constantFrom('', '12', '0'), odd, fc.constantFrom('', '34', '件'))
    fc.assert(
      fc.property(between, (pieces) => {
        expect(readFigure(pieces.join(''), 'count').kind).toBe('unreadable')
      }),
    )
  })

  test('a letter or sign anywhere in a number', () => {
    const intruder = fc.constantFrom(...'eExXaon+-−*/%=()（）〇一二百千万亿个份条余约＋－％'.split(''))
    fc.assert(
      fc.property(fc.nat({ max: 999_999 }), fc.nat({ max: 6 }), intruder, (value, place, sign) => {
        const digits = String(value)
        const text = `${digits.slice(0, place)}${sign}${digits.slice(place)}`
        expect(readFigure(text, 'count').kind).toBe('unreadable')
        expect(readFigure(text, 'wanYuan').kind).toBe('unreadable')
      }),
    )
  })
})

describe('money is kept as typed', () => {
  test.each([
    ['676.1', '676.1'],
    ['676.10', '676.10'],
    ['59237.2449', '59237.2449'],
    ['0', '0'],
    ['0.5', '0.5'],
    ['3.5', '3.5'],
    ['0.000001', '0.000001'],
    ['６７６．１０', '676.10'],
    ['676．1', '676.1'],
    ['1,234.50', '1234.50'],
    ['1，234.5', '1234.5'],
    [' 12 ', '12'],
    ['1 234.5', '1234.5'],
    ['007.5', '7.5'],
    ['999999999999.999999', '999999999999.999999'],
  ])('“%s” is %s', (text, value) => {
    expect(readFigure(text, 'wanYuan')).toEqual(figure(value))
    expect(readFigure(text, 'yuan')).toEqual(figure(value))
  })

  test.each([
    ['0.1234567', '小数最多 6 位'],
    ['1234567890123', '整数最多 12 位'],
    ['1,23.5', '逗号'],
    ['-5', '负数'],
    ['-0.5', '负数'],
    ['/', '请填 0'],
    ['无', '请填 0'],
    ['5 0 0 0 0 0 5', '请核对'],
    ['5 0', '不止一个数字'],
    ['0 120', '不止一个数字'],
    ['５\u3000０', '不止一个数字'],
    ['1 120 5', '不止一个数字'],
    ['3\u00a04件', '不止一个数字'],
    ['1e3', '不是数字'],
    ['1.2万', '不是数字'],
    ['12.', '不是数字'],
    ['.5', '不是数字'],
    ['1.2.3', '不是数字'],
    ['676.1万元', '不是数字'],
  ])('“%s” is not money: the clerk is told “%s”', (text, advice) => {
    expect(says(text, 'wanYuan')).toContain(advice)
  })

  test('whatever the digits, none is added, dropped or rounded', () => {
    const digits = (most: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: most })
    fc.assert(
      fc.property(digits(12), fc.option(digits(6)), (whole, decimals) => {
        const kept = `${whole.replace(/^0+(?=\d)/, '')}${decimals === null ? '' : `.${decimals}`}`
        expect(readFigure(`${whole}${decimals === null ? '' : `.${decimals}`}`, 'yuan')).toEqual(figure(kept))
        expect(readFigure(writeFigure(kept), 'yuan')).toEqual(figure(kept))
      }),
    )
  })
})

describe('本年增/减 of the 2019 format', () => {
  test.each([
    ['-3', -3],
    ['−3', -3],
    ['－３', -3],
    ['-1,234', -1234],
    ['5', 5],
    ['-0', 0],
  ])('reads “%s”', (text, value) => {
    expect(readFigure(text, 'change')).toEqual(figure(value))
  })

  test.each([
    ['-3.0', '请填 -3'],
    ['-3.5', '请填整数'],
    ['-1,23', '逗号'],
    ['-1000000000', '999999999'],
    ['-', '请填 0'],
  ])('does not read “%s” and never asks for a positive number: “%s”', (text, advice) => {
    expect(says(text, 'change')).toContain(advice)
    expect(says(text, 'change')).not.toContain('正数')
  })
})

describe('the advice beside an unreadable cell', () => {
  const typed = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789,.-万件 ０９．，'), maxLength: 14 }),
    fc
      .tuple(fc.nat(), fc.constantFrom('.0', '.00', '万', '.5万', '.25万件', '.'))
      .map(([value, end]) => `${value}${end}`),
  )

  test.each<Unit>(['count', 'change', 'wanYuan'])('for a %s names a number that can be typed', (unit) => {
    fc.assert(
      fc.property(typed, (text) => {
        const read = readFigure(text, unit)
        if (read.kind !== 'unreadable') return
        expect(read.says).toMatch(/[一-龥]{3}/)
        const proposed = /请填 (\S+?)(?: |$)/.exec(read.says)?.[1]
        if (proposed !== undefined) expect(readFigure(proposed, unit).kind).toBe('figure')
      }),
    )
  })
})

test('two cells run together by a tab or a line end are no figure', () => {
  for (const text of ['34\t12', '34\n5', '34\t12\n5']) expect(readFigure(text, 'count').kind).toBe('unreadable')
})
