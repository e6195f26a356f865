import type { Part } from './report'

const digits = '零一二三四五六七八九'

/** 1 to 99 in Chinese numerals: 一, 十, 十一, 二十, 二十一. */
export const inChinese = (number: number): string => {
  const tens = Math.floor(number / 10)
  const ones = number % 10
  return `${tens > 1 ? digits.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits.charAt(ones) : ''}`
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
