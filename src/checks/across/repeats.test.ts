import { describe, expect, test } from 'vitest'
import { format2021 } from '../../format/2021'
import { exampleReport } from '../../report/example'
import { acrossRules } from './rules'
import { judged, messages, subjectFrom, subjectFromTyped } from './samples'

const one = '门户网站新设企业服务专栏，惠企政策按行业分类集中发布。'
const two = '政务大厅增加了两名公开引导员，协助来访群众查阅文件。'
const three = '每月召开一次公开审查例会，逐件讨论存在分歧的文件属性。'
const four = '会同档案馆把纸质公报扫描上网，读者可以按年份翻看。'
const five = '编印办事问答手册并放在各个服务窗口，供群众自由取阅。'

const g1 = (now: string, before: string) =>
  judged(acrossRules, 'G1', subjectFrom({ overview: now }, { overview: before }))

describe('G1: the narrative is not last year’s', () => {
  test('new words pass, with the share', () => {
    expect(g1(one + two, three + four)).toMatchObject([{ result: 'pass', message: '本年文字与上年年报相同的占 0%' }])
  })

  test('half the text repeated is told, the repeated sentences marked', () => {
    const [found] = g1(one + two + five, three + two + five)
    expect(found).toMatchObject({ result: 'fail', at: ['overview.o1'] })
    expect(found?.message).toMatch(/^有 \d\d% 的文字与上年年报相同（\d+ 字中的 \d+ 字），请按本年实际改写标出的句子$/)
    const text = one + two + five
    expect(found?.quotes?.map(({ start, end }) => text.slice(start, end))).toEqual([
      two.slice(0, -1),
      five.slice(0, -1),
    ])
  })

  test.each([
    ['门户网站新设企业服务专栏集中发布政策', '政务大厅增加两名引导员协助查阅文件料', 'fail'],
    ['门户网站新设企业服务专栏集中发布政策', '政务大厅增加两名引导员协助查阅文件材料', 'pass'],
  ])('exactly half is too much, a letter less is not', (kept, fresh, result) => {
    expect(g1(`${kept}。${fresh}。`, `${kept}。`)[0]?.result).toBe(result)
  })

  test('more than 70 % is said loudly', () => {
    const [found] = g1(one + two + four + five, one + two + four + five)
    expect(found?.message).toMatch(/^大部分文字照搬上年年报：100% 相同/)
  })

  test('a sentence that only changed its digits is a repeated one', () => {
    const [found] = g1(
      '2025年组织公开业务培训3次，参训人员达到86人次。',
      '2024年组织公开业务培训2次，参训人员达到79人次。',
    )
    expect(found?.result).toBe('fail')
  })

  test('standard wording and short sentences do not count', () => {
    const standard =
      '本年度未发生责任追究情形。本年度未收到政府信息公开申请，未发生行政复议、行政诉讼。本年度未发出信息处理费收费通知，未收取信息处理费。无其他需要报告的事项。工作有序开展。'
    expect(g1(standard + one, standard + two)[0]?.result).toBe('pass')
    expect(g1(standard, standard)).toMatchObject([{ result: 'pass', message: '除规范用语外没有可比较的文字' }])
  })

  test('while nothing is written it is open; without last year’s words it cannot be decided', () => {
    expect(judged(acrossRules, 'G1', subjectFrom({}, { overview: one })).map(({ result }) => result)).toEqual(['open'])
    expect(judged(acrossRules, 'G1', subjectFrom({ overview: one }, {})).map(({ result }) => result)).toEqual([
      'unknown',
    ])
    expect(judged(acrossRules, 'G1', subjectFrom({ overview: one }))).toEqual([
      { result: 'unknown', at: [], message: '没有上年年报，不能核对文字与上年的重复' },
    ])
  })
})

describe('G2: numbers in the narrative that are last year’s', () => {
  const g2 = (now: string, before: string) =>
    judged(acrossRules, 'G2', subjectFrom({ overview: now }, { overview: before }))

  test('the same words with the same number are listed, the number marked', () => {
    const now = '全年公开信息426条，举办培训3次。'
    const [found] = g2(now, '全年公开信息426条，举办培训2次。')
    expect(found).toMatchObject({
      result: 'fail',
      at: ['overview.o1'],
      message: '这些数字与上年年报一样，请看有没有忘记更新：“全年公开信息426条”',
    })
    expect(found?.quotes?.map(({ start, end }) => now.slice(start, end))).toEqual(['426'])
  })

  test.each([
    '2021年起设立公开专员制度。',
    '按照国办公开办函〔2021〕30号文件执行。',
    '开展“1+X”公开行动，拓展应用场景。',
    '依托12345热线答复群众来电咨询。',
    '窗口联系电话0000-1234567已经公布。',
    '落实《条例》第20条的各项要求。',
    '自助终端全天24小时开放使用。',
  ])('a number that stays what it is: %s', (sentence) => {
    expect(g2(sentence, sentence).map(({ result }) => result)).toEqual(['pass'])
  })

  test('updated numbers pass; other words with the same number too', () => {
    expect(g2('全年公开信息430条。', '全年公开信息426条。').map(({ result }) => result)).toEqual(['pass'])
    expect(g2('回应群众关切426次。', '全年公开信息426条。').map(({ result }) => result)).toEqual(['pass'])
  })

  test('without last year’s report it cannot be decided', () => {
    expect(judged(acrossRules, 'G2', subjectFrom({}))).toEqual([
      { result: 'unknown', at: [], message: '没有上年年报，不能核对文字里的数字是否已经更新' },
    ])
  })
})

describe('G3: section five is not last year’s', () => {
  const g3 = (now: string, before: string) =>
    judged(acrossRules, 'G3', subjectFrom({ improvement: now }, { improvement: before }))

  test('the same problems word for word are told', () => {
    const [found] = g3(three + four, three + four)
    expect(found).toMatchObject({
      result: 'fail',
      at: ['improvement.i1'],
      message: '“五、存在的主要问题及改进情况”与上年年报相同（相同的占 100%），请写本年的问题和改进情况',
    })
    expect(found?.quotes).toHaveLength(2)
  })

  test('some sentences kept among new ones pass', () => {
    expect(g3(one + two + three, three + four + five).map(({ result }) => result)).toEqual(['pass'])
  })

  test('the part on last year’s problems may repeat them', () => {
    const subject = subjectFrom({ improvement: three }, { improvement: three })
    const parts = subject.report.improvement.map((part) => ({ ...part, aspect: 'lastYear' }))
    const changed = { ...subject, report: { ...subject.report, improvement: parts } }
    expect(messages(judged(acrossRules, 'G3', changed), 'fail')).toEqual([])
  })

  test('without last year’s report it cannot be decided', () => {
    expect(judged(acrossRules, 'G3', subjectFrom({}))).toEqual([
      { result: 'unknown', at: [], message: '没有上年年报，不能核对第五部分是否与上年相同' },
    ])
  })
})

describe('a report handed in twice', () => {
  test('is found by each of the three', () => {
    const typed = exampleReport(format2021)
    const subject = subjectFromTyped(format2021, typed, { ...typed, year: typed.year - 1 })
    for (const id of ['G1', 'G2', 'G3']) expect(messages(judged(acrossRules, id, subject), 'fail').length, id).toBe(1)
  })

  test('of 20 000 characters does not hold it up: the test ends within its time', () => {
    for (const text of [
      '一'.repeat(20_000),
      '1'.repeat(20_000),
      '1,'.repeat(10_000),
      '一是'.repeat(10_000),
      '第《'.repeat(10_000),
    ]) {
      const subject = subjectFrom({ overview: text, improvement: text }, { overview: text, improvement: text })
      for (const { id, judge } of acrossRules) expect(() => judge(subject), id).not.toThrow()
    }
  })
})
