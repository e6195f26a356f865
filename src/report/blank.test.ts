import { describe, expect, test } from 'vitest'
import { formatForYear, type Format } from '../format'
import { blankReport, blankUnit, unitKey, type UnitInfo } from './blank'
import { enteredCells } from './cells'
import { readFigure } from './figures'
import { reportOf, typedAt } from './reading'
import type { TypedReport } from './report'
import { reportSchema, toExchange } from './schema'

const readCells = (format: Format, typed: TypedReport) =>
  new Map(enteredCells(format).map((cell) => [cell.at, readFigure(typedAt(typed, cell), cell.unit)]))

const format = formatForYear(2023)!
const unit: UnitInfo = {
  agency: { ...blankUnit.agency, name: '示例市数据管理局', kind: 'department' },
  headings: 'runIn',
  signature: { name: '办公室', place: 'both' },
}

describe('a new report', () => {
  test('has every figure blank: not one 0', () => {
    const reads = [...readCells(format, blankReport(format, 2023, unit)).values()]
    expect(reads).toHaveLength(enteredCells(format).length)
    expect(reads.filter(({ kind }) => kind !== 'blank')).toEqual([])
  })

  test('proposes the parts of the format: five with headings, problems and measures without, and the fee', () => {
    const { overview, improvement, other } = blankReport(format, 2023, unit)
    expect(overview.map(({ aspect, heading, text }) => [aspect, heading, text])).toEqual([
      ['proactive', '主动公开', ''],
      ['onRequest', '依申请公开', ''],
      ['management', '政府信息管理', ''],
      ['platform', '政府信息公开平台建设', ''],
      ['supervision', '监督保障', ''],
    ])
    expect(improvement.map(({ aspect, heading }) => [aspect, heading])).toEqual([
      ['problems', ''],
      ['measures', ''],
    ])
    expect(other.map(({ aspect, heading }) => [aspect, heading])).toEqual([['fee', '']])
  })

  test('proposes title and preface, and can be saved at once', () => {
    const typed = blankReport(format, 2023, unit)
    expect(typed.title).toBe('示例市数据管理局2023年政府信息公开工作年度报告')
    expect(typed.preface).toContain('2023年1月1日')
    for (const one of [typed, blankReport(format, 2023, blankUnit)])
      expect(reportSchema(format, 'draft').safeParse(toExchange(reportOf(format, one))).error).toBeUndefined()
  })

  test('is not final', () => {
    const report = toExchange(reportOf(format, blankReport(format, 2023, unit)))
    expect(reportSchema(format, 'final').safeParse(report).success).toBe(false)
  })

  test('takes over what the unit had, and changes nothing of last year’s', () => {
    const typed = blankReport(format, 2023, unit)
    expect([typed.agency, typed.headings, typed.signature]).toEqual([unit.agency, 'runIn', unit.signature])
    typed.agency.name = '别的局'
    typed.signature.name = '别的'
    expect([unit.agency.name, unit.signature.name]).toEqual(['示例市数据管理局', '办公室'])
  })

  test('has ids of 128 random bits, each its own', () => {
    const typed = [blankReport(format, 2023, unit), blankReport(format, 2023, unit)]
    const ids = typed.flatMap(({ id, overview, improvement, other }) => [
      id,
      ...[...overview, ...improvement, ...other].map((part) => part.id),
    ])
    expect(ids).toHaveLength(18)
    expect(new Set(ids).size).toBe(18)
    for (const id of ids) expect(id).toMatch(/^r[0-9a-f]{32}$/)
  })
})

describe('a unit', () => {
  test('is the same when its trimmed NFKC name is', () => {
    expect(unitKey(' 示例市数据管理局（本级）\u3000')).toBe(unitKey('示例市数据管理局(本级)'))
    expect(unitKey('第１中学')).toBe(unitKey('第1中学'))
    expect(unitKey('沭阳县')).not.toBe(unitKey('沐阳县'))
  })
})
