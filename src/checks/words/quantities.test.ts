import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalOf } from '../normal'
import { quantityAt, type Quantity } from './quantities'

const first = (text: string): Quantity | null => {
  const { text: normal } = normalOf(text)
  for (let at = 0; at < normal.length; at += 1) {
    const found = quantityAt(normal, at)
    if (found) return found
  }
  return null
}

const fullWidth = (text: string): string =>
  text.replace(/[0-9,]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

describe('a number with its measure word', () => {
  test.each([
    ['收到120件', 120, '件', ''],
    ['收到１２０件', 120, '件', ''],
    ['收到1,120宗', 1120, '宗', ''],
    ['收到一百二十份', 120, '份', ''],
    ['收到两千零五起', 2005, '起', ''],
    ['收到零件', 0, '件', ''],
    ['发布30299余条', 30299, '条', '余'],
    ['发布300多条', 300, '条', '多'],
    ['共137个左右', 137, '个', '左右'],
    ['近130件', 130, '件', '近'],
    ['收费312.5万元', 312.5, '万元', ''],
    ['占83.3%', 83.3, '%', ''],
    ['占百分之八十三点三', 83.3, '%', ''],
    ['行政复议一起，', 1, '起', ''],
    ['18万余人次', 180_000, '人次', '余'],
  ])('%s', (text, value, measure, mark) => {
    expect(first(text)).toMatchObject({ value, measure, mark })
  })

  test.each(['12345热线', '1+X', '5G', '一起推进', '一次性告知', '一件事'])('“%s” is none', (text) => {
    expect(first(text)).toBeNull()
  })

  test('in 20个工作日 it is days that are counted, not things', () => {
    expect(first('在20个工作日内')?.measure).toBe('个工作日')
  })

  test('any count reads back however it is typed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.boolean(),
        fc.boolean(),
        (value, isFull, isSeparated) => {
          const digits = isSeparated ? value.toLocaleString('en-US') : String(value)
          const found = first(`收到${isFull ? fullWidth(digits) : digits}件`)
          expect(found).toMatchObject({ value, measure: '件', mark: '', isRounded: false })
        },
      ),
      { numRuns: 1000 },
    )
  })
})
