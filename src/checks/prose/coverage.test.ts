import { describe, expect, test } from 'vitest'
import { format2021 } from '../../format/2021'
import { blankReport, blankUnit } from '../../report/blank'
import type { Part } from '../../report/report'
import { cured, faults, judge, part, sample, sampleOf } from './samples'

const results = (rule: string, typed: Parameters<typeof judge>[1]) => judge(rule, typed).map(({ result }) => result)

describe('A6: section one covers the five aspects', () => {
  const without = (...aspects: string[]): Part[] =>
    sample().overview.filter(({ aspect }) => !aspects.includes(aspect ?? ''))

  test('in any order', () => {
    expect(results('A6', sample({ overview: [...sample().overview].reverse() }))).toEqual(['pass'])
  })

  test('one left out is told by the law’s name', () => {
    const parts = [
      part('全年公开信息12条，解读3篇。', 'proactive'),
      part('收到申请3件，均已答复。', 'onRequest'),
      part('文件逐件标注。', 'management', '政府信息管理'),
      part('改版门户。', 'platform'),
    ]
    const [found, ...others] = faults('A6', sample({ overview: parts }))
    expect(others).toEqual([])
    expect(found?.at).toEqual(['overview'])
    expect(found?.message).toBe('“一、总体情况”没有写到“监督保障”，请补写；本年没有这方面工作的也请说明')
    expect(faults('A6', sample({ overview: parts.slice(1) }))[0]?.message).toContain('“主动公开”、“监督保障”')
  })

  test('under other headings, or told in one text without any', () => {
    const renamed = sample().overview.map((one) => ({ ...one, aspect: null, heading: `${one.heading}情况` }))
    expect(results('A6', sample({ overview: renamed }))).toEqual(['pass'])
    const text = '全年主动公开信息12条；依申请公开3件；健全信息管理制度；改版门户网站；组织培训2次，接受社会监督。'
    expect(results('A6', sample({ overview: [part(text)] }))).toEqual(['pass'])
  })

  test('is open while a part is still blank', () => {
    const [found] = judge(
      'A6',
      sample({ overview: [...without('supervision', 'platform', 'management', 'onRequest'), part('', 'supervision')] }),
    )
    expect(found?.result).toBe('open')
    expect(found?.at).toEqual(['overview.p'])
    expect(results('A6', blankReport(format2021, 2025, blankUnit))).toEqual(['open'])
    expect(results('A6', sample({ overview: [] }))).toEqual(['open'])
  })
})

describe('A7: governments and townships tell appraisal, public review and accountability', () => {
  const bare = [part('组织业务培训2次，覆盖全部科室。', 'supervision', '监督保障', 'own')]
  const of = (kind: string, text?: string) =>
    judge('A7', sampleOf({ kind }, { overview: text === undefined ? bare : [part(text, 'supervision', '', 'own')] }))

  test('what is missing is an error of a government, a warning of a township, and nothing of others', () => {
    expect(of('government').map(({ result, lesser = false }) => [result, lesser])).toEqual(
      [1, 2, 3].map(() => ['fail', false]),
    )
    expect(of('township').map(({ result, lesser = false }) => [result, lesser])).toEqual(
      [1, 2, 3].map(() => ['fail', true]),
    )
    for (const kind of ['department', 'subdistrict', 'other', '']) expect(of(kind)).toEqual([])
  })

  test('each is told by its name, and leads to the part on supervision', () => {
    expect(of('government').map(({ message }) => /“(.+?)”/.exec(message)?.[1])).toEqual([
      '工作考核',
      '社会评议',
      '责任追究',
    ])
    expect(of('government')[0]?.at).toEqual(['overview.own'])
  })

  test.each([
    '公开工作纳入考核；开展社会评议；未发生责任追究。',
    '接受第三方评估；群众满意度达95%；本年无问责情况。',
    '开展季度测评；设立公众监督信箱；未有人员因此被追责。',
    '列入年度考评；邀请代表评议；未因公开不当追究人员责任。',
  ])('in other words: %s', (text) => expect(of('government', text).map(({ result }) => result)).toEqual(['pass']))

  test('may stand anywhere in the report, also in section five', () => {
    const improvement = [...sample().improvement, part('完善考核，扩大评议，落实问责。')]
    expect(results('A7', sampleOf({ kind: 'government' }, { overview: bare, improvement }))).toEqual(['pass'])
  })

  test('that nobody was held to account can be added with one click', () => {
    const text = '公开工作纳入考核，开展社会评议'
    const [found, ...others] = of('government', text)
    expect(others).toEqual([])
    expect(cured(text, found ?? { result: 'fail', at: [], message: '' })).toBe(
      '公开工作纳入考核，开展社会评议。本年度未发生责任追究情形。',
    )
    const [ending] = of('government', `${text}。\n`)
    expect(cured(`${text}。\n`, ending ?? { result: 'fail', at: [], message: '' })).toBe(
      '公开工作纳入考核，开展社会评议。本年度未发生责任追究情形。\n',
    )
  })

  test('is open while a part is still to be written', () => {
    const typed = sampleOf({ kind: 'government' }, { overview: [...bare, part('', 'platform')] })
    expect(results('A7', typed)).toEqual(['open', 'open', 'open'])
  })
})
