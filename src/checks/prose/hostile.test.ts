import { describe, expect, test } from 'vitest'
import { format2019 } from '../../format/2019'
import { format2021 } from '../../format/2021'
import { formats } from '../../format'
import { blankReport, blankUnit } from '../../report/blank'
import { exampleReport } from '../../report/example'
import { proposals } from '../../report/proposals'
import { subjectOf } from '../run'
import { proseRules } from './rules'
import { part, sampleOf } from './samples'

const pieces = [
  '的',
  '工作',
  '2024年',
  '，2024年',
  '2024年，我局',
  '2024年1月1日至',
  '1月1日',
  '（',
  '(',
  '一',
  '一是',
  '六个部分：',
  '包括、六个部分',
  '由',
  '《',
  '“',
  '《条例》',
  '国务院令第771号',
  '国办公开',
  '国办公开办涵〔2021〕',
  '公开办涵',
  '由示例局',
  '示例局编制',
  '与示例局联系',
  '1',
  '13912345618',
  '1391-',
  '待补充',
  'X',
  '×',
  '【】',
  '\n',
  '（一）\n',
  '注意事项：\n',
  '字,',
  '字 ',
  '(字)',
  '统计',
  '统计2024',
  '追究',
  '问题',
  '下一步，',
  '截至2024年底',
  '。',
  '、',
  '，',
]

describe('a hostile text of 20 000 letters', () => {
  test.each(pieces.map((piece) => [piece]))('holds up no rule: %j repeated', (piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000)
    const typed = sampleOf(
      { kind: 'government' },
      {
        preface: text,
        overview: [part(text, 'proactive')],
        improvement: [part(text, 'both')],
        other: [part(text, 'fee')],
      },
    )
    const subject = subjectOf(format2021, typed)
    // What were held up would not end within the test's time.
    for (const { id, judge } of proseRules) expect(() => judge(subject), id).not.toThrow()
  })
})

describe('a right report', () => {
  const example2019 = () => {
    const typed = { ...exampleReport(format2019), year: 2020, signedOn: '2021-01-20' }
    const { title, preface } = proposals(format2019, typed)
    return { ...typed, title, preface }
  }

  test.each([
    ['2021', format2021, exampleReport(format2021)],
    ['2019', format2019, example2019()],
  ] as const)('in the format of %s has nothing to be told, for any kind of unit', (_, format, typed) => {
    for (const kind of ['government', 'department', 'township', 'subdistrict', 'other']) {
      const subject = subjectOf(format, { ...typed, agency: { ...typed.agency, kind } })
      for (const { id, judge } of proseRules)
        expect(
          judge(subject).filter(({ result }) => result !== 'pass'),
          id,
        ).toEqual([])
    }
  })

  test('only begun is open, never wrong', () => {
    const named = { ...blankUnit, agency: { ...blankUnit.agency, name: '示例市数据管理局', kind: 'government' } }
    for (const format of formats)
      for (const unit of [blankUnit, named]) {
        const subject = subjectOf(format, blankReport(format, format.years.from, unit))
        const found = proseRules.flatMap(({ judge }) => judge(subject))
        expect(found.filter(({ result }) => result === 'fail')).toEqual([])
      }
  })
})

test('A3: a year outside of the form’s own is told', () => {
  const of = (year: number) =>
    proseRules.find(({ id }) => id === 'A3')?.judge(subjectOf(format2019, { ...exampleReport(format2019), year }))
  expect(of(2020)?.[0]?.result).toBe('pass')
  expect(of(2023)?.[0]).toMatchObject({
    result: 'fail',
    message: '报告的年度是2023年，这份表式适用于2019年至2020年，请核对年度，或换用适用的表式重新填写',
  })
  expect(subjectOf(format2021, exampleReport(format2021)).report.year).toBeGreaterThanOrEqual(format2021.years.from)
})
