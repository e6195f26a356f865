import { describe, expect, test } from 'vitest'
import { format2021 } from '../../format/2021'
import { blankReport, blankUnit } from '../../report/blank'
import { periodsIn } from './period-reading'
import { cured, judge, part, quotedFrom, sample } from './samples'

const of = (preface: string) => judge('A10', sample({ preface }))
const grave = (preface: string) => of(preface).map(({ result, lesser = false }) => [result, lesser])

describe('A10: the period is the year reported on, from its first to its last day', () => {
  test.each([
    '数据统计期限为2025年1月1日至2025年12月31日。',
    '数据统计期限为2025年1月1日至12月31日。',
    '所列数据的统计期限自2025年1月1日起，至2025年12月31日止。',
    '统计期限从２０２５年１月１日到２０２５年１２月３１日止。',
    '统计时段：2025.1.1-2025.12.31。',
    '统计时段：2025-01-01至2025-12-31。',
    '统计时段：2025/1/1—2025/12/31。',
    '统计期限为2025年1月至12月。',
    '统计期限为2025年1-12月。',
    '统计期限为2025年1月1日—12月31日。',
    '统计期限为2025年1月1日～12月31日。',
    '统计期限为 2025 年 1 月 1 日 至 2025 年\n12 月 31 日。',
    '统计期限为2025年1月1日0时至2025年12月31日24时。',
    '统计期限为二〇二五年一月一日至二〇二五年十二月三十一日。',
    '统计期限为本年度1月1日至12月31日。',
    '统计期限为2025年度。',
    '本报告所列数据统计截至2025年12月31日。',
    '报告时间自2025年1月1日起至2025年12月31日止。电话服务时间为3月1日至9月30日。',
    '本报告反映2025年1月1日至2025年12月31日的工作。',
  ])('is stated: %s', (preface) => expect(grave(preface)).toEqual([['pass', false]]))

  test.each([
    ['统计期限为2024年1月1日至12月31日。', '统计期限为2025年1月1日至12月31日。'],
    ['统计期限为2024年1月1日至2024年12月31日。', '统计期限为2025年1月1日至2025年12月31日。'],
    ['统计期限为2024年1月1日至2025年12月31日。', '统计期限为2025年1月1日至2025年12月31日。'],
    ['统计期限为2024.1.1-2024.12.31。', '统计期限为2025.1.1-2025.12.31。'],
    ['统计期限为 2024 年 1 月 1 日至 2024 年 12 月 31 日。', '统计期限为 2025 年 1 月 1 日至 2025 年 12 月 31 日。'],
  ])('of another year is an error, cured with one click: %s', (preface, right) => {
    const [found, ...others] = of(preface)
    expect(others).toEqual([])
    expect(found?.result).toBe('fail')
    expect(found?.lesser).toBeUndefined()
    expect(found?.at).toEqual(['preface', 'year'])
    expect(found?.message).toMatch(/^统计期限写的是2024.*，报告的年度是2025年，请改成一致$/)
    expect(cured(preface, found ?? { result: 'fail', at: [], message: '' })).toBe(right)
    expect(grave(right)).toEqual([['pass', false]])
  })

  test('of another year is told by its words', () => {
    const preface = '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。'
    const [found] = of(preface)
    expect(quotedFrom(preface, found ?? { result: 'fail', at: [], message: '' })).toEqual([
      '2024年1月1日起至2024年12月31日',
    ])
    expect(grave('统计期限为2024年度。')).toEqual([['fail', false]])
  })

  test('of other days is a warning: a unit may have been founded in mid-year', () => {
    expect(grave('统计期限为2025年3月15日至2025年12月31日。')).toEqual([['fail', true]])
    expect(grave('统计期限为2025年1月1日至12月30日。')).toEqual([['fail', true]])
  })

  test('that is not stated is a warning', () => {
    expect(grave('本报告由示例市数据管理局编制。')).toEqual([['fail', true]])
    expect(grave('')).toEqual([['fail', true]])
    expect(of('本报告由示例市数据管理局编制。')[0]?.message).toBe(
      '没有写明统计期限，请在编制说明里写“统计期限自2025年1月1日起至2025年12月31日止”',
    )
  })

  test('may stand elsewhere in the text, where it is the figures’', () => {
    const told = (text: string) =>
      judge('A10', { ...sample({ preface: '' }), overview: [part(text)] }).map(({ result, lesser = false }) => [
        result,
        lesser,
      ])
    expect(told('本报告数据统计期限为2025年1月1日至12月31日。')).toEqual([['pass', false]])
    expect(told('本报告数据统计期限为2024年1月1日至12月31日。')).toEqual([['fail', false]])
    expect(told('2025年3月1日至5月31日开展清理行动。')).toEqual([['fail', true]])
  })

  test('is an open question while the report is only begun', () => {
    expect(judge('A10', blankReport(format2021, 2025, blankUnit)).map(({ result }) => result)).toEqual(['open'])
  })
})

test('a period takes its first year from its last one, and a month its last day', () => {
  expect(periodsIn('1月1日至2025年12月31日')[0]?.first).toEqual({ year: 2025, month: 1, day: 1 })
  expect(periodsIn('2024年1月至2月')[0]?.last).toEqual({ year: 2024, month: 2, day: 29 })
  expect(periodsIn('二〇二四年十月十一日至二〇二四年十二月二十日')[0]).toMatchObject({
    first: { year: 2024, month: 10, day: 11 },
    last: { year: 2024, month: 12, day: 20 },
  })
})
