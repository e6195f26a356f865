import { describe, expect, test } from 'vitest'
import { format2019 } from '../format/2019'
import { judged, subjectFrom } from './across/samples'
import { holdingRules } from './holdings'

describe('C3: 规章 are made only by those who may', () => {
  const rules = { 'issued.rules.issued': '2', 'issued.rules.inForce': '5' }

  test('figures other than 0 are told to a unit without the power, with the way out', () => {
    expect(judged(holdingRules, 'C3', subjectFrom({ figures: rules }))).toMatchObject([
      {
        result: 'fail',
        at: ['issued.rules.issued', 'issued.rules.inForce', 'agency.rulemaking'],
        message:
          '“规章”一行填了本年制发件数 2、现行有效件数 5，但单位没有勾选“规章制定权”；没有这项权力的请改为 0，有的或者代有权的政府编制的请勾选',
      },
    ])
  })

  test('are right for one that may make them, and 0 is right for every unit', () => {
    const subject = subjectFrom({ figures: rules })
    const report = { ...subject.report, agency: { ...subject.report.agency, rulemaking: true } }
    expect(judged(holdingRules, 'C3', { ...subject, report }).map(({ result }) => result)).toEqual(['pass'])
    expect(judged(holdingRules, 'C3', subjectFrom({})).map(({ result }) => result)).toEqual(['pass'])
    expect(
      judged(holdingRules, 'C3', subjectFrom({ format: format2019, year: 2020 })).map(({ result }) => result),
    ).toEqual(['pass'])
  })

  test('a blank cell leaves it open', () => {
    const found = judged(holdingRules, 'C3', subjectFrom({ figures: { 'issued.rules.issued': '' } }))
    expect(found).toMatchObject([{ result: 'open', at: ['issued.rules.issued'] }])
  })
})

describe('C5: no 许可, 处罚 or 强制 at all', () => {
  const at = ['licensing.licences.decisions', 'enforcement.penalties.decisions', 'enforcement.coercion.decisions']

  test('is listed for a look', () => {
    expect(judged(holdingRules, 'C5', subjectFrom({}))).toMatchObject([
      { result: 'fail', at, message: '行政许可、行政处罚、行政强制的处理决定都是 0，请确认本年确实没有' },
    ])
  })

  test('one of them is enough; a blank one leaves it open', () => {
    expect(judged(holdingRules, 'C5', subjectFrom({ figures: { [at[1] ?? '']: '3' } }))[0]?.result).toBe('pass')
    expect(judged(holdingRules, 'C5', subjectFrom({ figures: { [at[1] ?? '']: '' } }))[0]?.result).toBe('open')
    expect(judged(holdingRules, 'C5', subjectFrom({ format: format2019, year: 2020 }))[0]?.result).toBe('fail')
  })
})

test('each rule says what its example tells', () => {
  const c3 = judged(
    holdingRules,
    'C3',
    subjectFrom({ figures: { 'issued.rules.issued': '2', 'issued.rules.inForce': '5' } }),
  )
  const c5 = judged(holdingRules, 'C5', subjectFrom({}))
  expect(holdingRules.map(({ example }) => example?.message)).toEqual([c3[0]?.message, c5[0]?.message])
})
