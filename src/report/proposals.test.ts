import { describe, expect, test } from 'vitest'
import { formatForYear } from '../format'
import { blankReport, blankUnit } from './blank'
import { follow, proposals, proposedTitle } from './proposals'
import type { TypedReport } from './report'

const format = formatForYear(2023)!

const typed: TypedReport = {
  ...blankReport(format, 2023, blankUnit),
  agency: {
    ...blankUnit.agency,
    name: '示例市数据管理局',
    address: '示例市府前路1号',
    postcode: '000000',
    phone: '0000-1234567',
  },
}

describe('the proposed title', () => {
  test('is the unit’s name, the year and the statutory words', () => {
    expect(proposedTitle(format, typed)).toBe('示例市数据管理局2023年政府信息公开工作年度报告')
    expect(proposals(format, typed).title).toBe('示例市数据管理局2023年政府信息公开工作年度报告')
  })
})

describe('the proposed 编制说明', () => {
  const { preface } = proposals(format, typed)

  test('names the legal basis, the six parts, the whole year and the contact', () => {
    expect(preface).toContain('《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条')
    expect(preface).toContain('（国办公开办函〔2021〕30号）')
    expect(preface).toContain(
      '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分',
    )
    expect(preface).toContain('2023年1月1日起至2023年12月31日止')
    expect(preface).toContain('（地址：示例市府前路1号；邮编：000000；电话：0000-1234567）')
    expect(preface.match(/示例市数据管理局/g)).toHaveLength(2)
  })

  test('cites the format of its own year', () => {
    const old = { ...typed, year: 2020 }
    expect(proposals(formatForYear(2020)!, old).preface).toContain('（国办公开办函〔2019〕60号）')
    expect(proposals(formatForYear(2020)!, old).preface).not.toContain('2021')
  })

  test('leaves out what contact is not given, and waits for the unit’s name', () => {
    const without = { ...typed, agency: { ...blankUnit.agency, name: '示例市数据管理局', email: 'a@example.cn' } }
    expect(proposals(format, without).preface).toContain('（电子邮箱：a@example.cn）')
    expect(proposals(format, { ...typed, agency: { ...blankUnit.agency, name: '某局' } }).preface).not.toContain('（）')
    expect(proposals(format, { ...typed, agency: { ...typed.agency, name: ' ' } }).preface).toBe('')
  })
})

describe('the proposed sentence on 信息处理费', () => {
  const fee = (notices: string, billed: string, paid: string, collected: string): string =>
    proposals(format, { ...typed, handlingFee: { notices, billed, paid, collected } }).fee

  test('says so when none was charged', () => {
    expect(fee('0', '0', '0', '0.00')).toBe('本年度未发出信息处理费收费通知，未收取信息处理费。')
  })

  test('states the four figures with their units, digits as typed', () => {
    const sentence = fee('３', '1,680.50', '2件', '680.50')
    for (const said of ['收费通知3件', '收费总金额1680.50元', '实际收取2件', '实际收取金额680.50元'])
      expect(sentence).toContain(said)
  })

  test('waits until all four can be read', () => {
    for (const blank of [0, 1, 2, 3]) {
      const [a = '', b = '', c = '', d = ''] = ['1', '2', '3', '4'].map((text, index) => (index === blank ? '' : text))
      expect(fee(a, b, c, d)).toBe('')
    }
    expect(fee('0', '无', '0', '0')).toBe('')
    expect(proposals(formatForYear(2020)!, typed).fee).toBe('')
  })
})

describe('a proposed text', () => {
  test('follows its fields while it still equals the proposal', () => {
    expect(follow('甲2023年', '甲2023年', '乙2023年')).toBe('乙2023年')
    expect(follow('', '', '乙')).toBe('乙')
  })

  test('is the clerk’s own once edited, or emptied', () => {
    expect(follow('甲局2023年', '甲2023年', '乙2023年')).toBe('甲局2023年')
    expect(follow('', '甲2023年', '乙2023年')).toBe('')
  })
})
