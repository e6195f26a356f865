import { describe, expect, test } from 'vitest'
import { format2021 } from '../../format/2021'
import { exampleReport } from '../../report/example'
import type { Subject, Verdict } from '../rule'
import { subjectOf } from '../run'
import { judgeClaims } from './judge'
import { wordRules } from './rules'
import { statedTotals } from './stated'
import { subjectWith } from './subject-of-words'

const judge = (rule: string, subject: Subject): readonly Verdict[] =>
  wordRules.filter(({ id }) => id === rule).flatMap((one) => one.judge(subject))

describe('a number that is wrong', () => {
  const text = '一、\n全年共收到政府信息公开申请１，１２０件，办结118件。'
  const [found] = judge('F1', subjectWith(text, 'catalogue')).filter(({ result }) => result === 'fail')

  test('is told with both sides and leads to the words first', () => {
    expect(found).toMatchObject({
      message:
        '第一部分写“收到政府信息公开申请１，１２０件”，第三部分“一、本年新收政府信息公开申请数量”是 120，差 +1000，请核对',
      at: ['overview.p1', 'requests.received.total'],
      difference: '+1000',
    })
    expect(found?.sides?.map(({ value }) => value)).toEqual(['1120', '120'])
  })

  test('is marked in the text as it was typed', () => {
    const [quote] = found?.quotes ?? []
    expect(text.slice(quote?.start, quote?.end)).toBe('收到政府信息公开申请１，１２０件')
  })

  test('is cured by putting the right one in its place, and nothing else', () => {
    const [change] = found?.cures?.[0]?.changes ?? []
    expect(found?.cures?.[0]?.says).toBe('改为 120')
    const [start, end] = change?.range ?? [0, 0]
    expect(text.slice(start, end)).toBe(change?.from)
    expect(text.slice(0, start) + (change?.to ?? '') + text.slice(end)).toBe(
      '一、\n全年共收到政府信息公开申请120件，办结118件。',
    )
  })

  test('has no cure where several readings are right', () => {
    const [other] = judge('F2', subjectWith('全年办结申请120件', 'catalogue'))
    expect(other?.result).toBe('fail')
    expect(other?.cures).toBeUndefined()
  })
})

describe('what cannot be settled', () => {
  test('is open while the cell is blank', () => {
    const typed = exampleReport(format2021)
    const received = { ...typed.cells['requests']?.['received'], natural: '' }
    const cells = { ...typed.cells, requests: { ...typed.cells['requests'], received } }
    const found = judge('F1', subjectOf(format2021, { ...typed, cells }))
    expect(found.map(({ result }) => result)).toEqual(['open'])
  })

  test('is listed once as not checked where last year’s report is missing', () => {
    const found = judge('F8', subjectWith('收到申请120件，同比增长25%。办结118件，比上年增加9件。', 'catalogue'))
    expect(found.map(({ result }) => result)).toEqual(['unknown'])
    expect(found[0]?.message).toContain('没有上年年报')
    expect(found[0]?.quotes).toHaveLength(2)
  })

  test('is silent where the text claims no change', () => {
    expect(judge('F8', subjectWith('收到申请120件。', 'catalogue'))).toEqual([])
  })
})

test('a sum of something else than applications or cases is only a warning', () => {
  const [training] = judge('F6', subjectWith('开展培训3次，其中线上2次、线下2次。', 'catalogue'))
  const [applications] = judge('F6', subjectWith('收到申请120件，其中自然人100件、法人30件。', 'catalogue'))
  expect([training?.lesser, applications?.lesser]).toEqual([true, undefined])
})

test('numbers of no table are listed once for a look', () => {
  const found = judge('F13', subjectWith('主动公开信息426条。举办发布会12场。', 'catalogue'))
  expect(found.map(({ result, message }) => [result, message])).toEqual([
    ['unknown', '正文有 2 个数不在表格中，未能核对，请自行核对：426条、12场'],
  ])
})

test('totals that the words state beyond doubt', () => {
  const subject = subjectWith('本年新收申请120件，其中自然人100件；予以公开56件。受理125件。', 'catalogue')
  expect([...statedTotals(subject)]).toEqual([
    ['requests.received.total', 120],
    ['requests.received.natural', 100],
    ['requests.granted.total', 56],
  ])
})

test('the text is read once for all rules', () => {
  const subject = subjectWith('收到申请120件。', 'catalogue')
  expect(judgeClaims(subject)).toBe(judgeClaims(subject))
})

test('the example report has no fault in its words', () => {
  const subject = subjectOf(format2021, exampleReport(format2021))
  expect(wordRules.flatMap((rule) => rule.judge(subject)).filter(({ result }) => result === 'fail')).toEqual([])
})

describe('a text that is none is read all the same, and quickly', () => {
  test.each([
    '一',
    '1',
    '(',
    '申请',
    '1,',
    '、',
    '《',
    '自然人100件、',
    '(1',
    '收到申请120件，',
    '其中',
    '行政复议',
    '因复议不予公开1件',
    '与2024年收到1件',
    '市公安局未收到申请',
    '7日内答复1件',
    '无',
  ])('20 000 letters of “%s”', (letters) => {
    const subject = subjectWith(letters.repeat(Math.ceil(20_000 / letters.length)), 'catalogue')
    for (const { id, judge } of wordRules) expect(() => judge(subject), id).not.toThrow()
  })
})
