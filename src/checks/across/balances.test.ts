import { describe, expect, test } from 'vitest'
import { format2019 } from '../../format/2019'
import { acrossRules } from './rules'
import { judged, messages, subjectFrom } from './samples'

const normative = (issued: string, repealed: string, inForce: string) => ({
  'issued.normative.issued': issued,
  'issued.normative.repealed': repealed,
  'issued.normative.inForce': inForce,
})

describe('C1: what is in force follows from last year’s, what was issued and what was repealed', () => {
  const before = { figures: normative('2', '0', '16') }

  test('holds where it adds up, for both rows', () => {
    const found = judged(acrossRules, 'C1', subjectFrom({ figures: normative('3', '1', '18') }, before))
    expect(found.map(({ result }) => result)).toEqual(['pass', 'pass'])
  })

  test('is told with both sides and the difference, and leads to this year’s cells', () => {
    const found = judged(acrossRules, 'C1', subjectFrom({ figures: normative('3', '1', '20') }, before))
    expect(found[1]).toMatchObject({
      result: 'fail',
      at: ['issued.normative.inForce', 'issued.normative.repealed', 'issued.normative.issued'],
      message:
        '行政规范性文件：现行有效 20＋废止 1＝21，上年有效 16＋制发 3＝19，差 +2，请核对；文件失效或者清理过的，写明原因即可',
      difference: '+2',
      sides: [
        { label: '行政规范性文件 现行有效件数＋行政规范性文件 本年废止件数', value: '21' },
        { label: '上年年报的行政规范性文件 现行有效件数＋行政规范性文件 本年制发件数', value: '19' },
      ],
    })
  })

  test('cannot be decided without last year’s report', () => {
    expect(judged(acrossRules, 'C1', subjectFrom({ figures: normative('3', '1', '20') }))).toEqual([
      { result: 'unknown', at: [], message: '没有上年年报，不能核对：现行有效等于上年有效加本年制发减本年废止' },
    ])
  })

  test('cannot be decided where last year’s form has no such cell, and says so', () => {
    const found = judged(
      acrossRules,
      'C1',
      subjectFrom({ year: 2021, figures: normative('3', '1', '20') }, { year: 2020, format: format2019 }),
    )
    expect(found.map(({ result }) => result)).toEqual(['unknown', 'unknown'])
    expect(found[0]?.message).toBe('“规章”：上年年报的表式没有这一格，不能核对')
  })

  test('is open while this year’s cell is blank, and cannot be decided while last year’s is', () => {
    const open = judged(acrossRules, 'C1', subjectFrom({ figures: normative('', '1', '20') }, before))
    expect(messages(open, 'open')).toEqual(['“行政规范性文件”还没有填完，填完后才能核对'])
    const unknown = judged(
      acrossRules,
      'C1',
      subjectFrom({ figures: normative('3', '1', '20') }, { figures: normative('2', '0', '') }),
    )
    expect(messages(unknown, 'unknown')).toEqual(['“行政规范性文件”：上年年报的这一格是空的，不能核对'])
  })

  test('is not asked of the form of 2019, which has no such cells', () => {
    expect(judged(acrossRules, 'C1', subjectFrom({ format: format2019, year: 2020 }))).toEqual([])
  })
})

describe('D4: what is carried in is what last year’s report carried out', () => {
  const before = { figures: { 'requests.carriedOut.natural': '5', 'requests.carriedOut.business': '1' } }

  test('holds in each column and in the totals', () => {
    const figures = { 'requests.carriedIn.natural': '5', 'requests.carriedIn.business': '1' }
    const found = judged(acrossRules, 'D4', subjectFrom({ figures }, before))
    expect(found.map(({ result }) => result)).toEqual(Array.from({ length: 7 }, () => 'pass'))
  })

  test('is told for the column that differs and for the totals', () => {
    const figures = { 'requests.carriedIn.natural': '4', 'requests.carriedIn.business': '1' }
    const found = judged(acrossRules, 'D4', subjectFrom({ figures }, before))
    expect(messages(found, 'fail')).toEqual([
      '自然人一列：上年结转 4 与上年年报的结转下年度 5 不一致，差 −1，请核对；机构改革、职能划转或者上年更正过的，写明原因即可',
      '总计一列：上年结转 5 与上年年报的结转下年度 6 不一致，差 −1，请核对；机构改革、职能划转或者上年更正过的，写明原因即可',
    ])
  })

  test('works from the form of 2019 to that of 2021: the cells are the same', () => {
    const found = judged(
      acrossRules,
      'D4',
      subjectFrom(
        { year: 2021, figures: { 'requests.carriedIn.natural': '5', 'requests.carriedIn.business': '1' } },
        { ...before, year: 2020, format: format2019 },
      ),
    )
    expect(found.every(({ result }) => result === 'pass')).toBe(true)
  })

  test('cannot be decided without last year’s report', () => {
    expect(judged(acrossRules, 'D4', subjectFrom({}))).toEqual([
      { result: 'unknown', at: [], message: '没有上年年报，不能核对：上年结转等于上年年报的结转下年度' },
    ])
  })
})

describe('E5: complaints after review come from this year’s and last year’s reviews', () => {
  const disputes = (review: string, after: string) => ({
    'disputes.cases.reviewUpheld': review,
    'disputes.cases.afterReviewUpheld': after,
  })

  test('as many as both years’ reviews are possible', () => {
    const found = judged(
      acrossRules,
      'E5',
      subjectFrom({ figures: disputes('3', '5') }, { figures: disputes('2', '9') }),
    )
    expect(found.map(({ result }) => result)).toEqual(['pass'])
  })

  test('more than both together are listed', () => {
    const found = judged(
      acrossRules,
      'E5',
      subjectFrom({ figures: disputes('3', '6') }, { figures: disputes('2', '9') }),
    )
    expect(found).toMatchObject([
      {
        result: 'fail',
        at: ['disputes.cases.afterReviewTotal', 'disputes.cases.reviewTotal'],
        message: '复议后起诉共 6 件，本年行政复议 3 件加上年 2 件只有 5 件，差 +1，请核对',
        difference: '+1',
      },
    ])
  })

  test('cannot be decided without last year’s report; open while a cell is blank', () => {
    const alone = judged(acrossRules, 'E5', subjectFrom({ figures: disputes('3', '6') }))
    expect(alone).toEqual([
      { result: 'unknown', at: [], message: '没有上年年报，不能核对复议后起诉是否多于两年的行政复议' },
    ])
    const open = judged(acrossRules, 'E5', subjectFrom({ figures: disputes('', '6') }, {}))
    expect(open.map(({ result }) => result)).toEqual(['open'])
  })
})
