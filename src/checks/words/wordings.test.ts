import { describe, expect, test } from 'vitest'
import { wordRules } from './rules'
import { subjectWith } from './subject-of-words'

/** The rules that fail on a text beside the catalogue's figures: 一 120, 二 5, （七） 118, 四 7. */
const fails = (text: string): readonly string[] => [
  ...new Set(
    wordRules.flatMap(({ id, judge }) =>
      judge(subjectWith(text, 'catalogue')).flatMap(({ result }) => (result === 'fail' ? [id] : [])),
    ),
  ),
]

describe('what was finished by the year’s end is what was finished', () => {
  test.each(['年末已办结118件', '年底前办结118件', '到年底办结118件'])('收到申请120件，%s', (text) =>
    expect(fails(`收到政府信息公开申请120件，${text}。`)).toEqual([]),
  )
  test.each(['年末已办结181件', '年底前办结181件', '到年底办结181件'])('收到申请120件，%s', (text) =>
    expect(fails(`收到政府信息公开申请120件，${text}。`)).toEqual(['F2']),
  )
})

describe('连同上年结转的 n 件 is what was carried in, no comparison with last year', () => {
  test.each([
    ['新收政府信息公开申请120件，连同上年结转的5件，共办理125件。', []],
    ['新收政府信息公开申请120件，连同上年结转的15件，共办理125件。', ['F2']],
    ['新收政府信息公开申请120件，连同上年度结转15件，共办理125件。', ['F2']],
    ['新收政府信息公开申请120件，连同2024年结转的15件，共办理125件。', ['F2']],
    ['收到政府信息公开申请120件，与上年相比有所增加。', []],
    ['收到政府信息公开申请120件，与上年转办方式相同。', []],
  ])('%s', (text, expected) => expect(fails(text)).toEqual(expected))
})

describe('of n applications …: the parts named next never exceed them', () => {
  test.each([
    ['办结的118件申请中，自然人100件、法人或其他组织18件。', ['F4']],
    ['新收的120件申请中，自然人100件、法人或其他组织20件。', []],
    ['新收的120件申请中，网上提交87件，邮寄26件。', []],
    ['新收的120件申请中，网上提交87件，邮寄62件。', ['F6']],
    ['新收的120件申请当中，网上提交87件，邮寄62件。', ['F6']],
    ['上年结转的5件申请中，4件为邮寄件。全年邮寄件26件。', []],
  ])('%s', (text, expected) => expect(fails(text)).toEqual(expected))
})

describe('the grounds of a refusal are no numbers and no remainder', () => {
  test.each([
    ['不予公开15件，其中其他法律行政法规禁止公开2件、属于行政查询事项3件。', []],
    ['不予公开15件，其中危及“三安全一稳定”1件、属于三类内部事务信息2件、属于四类过程性信息3件。', []],
    ['不予公开15件，其中属于国家秘密9件、属于四类过程性信息13件。', ['F6']],
    ['不予公开15件，其中属于三类内部事务信息2件。上年结转的15件申请均已办理完毕。', ['F2']],
  ])('%s', (text, expected) => expect(fails(text)).toEqual(expected))
})

describe('cases carried in are told of after a sentence about other things', () => {
  const other = '收到网络问政留言35件，均已回复。'
  test('5 were carried in', () => expect(fails(`${other}上年结转的5件申请均已办理完毕。`)).toEqual([]))
  test('15 were not', () => expect(fails(`${other}上年结转的15件申请均已办理完毕。`)).toEqual(['F2']))
  test('other things carried in are left alone', () =>
    expect(fails(`${other}上年结转的15件留言均已回复。`)).toEqual([]))
})

describe('a share of what came is no share of what was finished', () => {
  const text = (share: string): string => `共办结申请118件。自然人提出申请100件，占全年新收申请的${share}。`
  test('100 of 120 is 83 %', () => expect(fails(text('83%'))).toEqual([]))
  test('85 % would be 100 of 118', () => expect(fails(text('85%'))).toEqual(['F7']))
})
