import { fail, pass, type Rule, type Subject, type Verdict } from '../rule'
import { passagesOf } from '../texts'
import { proseOf, quoted, type Place } from './places'
import { sentencesOf, withoutTitles } from './sentences'

const unit = '(?:(?:我|本)[\\u4e00-\\u9fff]{1,4}?)?'

/** 下一步，2025年; 今后，我局将在2025年 */
const announced = new RegExp(
  `(?:下一步|下步|今后|接下来|新的一年|来年|下一年度?|下一阶段)(?:工作)?(?:中|计划|打算)?[,:、]?${unit}将?在?(\\d{4})年`,
  'g',
)

/** 2025年，我局将继续 – but not 2025年我局将公开工作纳入考核, where 将 is no future. */
const promised = new RegExp(
  `(?:^|[,;:])(\\d{4})年度?[,、]?${unit}(?:将|拟|计划)(?:继续|进一步|从|着力|着重|重点|加大|加强|加快|持续|不断|全面|认真|坚持|严格|紧紧|围绕|结合|针对|按照|深入|努力|以|在)`,
  'g',
)

/** The year is only what the plan builds on: 在2025年工作基础上. */
const isGround = /^度?[^,。;]{0,16}?(?:基础|问题|不足|经验|成果|成效|要点|年报|报告|以来|年?底|结果)/

const lateIn = (place: Place, year: number): readonly Verdict[] =>
  sentencesOf(withoutTitles(place.words.text)).flatMap(({ start, text }) => {
    const hits = [...text.matchAll(announced), ...text.matchAll(promised)].flatMap((found) => {
      const [whole, digits = ''] = found
      const at = (found.index ?? 0) + whole.indexOf(`${digits}年`)
      return /已/.test(text) || Number(digits) > year || Number(digits) < year - 10 || isGround.test(text.slice(at + 5))
        ? []
        : [{ at: start + at, named: Number(digits) }]
    })
    return hits.slice(0, 1).map(({ at, named }) => ({
      ...fail(`下一步打算里写的是${named}年，报告的年度是${year}年，下一年是${year + 1}年，请核对`, [place.at]),
      quotes: [quoted(place, at, at + 5)],
    }))
  })

const plan = /(\d{4})年度?(?:重点)?(?:工作)?(?:打算|思路|计划|安排)$/

const lateHeadings = (subject: Subject): readonly Verdict[] =>
  passagesOf(subject).flatMap(({ at, list, heading }) => {
    const named = plan.exec(heading.normalize('NFKC').replace(/\s+/g, ''))?.[1]
    const { year } = subject.report
    return list === 'improvement' && named !== undefined && Number(named) <= year
      ? [fail(`小标题里的打算写的是${named}年，报告的年度是${year}年，下一年是${year + 1}年，请核对`, [at])]
      : []
  })

/** A21: measures for the coming year do not name the year reported on, or an earlier one, as the future. */
export const comingYear: Rule = {
  id: 'A21',
  severity: 'warning',
  holds: '下一步的打算不把报告年度写成将来',
  basis: '常见差错：沿用上年文字没有改年份',
  example: {
    fault: '2025年的报告写“下一步，2025年我局加大解读力度”',
    message: '下一步打算里写的是2025年，报告的年度是2025年，下一年是2026年，请核对',
  },
  judge: (subject) => {
    const places = proseOf(subject).filter(({ list }) => list === 'improvement')
    const found = places.flatMap((place) => lateIn(place, subject.report.year))
    const all = [...found, ...lateHeadings(subject)]
    return all.length > 0 ? all : [pass('下一步的打算没有写成报告年度', [])]
  },
}
