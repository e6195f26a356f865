import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatForYear } from '../format'
import type { Axis, Format, Table } from '../format'
import { lines, margin, pathLabel, places, summed } from './axis'
import { allTables, cellsOf, enteredCells } from './cells'

const format = formatForYear(2023)!

describe('a cell is found by the law’s own words', () => {
  test.each([
    ['requests.received.natural', '一、本年新收政府信息公开申请数量 自然人'],
    [
      'requests.partlyGranted.total',
      '三、本年度办理结果 （二）部分公开（区分处理的，只计这一情形，不计其他情形） 总计',
    ],
    ['requests.other.other', '三、本年度办理结果 （六）其他处理 3.其他 法人或其他组织 其他'],
    ['issued.normative.inForce', '行政规范性文件 现行有效件数'],
    ['fees.charges.amount', '行政事业性收费 本年收费金额（单位：万元）'],
    ['disputes.cases.afterReviewTotal', '行政诉讼 复议后起诉 总计'],
    ['handlingFee.billed', '收费总金额（元）'],
  ])('%s is “%s”', (at, label) => {
    expect(cellsOf(format).get(at)?.label).toBe(label)
  })

  test('and no two cells of a table have the same name', () => {
    for (const { id } of allTables(format)) {
      const labels = [...cellsOf(format).values()].filter(({ block }) => block === id).map(({ label }) => label)
      expect(new Set(labels).size, id).toBe(labels.length)
    }
  })

  test('and no name has two spaces, or one at an end', () => {
    const odd = [...cellsOf(format).values()].filter(({ label }) => label !== label.trim() || /\s\s/.test(label))
    expect(odd).toEqual([])
  })
})

describe('the cells of a report on 2023', () => {
  test('are 170 to fill and 34 to compute, each with its own address', () => {
    expect(enteredCells(format).length).toBe(6 + 1 + 2 + 1 + 144 + 12 + 4)
    expect(cellsOf(format).size).toBe(170 + 31 + 3)
    for (const [at, cell] of cellsOf(format)) expect(cell.at).toBe(at)
  })

  test('are read in the order of the paper: along a row, then down', () => {
    const requests = enteredCells(format, 'requests').map(({ at }) => at)
    expect(requests.slice(0, 7)).toEqual([
      'requests.received.natural',
      'requests.received.business',
      'requests.received.research',
      'requests.received.charity',
      'requests.received.legalService',
      'requests.received.other',
      'requests.carriedIn.natural',
    ])
    expect(requests[requests.length - 1]).toBe('requests.carriedOut.other')
  })

  test('hold money in 万元 in section two and in 元 in section six, and counts elsewhere', () => {
    const money = [...cellsOf(format).values()].filter(({ unit }) => unit !== 'count')
    expect(money.map(({ at, unit }) => [at, unit])).toEqual([
      ['fees.charges.amount', 'wanYuan'],
      ['handlingFee.billed', 'yuan'],
      ['handlingFee.collected', 'yuan'],
    ])
  })

  test('of 2019 let 本年增/减 be negative', () => {
    const cells = cellsOf(formatForYear(2019)!)
    expect(cells.get('licensing.licences.itemsChange')?.unit).toBe('change')
    expect(cells.get('procurement.procurement.amount')?.unit).toBe('money')
  })
})

test('a row’s unit goes before its column’s', () => {
  const block: Table = {
    kind: 'table',
    id: 'made',
    label: '甲',
    rows: [
      { id: 'a', label: '甲', unit: 'yuan' },
      { id: 'b', label: '乙' },
    ],
    columns: [{ id: 'c', label: '丙', unit: 'change' }],
  }
  const made: Format = { ...format, sections: [{ id: 'made', title: '一、甲', blocks: [block] }] }
  expect([...cellsOf(made).values()].map(({ at, unit }) => [at, unit])).toEqual([
    ['made.a.c', 'yuan'],
    ['made.b.c', 'change'],
  ])
})

const axis: Axis = [
  { id: 'a', label: '甲' },
  {
    id: 'h',
    label: '乙',
    lines: [
      { id: 'b', label: '丙' },
      { id: 'k', label: '', lines: [{ id: 'c', label: '丁' }] },
      { id: 't', label: '计', sum: ['b', 'k'] },
    ],
  },
]

describe('an axis', () => {
  test('gives its lines in order, with their headings, without empty labels', () => {
    expect(places(axis).map(pathLabel)).toEqual(['甲', '乙 丙', '乙 丁', '乙 计'])
    expect(lines(axis).map(({ id }) => id)).toEqual(['a', 'b', 'c', 't'])
  })

  test('reads a heading in a sum as its entered lines, never as a computed one', () => {
    expect(summed(axis, ['a', 'h'])).toEqual(['a', 'b', 'c'])
    expect(summed(axis, ['t'])).toEqual([])
  })

  test('lays out the merged head: a line reaches down, a heading over its lines', () => {
    expect(margin(axis)).toEqual({
      levels: 3,
      cells: [
        { id: 'a', label: '甲', isLine: true, line: 0, level: 0, lines: 1, levels: 3 },
        { id: 'h', label: '乙', isLine: false, line: 1, level: 0, lines: 3, levels: 1 },
        { id: 'b', label: '丙', isLine: true, line: 1, level: 1, lines: 1, levels: 2 },
        { id: 'k', label: '', isLine: false, line: 2, level: 1, lines: 1, levels: 1 },
        { id: 'c', label: '丁', isLine: true, line: 2, level: 2, lines: 1, levels: 1 },
        { id: 't', label: '计', isLine: true, line: 3, level: 1, lines: 1, levels: 2 },
      ],
    })
  })

  test('tiles without gap or overlap however its headings nest', () => {
    const { axis: nested } = fc.letrec<{ node: Axis[number]; axis: Axis }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.record({ id: fc.uuid(), label: fc.string() }),
        fc.record({ id: fc.uuid(), label: fc.string(), lines: tie('axis') }),
      ),
      axis: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
    }))
    fc.assert(
      fc.property(nested, (made) => {
        const { levels, cells } = margin(made)
        const squares = cells.flatMap((cell) =>
          Array.from({ length: cell.lines * cell.levels }, (_, index) => {
            const line = cell.line + (index % cell.lines)
            return `${line}/${cell.level + Math.floor(index / cell.lines)}`
          }),
        )
        expect(squares.length).toBe(lines(made).length * levels)
        expect(new Set(squares).size).toBe(squares.length)
      }),
    )
  })
})
