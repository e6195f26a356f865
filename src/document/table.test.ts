import { describe, expect, test } from 'vitest'
import { formats, type Format, type Table as FormatTable } from '../format'
import { format2019 } from '../format/2019'
import { format2021 } from '../format/2021'
import { enteredCells } from '../report/cells'
import { exampleReport } from '../report/example'
import { reportOf } from '../report/reading'
import type { Report } from '../report/report'
import type { Block, Cell, Table } from './document'
import { documentOf } from './model'
import { tableOf } from './table'

const example = (format: Format = format2021): Report => reportOf(format, exampleReport(format))
const isTable = (block: Block): block is Table => block.kind === 'table'
const tables = (report: Report, format: Format = format2021): readonly Table[] =>
  documentOf(format, report, { draft: true }).sections.flatMap(({ blocks }) => blocks.filter(isTable))
const cellsIn = (report: Report): readonly Cell[] => tables(report).flatMap(({ rows }) => rows.flat())
const cellAt = (report: Report, address: string): Cell | undefined =>
  cellsIn(report).find((cell) => cell.address === address)

/** How often each grid position is covered, by row. */
const cover = ({ rows, widths }: Table): readonly (readonly number[])[] => {
  const grid = rows.map(() => widths.map(() => 0))
  rows.forEach((row, top) =>
    row.forEach(({ column, rowSpan, colSpan }) => {
      for (let down = 0; down < rowSpan; down += 1)
        for (let right = 0; right < colSpan; right += 1) {
          const line = grid[top + down]
          if (line?.[column + right] === undefined)
            throw new Error(`outside the grid: ${top + down}, ${column + right}`)
          line[column + right] = (line[column + right] ?? 0) + 1
        }
    }),
  )
  return grid
}

describe('the tables of the annex', () => {
  test.each(formats.map((format) => [format.id, format] as const))('tile their grids: %s', (_, format) => {
    const all = tables(example(format), format)
    expect(all).toHaveLength(3)
    for (const table of all) {
      expect(new Set(cover(table).flat())).toEqual(new Set([1]))
      for (const row of table.rows) {
        const columns = row.map(({ column }) => column)
        expect(columns).toEqual([...columns].sort((a, b) => a - b))
      }
    }
  })

  test('tile one grid when labels are merged in one of them only', () => {
    const line = { id: 'a', label: '甲' }
    const flat: FormatTable = { kind: 'table', id: 'flat', label: '', columns: [line], rows: [line] }
    const nested: FormatTable = { ...flat, id: 'nested', rows: [{ id: 'h', label: '乙', lines: [line, line] }] }
    const group = tableOf([flat, nested], example(), () => ({ text: '1', computed: false }))
    expect(group.labelColumns).toBe(2)
    expect(new Set(cover(group).flat())).toEqual(new Set([1]))
  })

  test('have the shapes of the 2021 format', () => {
    const shapes = tables(example()).map(({ id, rows, widths, headRows }) => [id, rows.length, widths.length, headRows])
    expect(shapes).toEqual([
      ['disclosure', 14, 4, 0],
      ['requests', 28, 10, 3],
      ['disputes', 4, 15, 3],
    ])
  })

  test('print every cell of the format once', () => {
    for (const format of formats) {
      const all = tables(example(format), format).flatMap(({ rows }) => rows.flat())
      const addresses = all.flatMap(({ address }) => (address === undefined ? [] : [address]))
      expect(new Set(addresses).size).toBe(addresses.length)
      const entered = enteredCells(format).filter(({ column }) => column !== '')
      for (const { at } of entered) expect(addresses).toContain(at)
    }
  })

  test('share one width where their columns differ in number', () => {
    const [group] = tables(example(format2019), format2019)
    expect(group?.widths).toEqual([2, 1, 1, 1, 1, 1, 1])
  })

  test('merge the results of table three as the annex does', () => {
    const results = cellsIn(example()).find(({ text }) => text.startsWith('三、'))
    expect(results).toMatchObject({ kind: 'label', column: 0, rowSpan: 22, colSpan: 1 })
    const corner = tables(example())[1]?.rows[0]?.[0]
    expect(corner).toMatchObject({ kind: 'corner', rowSpan: 3, colSpan: 3 })
    expect(tables(example())[1]?.rows[0]?.[1]).toMatchObject({ text: '申请人情况', colSpan: 7, rowSpan: 1 })
  })
})

test('notes stand below their table: those of cells by number, then the table’s own', () => {
  const report: Report = {
    ...example(),
    notes: { issued: '甲\n乙', fees: '注：丙' },
    cellNotes: { 'licensing.licences.decisions': '丁', 'issued.normative.inForce': '戊\n己' },
  }
  const [table] = tables(report)
  expect(table?.notes.map(({ mark, text }) => mark + text)).toEqual(['①戊', '己', '②丁', '注：甲', '乙', '注：丙'])
  expect(cellAt(report, 'issued.normative.inForce')?.mark).toBe('①')
  expect(cellAt(report, 'licensing.licences.decisions')?.mark).toBe('②')
})
