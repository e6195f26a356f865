import type { Random } from './random'

const digits = '零一二三四五六七八九'

const below10000 = (value: number): string => {
  let words = ''
  let gap = false
  for (const [size, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10
    if (digit === 0) gap = words !== ''
    else {
      words += `${gap ? '零' : ''}${digits[digit] ?? ''}${name}`
      gap = false
    }
  }
  return words
}

/** A number up to 9999 in Chinese numerals: 一百二十, 十二, 两 is not used. */
const chinese = (value: number): string => (value === 0 ? '零' : below10000(value).replace(/^一十/, '十'))

const fullWidth = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

const thousands = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')

export type Writer = (value: number) => string

/** A way of writing counts, mostly plain digits; with its measure word. */
export const writerFrom = (random: Random): Writer => {
  const unit = random.chance(0.75) ? '件' : random.pick(['宗', '件', '份'])
  const style = random.next()
  if (style < 0.08) return (value) => `${fullWidth(String(value))}${unit}`
  if (style < 0.16) return (value) => `${thousands(value)}${unit}`
  if (style < 0.24) return (value) => (value < 10000 ? `${chinese(value)}${unit}` : `${value}${unit}`)
  if (style < 0.3) return (value) => `${value} ${unit}`
  return (value) => `${value}${unit}`
}
