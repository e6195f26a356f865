const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** 壹佰贰拾: the digits of cheques and deeds, as the plain ones. */
const formal: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
}

const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** A numeral below 10 000; null where a unit does not come down or two digits stand side by side. */
const readSection = (text: string): number | null => {
  let sum = 0
  let digit: number | null = null
  let lowest = 10_000
  let isAfterZero = false
  for (const letter of text) {
    const unit = units[letter]
    const value = digits[letter]
    if (unit !== undefined) {
      if (unit >= lowest) return null
      if (digit === null && unit !== 10) return null
      sum += (digit ?? 1) * unit
      lowest = unit
      digit = null
      isAfterZero = false
    } else if (value === 0) isAfterZero = true
    else if (value === undefined || digit !== null) return null
    else digit = value
  }
  // 一百二 is said for 120; 一百零二 is 102.
  const place = lowest === 10_000 || lowest === 10 || isAfterZero ? 1 : lowest / 10
  return sum + (digit ?? 0) * place
}

/**
 * The value of a Chinese numeral below 10¹²: 十二, 一百二十, 壹佰贰拾, 两千零五, 三万五千, or digit by digit 一二〇. Null for
 * anything else.
 */
export const readNumeral = (written: string): number | null => {
  const text = written.replace(/[壹贰叁肆伍陆柒捌玖拾佰仟]/g, (letter) => formal[letter] ?? letter)
  if (text === '' || !/^[零〇一二两三四五六七八九十百千万亿]+$/.test(text)) return null
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text))
    return text.length > 9 ? null : Number([...text].map((letter) => digits[letter]).join(''))
  const [, hundredMillions = '', rest = ''] = /^(?:(.+)亿)?(.*)$/.exec(text) ?? []
  const [, tenThousands = '', ones = ''] = /^(?:(.+)万)?(.*)$/.exec(rest) ?? []
  const sections = [hundredMillions, tenThousands, ones].map((section) => readSection(section))
  const [high = null, middle = null, low = null] = sections
  if (high === null || middle === null || low === null) return null
  const spoken = /万[一二两三四五六七八九]$/.test(rest) ? 1000 : 1
  return high * 100_000_000 + middle * 10_000 + low * spoken
}
