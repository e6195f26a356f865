import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { exampleReport } from '../report/example'
import { reportOf } from '../report/reading'
import type { Report } from '../report/report'
import { doubtsOf, rewritten, withOwnIds } from './doubts'

const example = reportOf(format2021, exampleReport(format2021))
const doubts = (change: Partial<Report>): readonly string[] =>
  doubtsOf(format2021, { ...example, ...change }).map(({ message }) => message)

describe('what a file says twice and not alike is told:', () => {
  test('nothing of a report that the app wrote', () => {
    expect(doubts({})).toEqual([])
    const blank = { ...example, signedOn: null, typed: { signedOn: '明年初' } }
    expect(doubts(blank)).toEqual([])
  })

  test.each([
    [
      'a text beside a figure',
      { 'requests.granted.natural': '1.2万' },
      '（一）予以公开 自然人”这一格在文件里既有数字又写着“1.2万”',
    ],
    ['a text upon a total', { 'requests.received.total': '12' }, '总计”是自动计算的，文件里却写着“12”'],
    ['a text beside a date', { signedOn: '昨天' }, '成文日期”这一格在文件里既有数字又写着“昨天”'],
  ])('%s', (_, typed, says) => {
    expect(doubts({ typed })).toEqual([expect.stringContaining(says)])
  })

  test('a text that can be read, where the file has none', () => {
    const fees = { ...example.handlingFee, notices: null }
    expect(doubts({ handlingFee: fees, typed: { 'handlingFee.notices': '５' } })).toEqual([
      expect.stringContaining('是空白，却另写着“５”，已照写的读入'),
    ])
    expect(doubts({ signedOn: null, typed: { signedOn: '2024年1月5日' } })).toEqual([
      expect.stringContaining('成文日期'),
    ])
    expect(doubts({ handlingFee: fees, typed: { 'handlingFee.notices': ' ' } })).toEqual([])
  })
})

test('parts of the same id take ids of their own, and nothing else changes', () => {
  const part = { id: 'p1', aspect: null, heading: '', text: '甲' }
  const { report, mended } = withOwnIds({ ...example, overview: [part, { ...part, text: '乙' }, part], other: [part] })
  expect(mended).toBe(2)
  expect(report.overview.map(({ text }) => text)).toEqual(['甲', '乙', '甲'])
  expect(report.overview[0]).toEqual(part)
  expect(new Set(report.overview.map(({ id }) => id)).size).toBe(3)
  expect(report.other).toEqual([part])
  expect(withOwnIds(example)).toEqual({ report: example, mended: 0 })
})

test('what the app writes is written again in the same words', () => {
  expect(rewritten(format2021, { ...example, signature: { ...example.signature, name: '' } }).signature.name).toBeNull()
})
