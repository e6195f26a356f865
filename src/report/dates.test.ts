import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateInWords, dayOf, minuteOf, readDate } from './dates'

describe('成文日期', () => {
  test.each([
    ['2024-01-15', '2024-01-15'],
    ['2024-1-5', '2024-01-05'],
    ['2024/01/05', '2024-01-05'],
    ['2024.1.5', '2024-01-05'],
    ['2024年1月15日', '2024-01-15'],
    ['2024年01月05日', '2024-01-05'],
    [' 2024 年 1 月 15 日 ', '2024-01-15'],
    ['２０２４年１月１５日', '2024-01-15'],
    ['２０２４－１－１５', '2024-01-15'],
    ['2024-02-29', '2024-02-29'],
  ])('“%s” is %s', (text, iso) => {
    expect(readDate(text)).toBe(iso)
  })

  test.each(['', ' ', '\u3000'])('“%s” is no date yet', (text) => {
    expect(readDate(text)).toBeNull()
  })

  test.each([
    ['2023-02-29'],
    ['2024-02-30'],
    ['2024-13-01'],
    ['2024-00-10'],
    ['2024-1-0'],
    ['2024-1-32'],
    ['24-1-5'],
    ['2024-1'],
    ['2024年1月'],
    ['2024年1月15'],
    ['2024-1/5日'],
    ['二〇二四年一月十五日'],
    ['20240115'],
    ['2024-01-15T00:00:00Z'],
    ['某日'],
  ])('“%s” is none', (text) => {
    expect(readDate(text)).toBeUndefined()
  })

  test('of any day is printed in words without leading zeros, and reads back', () => {
    const day = fc.date({ min: new Date('1949-10-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        expect(readDate(iso)).toBe(iso)
        expect(readDate(dateInWords(iso))).toBe(iso)
        expect(dateInWords(iso)).not.toMatch(/\D0\d/)
      }),
    )
    expect(dateInWords('2024-01-05')).toBe('2024年1月5日')
  })
})

test('a moment is told by this computer’s own calendar and clock', () => {
  expect(dayOf(new Date(2026, 0, 9, 0, 0, 0).getTime())).toBe('2026-01-09')
  expect(dayOf(new Date(2026, 11, 31, 23, 59, 59).getTime())).toBe('2026-12-31')
  expect(minuteOf(new Date(2026, 0, 9, 8, 5, 59).getTime())).toBe('2026-01-09 08:05')
})
