import { compare, fromMillionths, toMillionths, type Figure } from '../../report/amount'
import { readNumeral } from '../words/numerals'

/** An amount of money in 元, or a number of cases, as it stands in words. Offsets are into the normalised text. */
export interface Quantity {
  readonly value: Figure
  readonly unit: '元' | '件'
  readonly start: number
  readonly end: number
  /** Where the number alone ends, without 万 and the unit. */
  readonly numberEnd: number
  /** Written in digits, in 元 or cases: its number can be replaced as it stands. */
  readonly isPlain: boolean
  readonly exact: boolean
}

/** The decimal point moved four places to the right, exactly. */
const tenThousandfold = (number: string): string => {
  const [whole = '', decimals = ''] = number.split('.')
  const moved = decimals.padEnd(4, '0')
  return `${whole}${moved.slice(0, 4)}${moved.length > 4 ? `.${moved.slice(4)}` : ''}`
}

const valueOf = (number: string, isTenThousands: boolean): Figure | undefined => {
  const read = /^\d/.test(number) ? number.replace(/,/g, '') : readNumeral(number)
  if (read === null) return undefined
  const plain = String(read)
  const full = isTenThousands ? tenThousandfold(plain) : plain
  const decimals = (full.split('.')[1] ?? '').replace(/0+$/, '')
  return decimals.length > 6 ? undefined : fromMillionths(toMillionths(full.replace(/(\.\d{6})0+$/, '$1')))
}

const quantity =
  /((?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,10})?|[零〇一二两三四五六七八九十百千万]{1,12})(万)?(余|多|来)?(元|件|份|笔|宗|例)/g

/** A rate, an ordinal, one case among others: numbers that count nothing. */
const before = /(?:第|另|某|该|这|[\d.]|\d(?:至|到|~|-|—)|每.{0,2})$/
const after = /^(?:\/|以上|以下|以内|\)的部分)/
const roughly = /(?:约|近|超|逾|超过|不足|至少|将近|大概)$/
const orSo = /^(?:左右|上下|有余)/

/** The amounts of money and numbers of cases in a normalised text; money exactly, in 元. Rates and ordinals are left out. */
export const quantitiesIn = (text: string): readonly Quantity[] =>
  [...text.matchAll(quantity)].flatMap(({ 0: all, 1: number = '', 2: tens, 3: rough, 4: unit, index }) => {
    const end = index + all.length
    const head = text.slice(Math.max(0, index - 4), index)
    const tail = text.slice(end, end + 4)
    const value = valueOf(number, tens !== undefined)
    if (value === undefined || before.test(head) || after.test(tail)) return []
    if (unit !== '元' && compare(value, Math.trunc(Number(value))) !== 0) return []
    return [
      {
        value,
        unit: unit === '元' ? '元' : '件',
        start: index,
        end,
        numberEnd: index + number.length,
        isPlain: tens === undefined && /^\d/.test(number),
        exact: rough === undefined && !roughly.test(head) && !orSo.test(tail),
      },
    ]
  })
