import { describe, expect, test } from 'vitest'
import { normalOf } from '../normal'
import { sentencesOf } from './clauses'
import { segmentsOf } from './segments'
import { tokensOf } from './tokens'

const tokens = (text: string) => tokensOf(normalOf(text).text, 2025, ['示例市数据管理局', '数据管理局'])

const senses = (text: string): readonly string[] => tokens(text).map(({ text: word, sense }) => `${word} ${sense}`)

describe('words and what they mean', () => {
  test('the longest word is taken', () => {
    expect(senses('不予公开政府信息公开申请')).toEqual(['不予公开 refused', '政府信息公开申请 requests'])
    expect(senses('未经复议直接起诉')).toEqual(['未经复议直接起诉 direct'])
    expect(senses('无法提供')).toEqual(['无法提供 unavailable'])
  })

  test('years are this one or another, and are no counts', () => {
    expect(senses('2025年度')).toEqual(['2025年度 thisYear'])
    expect(senses('2024年')).toEqual(['2024年 otherYear'])
    expect(senses('二〇二四年')).toEqual(['二〇二四年 otherYear'])
    expect(senses('2025年1月1日至12月31日')).toEqual(['2025年1月1日至12月31日 thisYear'])
    expect(senses('2025年3月')).toEqual(['2025年3月 otherPeriod'])
    expect(senses('比2024年')).toEqual(['比2024年 comparison'])
  })

  test('cases carried over are told by the year they come from or go to', () => {
    expect(senses('上年度结转')).toEqual(['上年度结转 carriedIn'])
    expect(senses('2024年结转')).toEqual(['2024年结转 carriedIn'])
    expect(senses('结转到2026年度继续办理')).toEqual(['结转到2026年度继续办理 carriedOut'])
    expect(senses('转下年度办理')).toEqual(['转下年度办理 carriedOut'])
    expect(senses('结转')).toEqual(['结转 carried'])
  })

  test('titles, document numbers, ordinals and list numbers are names', () => {
    for (const text of ['《2024年政务公开工作要点》', '〔2021〕30号', '第三十三条', '（一）', '2024年度工作报告'])
      expect(new Set(tokens(text).map(({ sense }) => sense)), text).toEqual(new Set(['name']))
  })

  test('the unit is known by its name, also without the place', () => {
    expect(senses('数据管理局收到')).toEqual(['数据管理局 ownUnit', '收到 received'])
  })

  test('what is not known stays as it is', () => {
    expect(senses('营商环境线索')).toEqual(['营商环境 unread', '线索 foreign'])
  })
})

describe('sentences as clauses', () => {
  const clauses = (text: string) =>
    sentencesOf(tokens(text)).map((sentence) =>
      sentence.map(({ tokens: own, opens, depth }) => `${depth}${opens}${own.map(({ text: word }) => word).join('')}`),
    )

  test('a bracket is a clause of its own, and the outer one goes on behind it', () => {
    expect(clauses('办结（含结转5件）118件，结转7件。收到1件')).toEqual([
      ['0办结118件', '1(含结转5件', '0,结转7件'],
      ['0收到1件'],
    ])
  })

  test('“；” parts partitions, a stray bracket does no harm', () => {
    const [sentence = []] = sentencesOf(tokens('复议3件；诉讼2件）'))
    expect(sentence.map(({ partition }) => partition)).toEqual([0, 1])
  })
})

describe('numbers of a clause with their own words', () => {
  const segments = (text: string) =>
    sentencesOf(tokens(text))[0]?.flatMap((clause) =>
      segmentsOf(clause).map(({ before, number, after }) =>
        [before, number ? [number] : [], after].map((part) => part.map(({ text: word }) => word).join('')).join('|'),
      ),
    )

  test('words between two numbers belong to the second, or with a 、 to either side of it', () => {
    expect(segments('收到申请120件办结118件')).toEqual(['收到申请|120件|', '办结|118件|'])
    expect(segments('3件予以公开、2件部分公开')).toEqual(['|3件|予以公开', '|2件|部分公开'])
    expect(segments('予以公开3件和部分公开2件')).toEqual(['予以公开|3件|', '部分公开|2件|'])
  })
})
