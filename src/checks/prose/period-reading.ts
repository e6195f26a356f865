/** A day of a year; the year is null where the words leave it to the report. */
interface Day {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

/** A period read in a text, from its first to its last day, by its place in the text. */
export interface Period {
  readonly start: number
  readonly end: number
  readonly first: Day
  readonly last: Day
}

const numerals = '〇一二三四五六七八九'

const digitsOf = (words: string): number =>
  Number([...words.replace(/[零○]/g, '〇')].map((letter) => Math.max(numerals.indexOf(letter), 0)).join(''))

/** A day or month in digits or Chinese numerals: 12, 十二, 三十一. */
const numberOf = (words: string): number => {
  if (/^\d+$/.test(words)) return Number(words)
  const [tens = '', ones = ''] = words.split('十')
  return words.includes('十')
    ? (tens === '' ? 1 : digitsOf(tens)) * 10 + (ones === '' ? 0 : digitsOf(ones))
    : digitsOf(words)
}

/** A year in digits or Chinese numerals: 2025, 二〇二五. */
const yearOf = (words: string): number => (/^\d+$/.test(words) ? Number(words) : digitsOf(words))

const year = '(\\d{4}|[〇零○一二三四五六七八九]{4})'
const number = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
const dashes = '[-—–―~〜]{1,2}'
const until = `(?:\\d{1,2}时)?起?[,、]?(?:截?至|截?止?到|截止|${dashes})`

const inWords = `(?:${year}年度?)?${number}月(?:${number}[日号])?`
const dotted = '(\\d{4})([./-])(\\d{1,2})\\2(\\d{1,2})'

const wordRange = new RegExp(`${inWords}${until}${inWords}`, 'g')
const monthRange = new RegExp(`(?:${year}年度?)?${number}${dashes}${number}月(?!\\d)`, 'g')
const dottedRange = new RegExp(
  `(\\d{4})([./-])(\\d{1,2})\\2(\\d{1,2})[,、]?(?:起|至|到|${dashes}|起?[,、]?至)${dotted}`,
  'g',
)

const lastOfMonth = (month: number): number => new Date(Date.UTC(2024, month, 0)).getUTCDate()

const optionalYear = (words: string | undefined): number | null => (words === undefined ? null : yearOf(words))

const periodOf = (found: RegExpMatchArray, first: Day, last: Day): Period => {
  const start = found.index ?? 0
  return { start, end: start + found[0].length, first: { ...first, year: first.year ?? last.year }, last }
}

const months = (text: string): readonly Period[] =>
  [...text.matchAll(monthRange)].map((found) => {
    const [, inYear, from = '', to = ''] = found
    const year = optionalYear(inYear)
    return periodOf(
      found,
      { year, month: numberOf(from), day: 1 },
      { year, month: numberOf(to), day: lastOfMonth(numberOf(to)) },
    )
  })

const words = (text: string): readonly Period[] =>
  [...text.matchAll(wordRange)].map((found) => {
    const [, firstYear, firstMonth = '', firstDay, lastYear, lastMonth = '', lastDay] = found
    const first = optionalYear(firstYear)
    const month = numberOf(lastMonth)
    return periodOf(
      found,
      { year: first, month: numberOf(firstMonth), day: firstDay === undefined ? 1 : numberOf(firstDay) },
      {
        year: optionalYear(lastYear) ?? first,
        month,
        day: lastDay === undefined ? lastOfMonth(month) : numberOf(lastDay),
      },
    )
  })

const dots = (text: string): readonly Period[] =>
  [...text.matchAll(dottedRange)].map((found) => {
    const [, y1, , m1, d1, y2, , m2, d2] = found
    return periodOf(
      found,
      { year: Number(y1), month: Number(m1), day: Number(d1) },
      { year: Number(y2), month: Number(m2), day: Number(d2) },
    )
  })

/** The periods that a normalised text states, however dates are written, in their order. */
export const periodsIn = (text: string): readonly Period[] =>
  [...words(text), ...months(text), ...dots(text)].sort((a, b) => a.start - b.start)
