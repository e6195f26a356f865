import { describe, expect, test } from 'vitest'
import { formatForYear } from '../format'
import { tryBalance, trials } from './balances'
import { cellsOf } from './cells'
import { exampleReport, exampleYear } from './example'
import { figureAt, reportOf } from './reading'
import { reportSchema, toExchange } from './schema'
import { filled, totalsOf } from './totals'

describe('the example report', () => {
  const format = formatForYear(exampleYear)!
  const report = reportOf(format, exampleReport(format))
  const cells = cellsOf(format)
  const totals = totalsOf(format, (at) => figureAt(report, cells.get(at)!))

  test('is final: nothing blank, nothing unreadable', () => {
    expect(reportSchema(format, 'final').safeParse(toExchange(report)).error?.issues ?? []).toEqual([])
  })

  test('keeps every balance', () => {
    const outcomes = trials(format).map((trial) =>
      tryBalance(trial, (at) => totals.get(at) ?? filled(figureAt(report, cells.get(at)!))),
    )
    expect(outcomes.length).toBeGreaterThan(6)
    expect(outcomes.filter(({ holds }) => holds !== true)).toEqual([])
  })

  test('says in its words what stands in its tables', () => {
    const words = report.overview.map(({ text }) => text).join('')
    const said = [
      ['本年新收政府信息公开申请', 'requests.received.total'],
      ['上年结转', 'requests.carriedIn.total'],
      ['办结', 'requests.total.total'],
      ['结转下年度继续办理', 'requests.carriedOut.total'],
      ['予以公开', 'requests.granted.total'],
      ['部分公开', 'requests.partlyGranted.total'],
      ['行政复议', 'disputes.cases.reviewTotal'],
    ] as const
    for (const [phrase, at] of said) expect(words).toContain(`${phrase}${totals.get(at)?.value}件`)
  })
})
