import { describe, expect, test } from 'vitest'
import { inChinese, numbersOf } from './numbering'

const headed = (...headings: string[]) => numbersOf(headings.map((heading) => ({ heading })))

describe('the numbers of headings', () => {
  test('are （一）（二）（三） in order', () => {
    expect(headed('主动公开', '依申请公开', '政府信息管理')).toEqual(['（一）', '（二）', '（三）'])
  })

  test('pass over parts without a heading', () => {
    expect(headed('', '主动公开', ' ', '依申请公开')).toEqual(['', '（一）', '', '（二）'])
  })

  test('are left out where only one part has a heading, or none', () => {
    expect(headed('', '主动公开', '')).toEqual(['', '', ''])
    expect(headed('', '')).toEqual(['', ''])
    expect(headed()).toEqual([])
  })
})

describe('a Chinese numeral', () => {
  test.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [19, '十九'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [215, '二百一十五'],
  ])('for %i is %s', (number, numeral) => {
    expect(inChinese(number)).toBe(numeral)
  })

  test('is another for every number to 99', () => {
    const numerals = new Set(Array.from({ length: 99 }, (_, index) => inChinese(index + 1)))
    expect(numerals.size).toBe(99)
    for (const numeral of numerals) expect(numeral).toMatch(/^[一二三四五六七八九十]{1,3}$/)
  })
})
