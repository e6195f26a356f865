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
import { check, faultsOf, obstaclesOf, rulesFor, sectionOf, subjectOf } from './run'

const findingsOf = (format: Format, typed: TypedReport): readonly Finding[] => check(subjectOf(format, typed))

/** Not what passed, nor what only last year's report could tell, nor the numbers that F13 lists for a look. */
const isSaid = ({ rule, result, at }: Finding): boolean =>
  result !== 'pass' && !(result === 'unknown' && (at.length === 0 || rule === 'F13'))

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
    preface: proposals(format2019, typed).preface,
    signedOn: '2021-01-20',
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
    expect(findingsOf(format, typed).filter(isSaid)).toEqual([])
    expect(obstaclesOf(findingsOf(format, typed))).toEqual([])
  })

  test('is right for every kind of unit, with and without rules of its own', () => {
    const typed = exampleReport(format2021)
    for (const kind of ['government', 'department', 'township', 'subdistrict', 'other'])
      for (const rulemaking of [true, false]) {
        const found = findingsOf(format2021, { ...typed, agency: { ...typed.agency, kind, rulemaking } })
        expect(found.filter(isSaid)).toEqual([])
      }
  })

  test('is right when nothing at all happened that year', () => {
    const typed = exampleReport(format2021)
    const zero: TypedReport = {
      ...typed,
      cells: mapCells(format2021, () => '0'),
      handlingFee: mapFees(format2021, () => '0'),
      overview: typed.overview.map((part) =>
        part.aspect === 'onRequest'
          ? { ...part, text: '本年未收到政府信息公开申请，未发生因政府信息公开引起的行政复议、行政诉讼。' }
          : part.aspect === 'proactive'
            ? { ...part, text: '本局围绕公共数据开放主动公开信息，全年通过门户网站公开信息426条。' }
            : part,
      ),
      other: typed.other.map((part) => ({ ...part, text: '本年度未发出信息处理费收费通知，未收取信息处理费。' })),
    }
    const found = findingsOf(format2021, zero).filter(isSaid)
    // C5 only asks to look again at a table two without any decision.
    expect(found.filter(({ severity }) => severity !== 'info')).toEqual([])
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
        expect(obstaclesOf(found).length).toBeGreaterThan(0)
      }
    },
  )
})

describe('the rules', () => {
  const catalogue =
    'A1 A2 A3 A6 A7 A10 A11 A12 A13 A14 A16 A17 A18 A19 A20 A21 A22 B1 B3 B7 C1 C2 C3 C5 D1 D2 D3 D4 D6 D7 E1 E3 E5 F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 G1 G2 G3'

  test('stand in the order of the catalogue, each once', () => {
    const ids = (format: Format) => rulesFor(format).map(({ id }) => id)
    expect(ids(format2021)).toEqual(catalogue.split(' '))
    expect(ids(format2019)).toEqual(catalogue.split(' ').filter((id) => id !== 'C2'))
  })

  test('are as grave as the catalogue says', () => {
    const of = (severity: string) =>
      rulesFor(format2021)
        .filter((rule) => rule.severity === severity)
        .map(({ id }) => id)
        .join(' ')
    expect(of('error')).toBe('A1 A2 A3 A7 A10 A13 A14 A16 B1 B3 D1 D2 D3 E1 F1 F2 F3 F4 F5 F6 F9 F10')
    expect(of('warning')).toBe('A6 A11 A12 A17 A21 B7 C1 C2 C3 D4 D6 D7 E3 F7 F8 F11 F12 G1 G3')
    expect(of('info')).toBe('A18 A19 A20 A22 C5 E5 F13 F14 G2')
    const lesser = rulesFor(format2021).flatMap((rule) => (rule.lesser ? [`${rule.id} ${rule.lesser.severity}`] : []))
    expect(lesser).toEqual(['A7 warning', 'A10 warning', 'A13 warning', 'F6 warning'])
  })

  test('only the reading of words may be released by the clerk', () => {
    const released = rulesFor(format2021).flatMap(({ id, releasable }) => (releasable ? [id] : []))
    expect(released).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F10'])
  })

  test('each shows a fault and what is said of it', () => {
    for (const { id, example } of rulesFor(format2021)) {
      expect(example?.fault, id).toMatch(/\p{Script=Han}/u)
      expect(example?.message, id).toMatch(/\p{Script=Han}/u)
    }
  })

  test('say in Chinese what must hold and on what basis', () => {
    for (const { holds, basis } of rulesFor(format2021)) {
      expect(holds).toMatch(/^[“\p{Script=Han}][^a-zA-Z]+$/u)
      expect(basis).toMatch(/^[^a-zA-Z]+$/)
    }
  })

  test('give their findings in that order, with rule, severity and place', () => {
    const order = rulesFor(format2021).map(({ id }) => id)
    const found = findingsOf(format2021, blankReport(format2021, 2023, blankUnit))
    const steps = found.map(({ rule }) => order.indexOf(rule))
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    for (const { rule, severity, section, at } of found) {
      const own = rulesFor(format2021).find(({ id }) => id === rule)
      expect([own?.severity, own?.lesser?.severity]).toContain(severity)
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

  const older = new Set(['A1', 'A2', 'A14', 'A16', 'B1', 'B3', 'C2', 'D1', 'D2', 'D3', 'E1'])

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
        if (older.has(rule)) rules.add(`${rule} ${result}`)
        expect(message).toMatch(/\p{Script=Han}{2}/u)
        expect(message, rule).not.toMatch(/[a-zA-Z{}]|undefined|null/)
        expect(message, rule).not.toMatch(/[,;!?]|！/)
        if (result !== 'unknown') expect(at.length, message).toBeGreaterThan(0)
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
    ['notes.disputes', 'disputes'],
    ['notes.issued', 'disclosure'],
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

  test('errors, warnings and what is open stand against a final copy; notes and what passed do not', () => {
    const kinds = (all: readonly Finding[]) => obstaclesOf(all).map(({ rule }) => rule)
    expect(kinds([finding('e', 'error', 'fail')])).toEqual(['e'])
    expect(kinds([finding('w', 'warning', 'fail')])).toEqual(['w'])
    expect(kinds([finding('o', 'error', 'open')])).toEqual(['o'])
    expect(
      kinds([
        finding('e', 'error', 'pass'),
        finding('i', 'info', 'fail'),
        finding('u', 'error', 'unknown'),
        finding('w', 'warning', 'open'),
      ]),
    ).toEqual([])
  })
})
