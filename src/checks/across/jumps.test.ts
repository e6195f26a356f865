import { describe, expect, test } from 'vitest'
import { format2019 } from '../../format/2019'
import { acrossRules } from './rules'
import { judged, messages, subjectFrom } from './samples'

const jumps = (now: Record<string, string>, before: Record<string, string>) =>
  messages(judged(acrossRules, 'B7', subjectFrom({ figures: now }, { figures: before })), 'fail')

describe('B7: a figure that jumps against last year', () => {
  test.each([
    ['57', '570', 1],
    ['570', '57', 1],
    ['57', '569', 0],
    ['9', '900', 0],
    ['10', '100', 1],
    ['0', '500', 0],
    ['500', '0', 0],
  ])('penalties of %s after %s last year: %i told', (now, before, count) => {
    const at = 'enforcement.penalties.decisions'
    expect(jumps({ [at]: now }, { [at]: before })).toHaveLength(count)
  })

  test('is told with both values and how many times', () => {
    const at = 'enforcement.penalties.decisions'
    expect(jumps({ [at]: '5700' }, { [at]: '57' })).toEqual([
      '“行政处罚 本年处理决定数量”是 5700，上年是 57，增至 100 倍，请核对有没有多填或者少填一位',
    ])
    expect(jumps({ [at]: '57' }, { [at]: '5725' })).toEqual([
      '“行政处罚 本年处理决定数量”是 57，上年是 5725，减为约 1/100，请核对有没有多填或者少填一位',
    ])
  })

  const fee = 'fees.charges.amount'
  test.each([
    ['6761000', '676.1', 1],
    ['6761000', '702.35', 1],
    ['48000', '5.2', 1],
    ['4.8', '52000', 1],
    ['676.1', '702.35', 0],
    ['0', '702.35', 0],
    ['60', '8', 0],
    ['900', '8', 0],
  ])('charges of %s after %s last year, in 万元: %i told', (now, before, count) => {
    expect(jumps({ [fee]: now }, { [fee]: before })).toHaveLength(count)
  })

  test('元 typed for 万元 is told with what the amount would be', () => {
    expect(jumps({ [fee]: '6761000' }, { [fee]: '702.35' })).toEqual([
      '“行政事业性收费 本年收费金额（单位：万元）”是 6761000，上年是 702.35，增至约 9626 倍；如果是按元填的，应填 676.1，请核对单位',
    ])
  })

  test('a total whose part jumps is not told besides the part', () => {
    const cell = 'requests.received.natural'
    const found = judged(acrossRules, 'B7', subjectFrom({ figures: { [cell]: '120' } }, { figures: { [cell]: '12' } }))
    expect(found.filter(({ result }) => result === 'fail').map(({ at }) => at[0])).toEqual([cell])
  })

  test('a total that jumps while none of its parts does is told itself', () => {
    const [a, b] = ['requests.received.natural', 'requests.received.business']
    const found = judged(
      acrossRules,
      'B7',
      subjectFrom({ figures: { [a!]: '60', [b!]: '60' } }, { figures: { [a!]: '6', [b!]: '6' } }),
    )
    expect(found.filter(({ result }) => result === 'fail').map(({ at }) => at[0])).toEqual(['requests.received.total'])
  })

  test('without a jump it passes; while a cell is blank it is open', () => {
    expect(judged(acrossRules, 'B7', subjectFrom({}, {})).map(({ result }) => result)).toEqual(['pass'])
    const open = judged(acrossRules, 'B7', subjectFrom({ figures: { 'requests.granted.natural': '' } }, {}))
    expect(open).toMatchObject([{ result: 'open', at: ['requests.granted.natural'] }])
  })

  test('cells that last year’s form did not have are said to be beyond comparison, once', () => {
    const found = judged(acrossRules, 'B7', subjectFrom({ year: 2021 }, { year: 2020, format: format2019 }))
    expect(found.map(({ result }) => result)).toEqual(['unknown'])
    expect(found[0]?.message).toMatch(/^上年年报没有其中 \d+ 格的数，这些格不能与上年比较$/)
  })

  test('without last year’s report it cannot be decided', () => {
    expect(judged(acrossRules, 'B7', subjectFrom({}))).toEqual([
      { result: 'unknown', at: [], message: '没有上年年报，不能核对数字与上年相比有没有异常增减' },
    ])
  })
})
