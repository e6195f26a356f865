import type { Unit } from '../format'
import { fromMillionths, toMillionths, type Figure } from './amount'
import { quoted } from './quoted'

/** What a typed text says: nothing, a figure, or something that is not one, with a sentence about it. */
export type Read =
  | { readonly kind: 'blank' }
  | { readonly kind: 'figure'; readonly value: Figure }
  | { readonly kind: 'unreadable'; readonly text: string; readonly says: string }

const most = 999_999_999

const isWhole = (unit: Unit): boolean => unit === 'count' || unit === 'change'

/** Several figures in one text, as a row copied from a PDF has them: only thousands may be spaced. */
const isSeveral = (text: string): boolean => /\d +\d/.test(text) && !/^-?[1-9]\d{0,2}( \d{3})+(?! *\d)/.test(text)

/** Full-width forms as half-width, every kind of space removed, but those between several figures. */
const plain = (text: string): string => {
  const spaced = text
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[−–]/g, '-')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .trim()
  return isSeveral(spaced) ? spaced : spaced.replace(/ /g, '')
}

const withoutThousands = (text: string): string =>
  /^-?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(text) ? text.replace(/,/g, '') : text

const withoutLeadingZeros = (digits: string): string => digits.replace(/^(-?)0+(?=\d)/, '$1')

const advice = (text: string, unit: Unit): string => {
  const digits = withoutThousands(plain(text))
  const shown = `“${quoted(text.trim().replace(/[\r\n\t]+/g, ' '), 20)}”`
  if (isSeveral(digits)) return `${shown}里不止一个数字，一格只能填一个，请核对后重填`
  const inTenThousands = /^(\d{1,5}(?:\.\d{1,4})?)万件?$/.exec(digits)?.[1]
  if (inTenThousands !== undefined && isWhole(unit))
    return `${shown}不是数字，请填 ${fromMillionths(toMillionths(inTenThousands) * 10_000n)}`
  if (/^([/\\—_-]+|无|没有|空|零|〇)$/.test(digits)) return `${shown}不是数字，没有数据请填 0`
  if (/^-[\d,.]+$/.test(digits) && unit !== 'change') return `${shown}是负数，请填 0 或正数`
  const whole = /^(-?\d{1,9})\.0*$/.exec(digits)?.[1]
  if (whole !== undefined && isWhole(unit)) return `${shown}带小数点，这里按件计数，请填 ${withoutLeadingZeros(whole)}`
  if (/^-?\d+\.\d+$/.test(digits) && isWhole(unit)) return `${shown}有小数，这里按件计数，请填整数`
  if (/^-?\d[\d,]*(\.\d*)?$/.test(digits) && digits.includes(',')) return `${shown}的逗号位置不对，请去掉逗号重填`
  if (/^-?\d+$/.test(digits) && isWhole(unit)) return `${shown}超过 ${most}，请核对`
  if (/^\d+(\.\d+)?$/.test(digits)) return `${shown}位数太多，整数最多 12 位、小数最多 6 位，请核对`
  return isWhole(unit)
    ? `${shown}不是数字，请填整数，没有数据填 0`
    : `${shown}不是数字，请填金额，如 676.1，没有数据填 0`
}

/**
 * Reads what was typed into a cell. Counts: 0 to 999 999 999, with full-width digits, correct thousands separators,
 * spaces and one trailing 件; `change` may be negative. Money: up to 12 digits before and 6 after the point, kept as
 * typed. Anything else is not a figure and is never made one.
 */
export const readFigure = (text: string, unit: Unit): Read => {
  const digits = plain(text)
  if (digits === '') return { kind: 'blank' }
  const bare = withoutThousands(isWhole(unit) ? digits.replace(/件$/, '') : digits)
  if (isWhole(unit)) {
    const value = Number(bare)
    if (/^\d+$/.test(bare) && value <= most) return { kind: 'figure', value }
    if (unit === 'change' && /^-\d+$/.test(bare) && value >= -most) return { kind: 'figure', value: value + 0 }
  } else if (/^0*\d{1,12}(\.\d{1,6})?$/.test(bare)) return { kind: 'figure', value: withoutLeadingZeros(bare) }
  return { kind: 'unreadable', text, says: advice(text, unit) }
}

/** The text that stands for a figure in a cell. */
export const writeFigure = (figure: Figure | null): string => (figure === null ? '' : String(figure))
