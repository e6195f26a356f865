import { describe, expect, test } from 'vitest'
import { format2019 } from '../format/2019'
import { format2021 } from '../format/2021'
import { formats, type Format } from '../format'
import { blankReport, blankUnit } from '../report/blank'
import { cellsOf, enteredCells } from '../report/cells'
import { exampleFigures } from '../report/example-figures'
import { exampleReport } from '../report/example'
import { proposals } from '../report/proposals'
import { mapCells, mapFees } from '../report/reading'
import type { Part, TypedReport } from '../report/report'
import type { Finding } from './rule'
import { check, faultsOf, isDraft, rulesFor, sectionOf, subjectOf } from './run'

const findingsOf = (format: Format, typed: TypedReport): readonly Finding[] => check(subjectOf(format, typed))

/** The example in the format of 2019, where （六）其他处理 is one row, on a year of that format. */
const example2019 = (): TypedReport => {
  const typed = { ...exampleReport(format2019), year: 2020 }
  const handled = (column: string): number =>
    ['notCorrected', 'feeUnpaid', 'other'].reduce(
      (sum, row) => sum + Number(exampleFigures.get(`requests.${row}.${column}`) ?? 0),
      0,
    )
  return {
    ...typed,
    title: proposals(format2019, typed).title,
    cells: mapCells(format2019, ({ at, row, column }) =>
      row === 'otherHandling' ? String(handled(column)) : (exampleFigures.get(at) ?? '0'),
    ),
  }
}

describe('a correct report', () => {
  test.each([
    ['2021', format2021, exampleReport(format2021)],
    ['2019', format2019, example2019()],
  ] as const)('in the format of %s is found right by every rule', (_, format, typed) => {
    const found = findingsOf(format, typed)
    expect(found.filter(({ result }) => result !== 'pass')).toEqual([])
    expect(faultsOf(found)).toEqual([])
    expect(isDraft(found)).toBe(false)
    expect(new Set(found.map(({ rule }) => rule)).size).toBe(format === format2021 ? 11 : 9)
  })

  test('is right for every kind of unit, with and without rules of its own', () => {
    const typed = exampleReport(format2021)
    for (const kind of ['government', 'department', 'township', 'subdistrict', 'other'])
      for (const rulemaking of [true, false]) {
        const found = findingsOf(format2021, { ...typed, agency: { ...typed.agency, kind, rulemaking } })
        expect(found.filter(({ result }) => result !== 'pass')).toEqual([])
      }
  })

  test('is right when nothing at all happened that year', () => {
    const typed = exampleReport(format2021)
    const zero = { cells: mapCells(format2021, () => '0'), handlingFee: mapFees(format2021, () => '0') }
    const found = findingsOf(format2021, { ...typed, ...zero })
    expect(found.filter(({ result }) => result !== 'pass')).toEqual([])
  })
})

describe('a report just begun', () => {
  test.each(formats.map((format) => [format.id, format] as const))(
    'in the format of %s is unfinished, never wrong',
    (_, format) => {
      const named = { ...blankUnit, agency: { ...blankUnit.agency, name: '示例市数据管理局', kind: 'department' } }
      for (const unit of [blankUnit, named]) {
        const found = findingsOf(format, blankReport(format, format.years.from, unit))
        expect(found.filter(({ result }) => result === 'fail')).toEqual([])
        expect(found.filter(({ result }) => result === 'open').length).toBeGreaterThan(0)
        expect(isDraft(found)).toBe(true)
      }
    },
  )
})

describe('the rules', () => {
  test('stand in the order of the catalogue, each once', () => {
    const ids = (format: Format) => rulesFor(format).map(({ id }) => id)
    expect(ids(format2021)).toEqual(['A1', 'A2', 'A14', 'A16', 'B1', 'B3', 'C2', 'D1', 'D2', 'D3', 'E1'])
    expect(ids(format2019)).toEqual(['A1', 'A2', 'A14', 'A16', 'B1', 'B3', 'D1', 'D2', 'D3', 'E1'])
  })

  test('are as grave as the catalogue says', () => {
    for (const { id, severity } of rulesFor(format2021)) expect(severity, id).toBe(id === 'C2' ? 'warning' : 'error')
  })

  test('say in Chinese what must hold and on what basis', () => {
    for (const { holds, basis } of rulesFor(format2021)) {
      expect(holds).toMatch(/^\p{Script=Han}[^a-zA-Z]+$/u)
      expect(basis).toMatch(/^[^a-zA-Z]+$/)
    }
  })

  test('give their findings in that order, with rule, severity and place', () => {
    const order = rulesFor(format2021).map(({ id }) => id)
    const found = findingsOf(format2021, blankReport(format2021, 2023, blankUnit))
    const steps = found.map(({ rule }) => order.indexOf(rule))
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    for (const { rule, severity, section, at } of found) {
      expect(severity).toBe(rulesFor(format2021).find(({ id }) => id === rule)?.severity)
      expect(section).toBe(sectionOf(format2021, at[0] ?? ''))
    }
  })

  test('change nothing in what they judge', () => {
    const typed = exampleReport(format2021)
    const before = JSON.stringify(typed)
    findingsOf(format2021, typed)
    expect(JSON.stringify(typed)).toBe(before)
  })
})

describe('every message', () => {
  const wrong = (format: Format): TypedReport => {
    const typed = exampleReport(format)
    const part = (aspect: string | null, text: string): Part => ({ id: `p${aspect}`, aspect, heading: '', text })
    return {
      ...typed,
      title: '年报\n年报\n年报',
      signedOn: '去年冬天',
      cells: mapCells(format, ({ at, unit }) =>
        at === 'requests.received.natural'
          ? '3'
          : at.startsWith('issued.')
            ? at.endsWith('inForce')
              ? '1'
              : '2'
            : unit === 'count'
              ? '0'
              : '没有',
      ),
      overview: [part('proactive', '一、总体情况\n公开12条。'), part(null, '')],
      improvement: [part('problems', '无')],
      other: [part('fee', '没有')],
    }
  }

  test('is a Chinese sentence without ids or foreign words, and leads somewhere', () => {
    const rules = new Set<string>()
    for (const format of formats) {
      const reports = [
        wrong(format),
        blankReport(format, format.years.from, blankUnit),
        { ...exampleReport(format), title: '', other: [], improvement: [] },
        { ...exampleReport(format), title: '示例市数据管理局1999年报' },
      ]
      const stated = new Map(
        [...cellsOf(format).values()].flatMap(({ at, computed }) => (computed ? [[at, 77]] : [])) as [string, number][],
      )
      const found = reports
        .flatMap((typed) => [subjectOf(format, typed), subjectOf(format, typed, stated)])
        .flatMap(check)
      for (const { rule, result, message, at } of found) {
        if (result === 'pass') continue
        rules.add(`${rule} ${result}`)
        expect(message).toMatch(/\p{Script=Han}{2}/u)
        expect(message, rule).not.toMatch(/[a-zA-Z{}]|undefined|null/)
        expect(message, rule).not.toMatch(/[,;!?]|！/)
        expect(at.length, message).toBeGreaterThan(0)
      }
    }
    expect([...rules].sort()).toEqual([
      'A1 fail',
      'A14 fail',
      'A14 open',
      'A16 fail',
      'A16 open',
      'A2 fail',
      'A2 open',
      'B1 open',
      'B3 fail',
      'C2 fail',
      'C2 open',
      'D1 fail',
      'D1 open',
      'D2 fail',
      'D2 open',
      'D3 fail',
      'D3 open',
      'E1 fail',
      'E1 open',
    ])
  })
})

describe('where a finding belongs', () => {
  test('every cell belongs to its section', () => {
    for (const format of formats)
      for (const { at, section } of cellsOf(format).values()) expect(sectionOf(format, at)).toBe(section)
    expect(sectionOf(format2021, 'handlingFee.paid')).toBe('other')
  })

  test.each([
    ['overview.r1', 'overview'],
    ['improvement', 'improvement'],
    ['improvement.r1', 'improvement'],
    ['other.r1', 'other'],
    ['title', 'basics'],
    ['agency.name', 'basics'],
    ['signedOn', 'basics'],
    ['year', 'basics'],
  ])('%s is in %s', (at, section) => expect(sectionOf(format2021, at)).toBe(section))
})

describe('what a report is judged on', () => {
  test('totals are the sums of what was typed, provisional while a part is blank', () => {
    const typed = exampleReport(format2021)
    const { valueAt } = subjectOf(format2021, typed)
    expect(valueAt('requests.received.total')).toEqual({ value: 115, missing: 0 })
    expect(valueAt('requests.received.natural')).toEqual({ value: 86, missing: 0 })
    expect(valueAt('fees.charges.amount')).toEqual({ value: '312.5', missing: 0 })
    const blank = subjectOf(format2021, blankReport(format2021, 2023, blankUnit))
    expect(blank.valueAt('requests.received.total')).toEqual({ value: null, missing: 6 })
    const [cell] = enteredCells(format2021)
    expect(blank.valueAt(cell?.at ?? '')).toEqual({ value: null, missing: 1 })
  })
})

describe('the list of faults', () => {
  const finding = (rule: string, severity: Finding['severity'], result: Finding['result']): Finding => ({
    rule,
    severity,
    result,
    section: 'requests',
    at: [],
    message: '',
  })

  test('holds what failed, gravest first, otherwise in the order given; notes are left out', () => {
    const all = [
      finding('w1', 'warning', 'fail'),
      finding('i1', 'info', 'fail'),
      finding('e1', 'error', 'fail'),
      finding('e2', 'error', 'open'),
      finding('w2', 'warning', 'fail'),
      finding('e3', 'error', 'unknown'),
      finding('e4', 'error', 'fail'),
      finding('e5', 'error', 'pass'),
    ]
    const before = [...all]
    expect(faultsOf(all).map(({ rule }) => rule)).toEqual(['e1', 'e4', 'w1', 'w2'])
    expect(all).toEqual(before)
  })

  test('a report is a draft while an error stands or something is open; warnings and notes do not keep it one', () => {
    expect(isDraft([finding('e', 'error', 'fail')])).toBe(true)
    expect(isDraft([finding('e', 'error', 'open')])).toBe(true)
    expect(
      isDraft([finding('e', 'error', 'pass'), finding('w', 'warning', 'fail'), finding('i', 'info', 'fail')]),
    ).toBe(false)
    expect(isDraft([])).toBe(false)
  })
})
