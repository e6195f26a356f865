import type { Part } from './report'

const digits = '零一二三四五六七八九'

const belowHundred = (number: number, leading: boolean): string => {
  const tens = Math.floor(number / 10)
  const ones = number % 10
  const ten = tens > 1 || (tens === 1 && !leading) ? digits.charAt(tens) : ''
  return `${ten}${tens > 0 ? '十' : ''}${ones > 0 ? digits.charAt(ones) : ''}`
}

/** 1 to 999 in Chinese numerals: 一, 十, 十一, 二十, 一百零一, 一百一十. */
export const inChinese = (number: number): string => {
  const hundreds = Math.floor(number / 100)
  const rest = number % 100
  if (hundreds === 0) return belowHundred(rest, true)
  return `${digits.charAt(hundreds)}百${rest > 0 && rest < 10 ? '零' : ''}${belowHundred(rest, false)}`
}

/**
 * The numbers of a list's parts, （一）（二）（三）: every headed part has one, in order; '' for parts without a heading,
 * and for the only headed one.
 */
export const numbersOf = (parts: readonly Pick<Part, 'heading'>[]): readonly string[] => {
  const headed = parts.map(({ heading }) => heading.trim() !== '')
  const several = headed.filter(Boolean).length > 1
  let count = 0
  return headed.map((isHeaded) => (isHeaded && several ? `（${inChinese((count += 1))}）` : ''))
}
