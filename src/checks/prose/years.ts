import { fail, pass, type Rule, type Subject, type Verdict } from '../rule'
import { passagesOf } from '../texts'
import { prefaceOf, proseOf, quoted, shortened, wordsOf, type Place } from './places'
import { selfNamedYearsIn, strayYearsIn } from './stray-years'

const lastYears = /上年|上一年|去年|\d{4}年/

/** Parts of section five on last year's problems are about that year. */
const isOnLastYear = (subject: Subject): ReadonlySet<string> =>
  new Set(
    passagesOf(subject)
      .filter(({ list, aspect, heading }) => {
        const words = heading.normalize('NFKC')
        return (
          list === 'improvement' &&
          (aspect === 'lastYear' || (lastYears.test(words) && !words.includes(`${subject.report.year}`)))
        )
      })
      .map(({ at }) => at),
  )

const verdictOf = (place: Place, start: number, reported: number): Verdict => {
  const rest = place.words.text.slice(start)
  const quote = quoted(place, start, start + (/^[^。!?;\n]*/.exec(rest)?.[0].length ?? 0))
  return {
    ...fail(
      `“${place.label}”写的是“${shortened(wordsOf(place, quote))}”，报告的年度是${reported}年，请核对这句说的是不是本年的工作`,
      [place.at],
    ),
    quotes: [quoted(place, start, start + 5)],
  }
}

/** A11: no sentence reports this unit's work under another year; what may name one is left alone, in doubt too. */
export const strayYear: Rule = {
  id: 'A11',
  severity: 'warning',
  holds: '没有把本单位的工作写在别的年份下；比较、结转、上年问题、计划、文件名和会议名里的年份不算',
  basis: '常见差错：沿用上年文字没有改年份',
  example: {
    fault: '2025年的报告写“2024年，我局主动公开信息426条”',
    message: '“一、总体情况”写的是“2024年，我局主动公开信息426条”，报告的年度是2025年，请核对这句说的是不是本年的工作',
  },
  judge: (subject) => {
    const { year, agency } = subject.report
    const reported = { year, unit: agency.name.normalize('NFKC') }
    const skipped = isOnLastYear(subject)
    const preface = prefaceOf(subject)
    const found = proseOf(subject).flatMap((place) => {
      if (skipped.has(place.at)) return []
      const own = place === preface ? selfNamedYearsIn(place, year) : []
      const starts = [...own, ...strayYearsIn(place, reported)]
      return [...new Set(starts)].map((start) => verdictOf(place, start, year))
    })
    return found.length > 0 ? found : [pass('没有写在别的年份下的工作', [])]
  },
}
