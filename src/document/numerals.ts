const digits = '零一二三四五六七八九'

const digit = (value: number): string => digits.charAt(value)

const belowHundred = (value: number, leading: boolean): string => {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const head = tens === 0 ? '' : tens === 1 && leading ? '十' : `${digit(tens)}十`
  return `${head}${ones === 0 ? '' : digit(ones)}`
}

/** A whole number from 1 to 999 in Chinese numerals: 十一, 二十, 一百零一. */
export const chineseNumeral = (value: number): string => {
  const rest = value % 100
  if (value < 100) return belowHundred(value, true)
  return `${digit(Math.floor(value / 100))}百${rest > 0 && rest < 10 ? '零' : ''}${belowHundred(rest, false)}`
}

/** The mark of the nth note, from 1: ① to ㊿, then (51). */
export const noteMark = (value: number): string =>
  value <= 20
    ? String.fromCharCode(0x245f + value)
    : value <= 35
      ? String.fromCharCode(0x3250 + value - 20)
      : value <= 50
        ? String.fromCharCode(0x32b0 + value - 35)
        : `(${value})`
