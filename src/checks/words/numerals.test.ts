import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumeral } from './numerals'

const digits = '零一二三四五六七八九'

const section = (value: number): string => {
  const places = ['千', '百', '十', '']
  const figures = String(value).padStart(4, '0')
  return [...figures]
    .map((figure, index) => (figure === '0' ? '零' : `${digits[Number(figure)] ?? ''}${places[index] ?? ''}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
}

/** A number as it is written out in Chinese, 0 to 999 999 999. */
const written = (value: number): string => {
  if (value === 0) return '零'
  const parts = [Math.floor(value / 100_000_000), Math.floor(value / 10_000) % 10_000, value % 10_000]
  const text = parts
    .map((part, index) => (part === 0 ? '零' : `${section(part)}${['亿', '万', ''][index] ?? ''}`))
    .join('')
  return text
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
    .replace(/^一十/, '十')
}

describe('Chinese numerals', () => {
  test.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百二十', 120],
    ['一百二', 120],
    ['一百零二', 102],
    ['一百一十五', 115],
    ['两千零五', 2005],
    ['三万五千', 35_000],
    ['三万五', 35_000],
    ['一万零三十', 10_030],
    ['一二〇', 120],
    ['壹佰贰拾', 120],
    ['壹拾陆', 16],
    ['零', 0],
  ])('%s is %i', (text, value) => expect(readNumeral(text)).toBe(value))

  test.each(['', '件', '百', '二三百', '十百', '一十二三', '万'])('“%s” is none', (text) =>
    expect(readNumeral(text)).toBeNull(),
  )

  test('every number from 0 to 999 999 999 reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        expect(readNumeral(written(value))).toBe(value)
      }),
      { numRuns: 2000 },
    )
  })
})
