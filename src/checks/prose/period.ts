import { normalOf, quoteOf } from '../normal'
import { fail, open, pass, type Cure, type Rule, type Subject, type Verdict } from '../rule'
import { periodsIn, type Period } from './period-reading'
import { isUnfinished, prefaceOf, proseOf, shortened, wordsOf, type Place } from './places'
import { sentencesOf } from './sentences'

const about = /统计|数据|期限|时限|时段|时间|周期|起止|截[至止]/

interface Stated {
  readonly place: Place
  readonly period: Period
}

/** A place's text on one line, its places kept: a date that a line break falls into is still one. */
const onOneLine = (place: Place): Place => ({
  ...place,
  words: normalOf(place.words.source.replace(/[\n\r\u2028\u2029\v\f]/g, ' ')),
})

/** Periods in sentences that speak of figures or of a period. */
const contextual = (place: Place): readonly Stated[] =>
  sentencesOf(place.words.text)
    .filter(({ text }) => about.test(text))
    .flatMap(({ start, text }) =>
      periodsIn(text).map((period) => ({
        place,
        period: { ...period, start: period.start + start, end: period.end + start },
      })),
    )

/** The preface's periods, those about the figures before others; else the ones about figures in the rest. */
const statedPeriods = (subject: Subject): readonly Stated[] => {
  const preface = onOneLine(prefaceOf(subject))
  const own = contextual(preface)
  if (own.length > 0) return own
  const any = periodsIn(preface.words.text)
  if (any.length > 0) return any.map((period) => ({ place: preface, period }))
  return proseOf(subject).flatMap((place) =>
    /统计|期限|时限/.test(place.words.text)
      ? contextual(place).filter(({ period }) => period.first.month === 1 && period.last.month === 12)
      : [],
  )
}

const isOfYear = ({ first, last }: Period, year: number): boolean =>
  [first, last].every((day) => day.year === null || day.year === year)

const isWhole = ({ first, last }: Period): boolean =>
  first.month === 1 && first.day === 1 && last.month === 12 && last.day === 31

const wholeYear = (year: number): string => `${year}年1月1日至${year}年12月31日`

/** The same words with the year put right, where each date is of another year only. */
const withYear = ({ place, period }: Stated, year: number): readonly Cure[] => {
  const { start, end } = quoteOf(place.at, place.words, period.start, period.end)
  const from = place.words.source.slice(start, end)
  const wrong = [period.first.year, period.last.year].filter((one) => one !== null && one !== year)
  const to = wrong.reduce<string>((words, one) => words.split(String(one)).join(String(year)), from)
  return isWhole(period) && to !== from
    ? [{ says: `改为${shortened(to)}`, changes: [{ at: place.at, from, to, range: [start, end] }] }]
    : []
}

const judged = (stated: Stated, year: number): Verdict => {
  const { place, period } = stated
  const quote = quoteOf(place.at, place.words, period.start, period.end)
  const words = shortened(wordsOf(place, quote), 40)
  if (isOfYear(period, year))
    return {
      ...fail(`统计期限写的是${words}，不是全年；年中成立的单位请说明，否则请改为${wholeYear(year)}`, [
        place.at,
        'year',
      ]),
      quotes: [quote],
      lesser: true,
    }
  const cures = withYear(stated, year)
  return {
    ...fail(`统计期限写的是${words}，报告的年度是${year}年，请改成一致`, [place.at, 'year']),
    quotes: [quote],
    ...(cures.length > 0 ? { cures } : {}),
  }
}

/** 统计期限为2025年度, 数据截至2025年12月31日: a period told by its year or by its end. */
const byYear = /(?:统计|数据)[^。\n\d]{0,16}?(\d{4})年(?:度|全年|(?!\d{1,2}月)|(?=12月31日))/
const thisYear = /(?:统计|数据)[^。\n\d]{0,16}?(?:本年度|全年|本年)/

const toldByYear = (subject: Subject): Verdict | undefined => {
  const { year } = subject.report
  const place = onOneLine(prefaceOf(subject))
  const { text } = place.words
  const found = byYear.exec(text)
  if (found?.[1] === undefined) return thisYear.test(text) ? pass('统计期限是全年', ['preface']) : undefined
  if (Number(found[1]) === year) return pass(`统计期限是${year}年`, ['preface'])
  if (!/统计|期限|时限/.test(found[0])) return undefined
  const at = found.index + found[0].lastIndexOf(found[1])
  const quote = quoteOf(place.at, place.words, at, at + 5)
  return {
    ...fail(`统计期限写的是${found[1]}年，报告的年度是${year}年，请改成一致`, ['preface', 'year']),
    quotes: [quote],
  }
}

const notStated = (subject: Subject): Verdict => {
  const { year, preface, agency } = subject.report
  if (preface.trim() === '' && (agency.name.trim() === '' || isUnfinished(subject)))
    return open('编制说明还没有写，请写明统计期限', ['preface'])
  return {
    ...fail(`没有写明统计期限，请在编制说明里写“统计期限自${year}年1月1日起至${year}年12月31日止”`, ['preface']),
    lesser: true,
  }
}

/** A10: the period is the year reported on, 1 January to 31 December (条例 第四十九条 “上一年度”). */
export const period: Rule = {
  id: 'A10',
  severity: 'error',
  lesser: { severity: 'warning', when: '没有写明统计期限，或者日期不是全年' },
  holds: '统计期限是报告年度的一月一日至十二月三十一日，后一个年份可以省略',
  basis: '{law}第四十九条“上一年度”',
  example: {
    fault: '2025年的报告写“统计期限为2024年1月1日至12月31日”',
    message: '统计期限写的是2024年1月1日至12月31日，报告的年度是2025年，请改成一致',
  },
  judge: (subject) => {
    const { year } = subject.report
    const stated = statedPeriods(subject)
    const right = stated.find(({ period }) => isOfYear(period, year) && isWhole(period))
    if (right) return [pass(`统计期限是${wholeYear(year)}`, [right.place.at])]
    if (stated.length > 0) return stated.map((one) => judged(one, year))
    return [toldByYear(subject) ?? notStated(subject)]
  },
}
