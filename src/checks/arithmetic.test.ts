import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { format2019 } from '../format/2019'
import { format2021 } from '../format/2021'
import { formats, type Format } from '../format'
import type { Figure } from '../report/amount'
import { blankReport, blankUnit } from '../report/blank'
import { cellsOf, enteredCells, type Cell } from '../report/cells'
import { mapCells } from '../report/reading'
import { formulas } from '../report/totals'
import type { TypedReport } from '../report/report'
import type { Finding } from './rule'
import { check, subjectOf } from './run'

type Texts = ReadonlyMap<string, string>

/** A report with these figures; every other cell holds `rest`. */
const report = (format: Format, texts: Texts, rest = '0'): TypedReport => ({
  ...blankReport(format, format.years.from, blankUnit),
  cells: mapCells(format, ({ at }) => texts.get(at) ?? rest),
})

const findings = (
  rule: string,
  texts: Record<string, string>,
  stated?: Record<string, Figure | null>,
  rest?: string,
): readonly Finding[] => {
  const typed = report(format2021, new Map(Object.entries(texts)), rest)
  return check(subjectOf(format2021, typed, stated && new Map(Object.entries(stated)))).filter(
    (finding) => finding.rule === rule,
  )
}

const failed = (found: readonly Finding[]): readonly Finding[] => found.filter(({ result }) => result === 'fail')

const sums: ReadonlySet<string> = new Set(['C2', 'D1', 'D2', 'D3', 'E1'])

const isOfSums = ({ rule }: Finding): boolean => sums.has(rule)

const columns = ['natural', 'business', 'research', 'charity', 'legalService', 'other']

describe('D3: in each column, 一 and 二 are 三 and 四', () => {
  test('a column that does not balance is told with both sides and the difference', () => {
    const uneven = {
      'requests.received.business': '21',
      'requests.carriedIn.business': '1',
      'requests.granted.business': '20',
      'requests.notHeld.business': '1',
      'requests.carriedOut.business': '3',
    }
    const [{ cures = [], ...found } = {}] = failed(findings('D3', uneven))
    expect(cures.length).toBeGreaterThan(0)
    expect(found).toEqual({
      rule: 'D3',
      severity: 'error',
      section: 'requests',
      result: 'fail',
      at: [
        'requests.received.business',
        'requests.carriedIn.business',
        'requests.total.business',
        'requests.carriedOut.business',
      ],
      message: '商业企业一列不平，差 −2：新收 21＋结转 1＝22，办理 21＋结转下年 3＝24',
      difference: '−2',
      sides: [
        {
          label:
            '一、本年新收政府信息公开申请数量 法人或其他组织 商业企业＋二、上年结转政府信息公开申请数量 法人或其他组织 商业企业',
          value: '22',
          at: ['requests.received.business', 'requests.carriedIn.business'],
        },
        {
          label:
            '三、本年度办理结果 （七）总计 法人或其他组织 商业企业＋四、结转下年度继续办理 法人或其他组织 商业企业',
          value: '24',
          at: ['requests.total.business', 'requests.carriedOut.business'],
        },
      ],
    })
  })

  test('the column of totals has a fault of its own', () => {
    const found = failed(findings('D3', { 'requests.received.natural': '41', 'requests.granted.natural': '40' }))
    expect(found.map(({ message }) => message)).toEqual([
      '自然人一列不平，差 +1：新收 41＋结转 0＝41，办理 40＋结转下年 0＝40',
      '总计一列不平，差 +1：新收 41＋结转 0＝41，办理 40＋结转下年 0＝40',
    ])
  })

  test('two columns off by the same, one up and one down, leave the totals even', () => {
    const found = failed(findings('D3', { 'requests.received.natural': '3', 'requests.granted.charity': '3' }))
    expect(found.map(({ at: [first] }) => first)).toEqual(['requests.received.natural', 'requests.received.charity'])
    expect(found.map(({ difference }) => difference)).toEqual(['+3', '−3'])
  })

  test('while a cell of the column is blank, its check and that of the totals are open', () => {
    const found = findings('D3', {
      'requests.received.natural': '9',
      'requests.repeated.natural': '',
    })
    const blank = found.filter(({ result }) => result === 'open')
    expect(blank.map(({ message }) => message)).toEqual([
      '“自然人”还没有填完，填完后才能核对',
      '“总计”还没有填完，填完后才能核对',
    ])
    expect(failed(found)).toEqual([])
  })

  test('a figure that cannot be read leaves the check open, never counted as 0', () => {
    const found = findings('D3', { 'requests.granted.natural': '无' })
    expect(found.map(({ result }) => result)).toEqual(['open', 'pass', 'pass', 'pass', 'pass', 'pass', 'open'])
  })
})

/** Any table three that balances in each column: what was received is what the rest makes it. */
const balanced = (format: Format): fc.Arbitrary<Map<string, number>> => {
  const cells = enteredCells(format, 'requests')
  return fc.array(fc.nat({ max: 900_000 }), { minLength: cells.length, maxLength: cells.length }).map((counts) => {
    const figures = new Map(cells.map(({ at }, index) => [at, counts[index] ?? 0]))
    for (const column of columns) {
      const sum = (belongs: (cell: Cell) => boolean): number =>
        cells
          .filter((cell) => cell.column === column && belongs(cell))
          .reduce((total, { at }) => total + (figures.get(at) ?? 0), 0)
      const handled = sum(({ row }) => row !== 'received' && row !== 'carriedIn')
      const carriedIn = Math.min(figures.get(`requests.carriedIn.${column}`) ?? 0, handled)
      figures.set(`requests.carriedIn.${column}`, carriedIn)
      figures.set(`requests.received.${column}`, handled - carriedIn)
    }
    return figures
  })
}

const textsOf = (figures: ReadonlyMap<string, number>): Texts =>
  new Map([...figures].map(([at, figure]) => [at, String(figure)]))

const faultsIn = (format: Format, texts: Texts) =>
  failed(check(subjectOf(format, report(format, texts)))).filter(isOfSums)

describe.each(formats.map((format) => [format.id, format] as const))('in the format of %s', (_, format) => {
  test('no table three that balances is faulted', () => {
    fc.assert(
      fc.property(balanced(format), (figures) => {
        expect(faultsIn(format, textsOf(figures))).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  test('one cell altered faults its column and the totals by just as much, and nothing else', () => {
    const altered = balanced(format).chain((figures) =>
      fc
        .tuple(fc.constantFrom(...enteredCells(format, 'requests')), fc.integer({ min: 1, max: 999 }), fc.boolean())
        .map(([cell, size, up]) => {
          const before = figures.get(cell.at) ?? 0
          const by = up || before < size ? size : -size
          return { figures: new Map([...figures, [cell.at, before + by] as const]), cell, by }
        }),
    )
    fc.assert(
      fc.property(altered, ({ figures, cell, by }) => {
        const found = faultsIn(format, textsOf(figures))
        const difference = cell.row === 'received' || cell.row === 'carriedIn' ? by : -by
        const shown = difference > 0 ? `+${difference}` : `−${-difference}`
        expect(found.map((finding) => [finding.rule, finding.at[0], finding.difference])).toEqual([
          ['D3', `requests.received.${cell.column}`, shown],
          ['D3', 'requests.received.total', shown],
        ])
      }),
      { numRuns: 40 },
    )
  })
})

describe('C2: no more documents made than are in force', () => {
  const issued = (made: string, inForce: string) =>
    findings('C2', { 'issued.normative.issued': made, 'issued.normative.inForce': inForce })

  test('more made than in force is a warning with both figures', () => {
    expect(failed(issued('12', '9'))).toEqual([
      expect.objectContaining({
        severity: 'warning',
        section: 'disclosure',
        message: '行政规范性文件：本年制发 12 件多于现行有效 9 件，差 +3',
        at: ['issued.normative.issued', 'issued.normative.inForce'],
        difference: '+3',
      }),
    ])
  })

  test('as many or fewer are right', () => {
    expect(failed(issued('9', '9'))).toEqual([])
    expect(failed(issued('0', '9'))).toEqual([])
  })

  test('is open while either is blank', () => {
    expect(issued('9', '').map(({ result }) => result)).toEqual(['pass', 'open'])
  })
})

/** The computed cells that each rule answers for. */
const answersFor = (rule: string, format: Format): readonly string[] => {
  const cells = cellsOf(format)
  return formulas(format)
    .map(({ at }) => at)
    .filter((at) => {
      const { block = '', row = '' } = cells.get(at) ?? {}
      return rule === 'E1' ? block === 'disputes' : block === 'requests' && (row === 'total') === (rule === 'D2')
    })
}

describe('D1, D2 and E1: a total as a source printed it', () => {
  const row = { 'requests.granted.natural': '38', 'requests.granted.business': '12' }

  test.each([
    ['D1', 24],
    ['D2', 7],
    ['E1', 3],
  ])('%s looks at %i totals, each once', (rule, count) => {
    expect(findings(rule, {}).map(({ at: [first] }) => first)).toEqual(answersFor(rule, format2021))
    expect(answersFor(rule, format2021)).toHaveLength(count)
  })

  test('D1: a row’s total that differs is told with its sum and leads to the row', () => {
    const found = failed(findings('D1', row, { 'requests.granted.total': 51 }))
    const parts = columns.map((column) => `requests.granted.${column}`)
    expect(found).toEqual([
      {
        rule: 'D1',
        severity: 'error',
        section: 'requests',
        result: 'fail',
        at: ['requests.granted.total', ...parts],
        message: '“三、本年度办理结果 （一）予以公开 总计”写的是 51，各项相加是 50，差 +1，请核对各项，总计由程序计算',
        difference: '+1',
        sides: [
          { label: '写的总计', value: '51', at: ['requests.granted.total'] },
          { label: '各项之和', value: '50', at: parts },
        ],
      },
    ])
    expect(failed(findings('D2', row, { 'requests.granted.total': 51 }))).toEqual([])
  })

  test('D2: a column’s （七）总计 that differs', () => {
    const found = failed(findings('D2', row, { 'requests.total.natural': 37, 'requests.total.total': 50 }))
    expect(found.map(({ at: [first], difference }) => [first, difference])).toEqual([['requests.total.natural', '−1']])
    expect(found[0]?.at).toHaveLength(1 + 21)
  })

  test('E1: each of the three totals of table four', () => {
    const stated = {
      'disputes.cases.reviewTotal': 1,
      'disputes.cases.directTotal': 3,
      'disputes.cases.afterReviewTotal': 2,
    }
    const cases = {
      'disputes.cases.reviewUpheld': '1',
      'disputes.cases.directOther': '2',
      'disputes.cases.afterReviewPending': '3',
    }
    const found = failed(findings('E1', cases, stated))
    expect(found.map(({ at: [first], difference, section }) => [first, difference, section])).toEqual([
      ['disputes.cases.directTotal', '+1', 'disputes'],
      ['disputes.cases.afterReviewTotal', '−1', 'disputes'],
    ])
  })

  test('totals that agree, that are not printed or not asked for pass', () => {
    const all = { 'requests.granted.total': 50, 'requests.total.natural': 38, 'requests.received.total': null }
    for (const rule of ['D1', 'D2', 'E1'])
      for (const stated of [all, {}, undefined])
        expect(findings(rule, row, stated).every(({ result }) => result === 'pass')).toBe(true)
  })

  test('a total is open while a part of it is blank, also where one was printed', () => {
    const cells = { ...row, 'requests.granted.other': '' }
    const open = (stated: Record<string, Figure | null>) =>
      findings('D1', cells, stated).filter(({ result }) => result !== 'pass')
    expect(open({}).map(({ result, at, message }) => [result, at[0], message])).toEqual([
      ['open', 'requests.granted.total', '“三、本年度办理结果 （一）予以公开 总计”还缺 1 个数，填完后才能核对'],
    ])
    const [printed] = open({ 'requests.granted.total': 50 })
    expect(printed?.result).toBe('open')
    expect(printed?.message).toContain('写的是 50')
    expect(printed?.at[0]).toBe('requests.granted.total')
  })

  test('nothing is judged of a blank report', () => {
    for (const rule of ['D1', 'D2', 'E1'])
      expect(new Set(findings(rule, {}, {}, '').map(({ result }) => result))).toEqual(new Set(['open']))
  })

  test('a wrong total anywhere is told by its own rule alone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.nat(),
        fc.integer({ min: 1, max: 50 }),
        (format: Format, pick: number, by: number) => {
          const all = formulas(format)
          const { at } = all[pick % all.length]!
          const subject = subjectOf(format, report(format, new Map()), new Map([[at, by]]))
          const found = failed(check(subject)).filter(isOfSums)
          expect(found.map((finding) => [finding.rule, finding.at[0], finding.difference])).toEqual([
            [['D1', 'D2', 'E1'].find((rule) => answersFor(rule, format).includes(at)), at, `+${by}`],
          ])
        },
      ),
      { numRuns: 60 },
    )
  })

  test('the format of 2019 has the same totals but two rows fewer', () => {
    expect(answersFor('D1', format2019)).toHaveLength(22)
  })
})
