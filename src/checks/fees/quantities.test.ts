import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromMillionths, toMillionths } from '../../report/amount'
import { normalOf } from '../normal'
import { quantitiesIn } from './quantities'

const read = (text: string) =>
  quantitiesIn(normalOf(text).text).map(({ value, unit, exact }) => `${exact ? '' : '约'}${value}${unit}`)

describe('amounts of money and cases in words', () => {
  test.each([
    ['收取2件、80元', ['2件', '80元']],
    ['共1,200.50元', ['1200.5元']],
    ['０.１２万元', ['1200元']],
    ['1.23456789万元', ['12345.6789元']],
    ['一百二十元，三件', ['120元', '3件']],
    ['三万零五十元', ['30050元']],
    ['两份通知', ['2件']],
    ['十二笔', ['12件']],
    ['近100元', ['约100元']],
    ['100余元', ['约100元']],
    ['约80元', ['约80元']],
    ['0元', ['0元']],
    ['零元', ['0元']],
    ['100元/件', []],
    ['每件100元', []],
    ['每页10元', []],
    ['第3件', []],
    ['2025年', []],
    ['11件以上', []],
    ['11至30件', []],
    ['1.1234567元', []],
  ])('%s', (text, found) => expect(read(text)).toEqual(found))

  test('every amount of up to six decimals is read back exactly, 万元 too', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 99_999_999_999_999_999n), fc.boolean(), (millionths, tenThousand) => {
        const plain = fromMillionths(millionths)
        const wanted = tenThousand ? fromMillionths(millionths * 10_000n) : plain
        expect(read(`${plain}${tenThousand ? '万' : ''}元`)).toEqual([`${wanted}元`])
        expect(toMillionths(plain)).toBe(millionths)
      }),
    )
  })
})
