import { readNumeral } from './numerals'

/** A number with its measure word as it stands in a normalised text; offsets are of that text. */
export interface Quantity {
  readonly start: number
  readonly end: number
  /** Where the number itself stands, without approximations and measure. */
  readonly digits: readonly [start: number, end: number]
  readonly value: number
  /** Decimals as printed. */
  readonly decimals: number
  /** 件, 元, % …; '' where there is none. */
  readonly measure: string
  /** 余, 多, 左右 … where the number is said to be inexact. */
  readonly mark: string
  /** Counted in 万 or 亿. */
  readonly isRounded: boolean
}

const measures =
  '个百分点|个工作日|工作日|个月|个小时|人次|件次|条次|万元|亿元|元|%|件|宗|份|条|起|次|人|项|个|例|单|桩|篇|期|场|名|封|批|户|家|处|部|本|册|类|位|字|种|台|套|倍|轮|期|幅|号|天|日|小时|分'

const arabic = new RegExp(
  `((?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?)(万(?!元)|亿(?!元))?(余|多|来)?(万(?!元)|亿(?!元))?(?:(${measures})(左右|以上|上下|以内|以下)?)?`,
  'y',
)

const chinese = new RegExp(
  `([零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{1,12})(余|多|来|几)?(${measures})(左右|以上|上下|以内|以下)?`,
  'y',
)

const hundredth = /百分之([零〇一二两三四五六七八九十百]{1,6})(?:点([零〇一二三四五六七八九]{1,4}))?/y

const approximate = /(?:大约|将近|接近|超过|不足|不少于|不超过|至少|近|约|逾|超)$/

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Words that begin with a numeral and are no count: 一件事, 一次性, and 一起 where it means together. */
const isWord = (text: string, numeral: string, end: number): boolean => {
  const next = text.slice(end, end + 1)
  return numeral === '一' && next !== '' && !/[,;。、)(：:\n!?]/.test(next)
}

const decimalsOf = (figure: string): number => figure.split('.')[1]?.length ?? 0

const fromHundredth = (text: string, at: number): Quantity | null => {
  const match = matchAt(hundredth, text, at)
  const whole = readNumeral(match?.[1] ?? '')
  if (!match || whole === null) return null
  const decimals = [...(match[2] ?? '')].map((letter) => readNumeral(letter)).join('')
  const end = at + match[0].length
  const value = Number(`${whole}${decimals === '' ? '' : `.${decimals}`}`)
  return {
    start: at,
    end,
    digits: [at, end],
    value,
    decimals: decimals.length,
    measure: '%',
    mark: '',
    isRounded: false,
  }
}

/** The quantity that begins at an offset of a normalised text; null where there is none. */
export const quantityAt = (text: string, at: number): Quantity | null => {
  const letter = text[at] ?? ''
  if (letter >= '0' && letter <= '9') {
    if (/[A-Za-z0-9.]/.test(text[at - 1] ?? '')) return null
    const match = matchAt(arabic, text, at)
    if (!match) return null
    const [whole, figure = '', first, before, second, measure = '', after] = match
    const end = at + whole.length
    const next = text[end] ?? ''
    // 12345热线, 1+X: without a measure a number ends its words.
    if (measure === '' && /[A-Za-z0-9+〕\]\u4e00-\u9fff-]/.test(next) && !/[和与及或]/.test(next)) return null
    const factor = (first ?? second) === '万' ? 10_000 : (first ?? second) === '亿' ? 100_000_000 : 1
    const front = approximate.exec(text.slice(Math.max(0, at - 3), at))?.[0] ?? ''
    const bare = figure.replace(/,/g, '')
    return {
      start: at - front.length,
      end,
      digits: [at, at + figure.length],
      value: Number(bare) * factor,
      decimals: decimalsOf(bare),
      measure,
      mark: before ?? after ?? front,
      isRounded: factor !== 1,
    }
  }
  if (letter === '百' && text.startsWith('百分之', at)) return fromHundredth(text, at)
  const match = matchAt(chinese, text, at)
  if (!match) return null
  const [whole, numeral = '', before, measure = '', after] = match
  const value = readNumeral(numeral)
  const end = at + whole.length
  if (value === null || isWord(text, numeral, end)) return null
  const front = approximate.exec(text.slice(Math.max(0, at - 3), at))?.[0] ?? ''
  return {
    start: at - front.length,
    end,
    digits: [at, at + numeral.length],
    value,
    decimals: 0,
    measure,
    mark: before ?? after ?? front,
    isRounded: /[万亿]$/.test(numeral) && before !== undefined,
  }
}
