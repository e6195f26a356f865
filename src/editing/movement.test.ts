import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { formats } from '../format'
import { allFigures, allTables, cellsOf, enteredCells } from '../report/cells'
import { gridOf, gridOfFigures, move, spotOf, type Grid, type Key } from './movement'

const tableOf = (id: string): Grid => gridOf(allTables(format2021).find((table) => table.id === id)!)
const requests = tableOf('requests')
const disputes = tableOf('disputes')
const issued = tableOf('issued')
const fees = gridOfFigures(allFigures(format2021)[0]!)

const press = (grid: Grid, at: string, key: string, modifiers: Partial<Key> = {}): string | undefined => {
  const spot = spotOf(grid, at)
  const next = spot && move(grid, spot, { key, shift: false, ctrl: false, ...modifiers })
  return next && grid.at(next.row, next.column)
}

/** Where one key leads again and again, until it leads no further. */
const walk = (grid: Grid, from: string, key: string, modifiers: Partial<Key> = {}): readonly string[] => {
  const next = press(grid, from, key, modifiers)
  return next === undefined || next === from ? [from] : [from, ...walk(grid, next, key, modifiers)]
}

const isComputed = (at: string): boolean => cellsOf(format2021).get(at)?.computed === true

const shift = { shift: true }
const ctrl = { ctrl: true }

describe('the arrows', () => {
  test('reach every cell of a row and of a column, the computed ones too', () => {
    const row = walk(requests, 'requests.granted.natural', 'ArrowRight')
    expect(row).toEqual(requests.columns.map(({ id }) => `requests.granted.${id}`))
    expect(row[row.length - 1]).toBe('requests.granted.total')
    const column = walk(requests, 'requests.received.natural', 'ArrowDown')
    expect(column).toEqual(requests.rows.map(({ id }) => `requests.${id}.natural`))
    expect(column).toContain('requests.total.natural')
  })

  test('lead back the way they came', () => {
    expect(walk(requests, 'requests.granted.total', 'ArrowLeft')).toHaveLength(7)
    expect(walk(requests, 'requests.carriedOut.total', 'ArrowUp')).toHaveLength(25)
  })

  test('stay at the edge', () => {
    expect(press(requests, 'requests.received.natural', 'ArrowUp')).toBe('requests.received.natural')
    expect(press(requests, 'requests.received.natural', 'ArrowLeft')).toBe('requests.received.natural')
    expect(press(requests, 'requests.carriedOut.total', 'ArrowDown')).toBe('requests.carriedOut.total')
    expect(press(requests, 'requests.carriedOut.total', 'ArrowRight')).toBe('requests.carriedOut.total')
  })
})

describe('Enter', () => {
  test('goes down a column past its （七）总计, Shift+Enter up again', () => {
    expect(press(requests, 'requests.other.natural', 'Enter')).toBe('requests.carriedOut.natural')
    expect(press(requests, 'requests.carriedOut.natural', 'Enter', shift)).toBe('requests.other.natural')
    const down = walk(requests, 'requests.received.charity', 'Enter')
    expect(down).toHaveLength(24)
    expect(down.filter(isComputed)).toEqual([])
    expect(walk(requests, 'requests.carriedOut.charity', 'Enter', shift)).toEqual([...down].reverse())
  })

  test('stays at the edge', () => {
    expect(press(requests, 'requests.carriedOut.natural', 'Enter')).toBe('requests.carriedOut.natural')
    expect(press(requests, 'requests.received.natural', 'Enter', shift)).toBe('requests.received.natural')
    expect(press(disputes, 'disputes.cases.directUpheld', 'Enter')).toBe('disputes.cases.directUpheld')
  })
})

describe('Home and End', () => {
  test('lead to the first and last figure of the row, not to its total', () => {
    expect(press(requests, 'requests.repeated.charity', 'Home')).toBe('requests.repeated.natural')
    expect(press(requests, 'requests.repeated.charity', 'End')).toBe('requests.repeated.other')
    expect(press(requests, 'requests.repeated.total', 'End')).toBe('requests.repeated.other')
    expect(press(disputes, 'disputes.cases.directOther', 'End')).toBe('disputes.cases.afterReviewPending')
  })

  test('with Ctrl to the first and last figure of the table', () => {
    expect(press(requests, 'requests.repeated.charity', 'Home', ctrl)).toBe('requests.received.natural')
    expect(press(requests, 'requests.repeated.charity', 'End', ctrl)).toBe('requests.carriedOut.other')
    expect(press(issued, 'issued.rules.repealed', 'End', ctrl)).toBe('issued.normative.inForce')
  })
})

describe('the fee figures', () => {
  test('stand one below the other', () => {
    const all = enteredCells(format2021, 'handlingFee').map(({ at }) => at)
    expect(walk(fees, 'handlingFee.notices', 'Enter')).toEqual(all)
    expect(walk(fees, 'handlingFee.notices', 'ArrowDown')).toEqual(all)
    expect(press(fees, 'handlingFee.paid', 'ArrowRight')).toBe('handlingFee.paid')
    expect(press(fees, 'handlingFee.paid', 'Home')).toBe('handlingFee.paid')
    expect(press(fees, 'handlingFee.paid', 'End', ctrl)).toBe('handlingFee.collected')
  })
})

test.each(['a', '5', 'Tab', 'Escape', 'Delete', 'F2', 'PageDown', 'enter'])('%s moves nothing', (key) => {
  expect(press(requests, 'requests.granted.natural', key)).toBeUndefined()
})

test('a cell of another table has no place in this one', () => {
  expect(spotOf(requests, 'issued.rules.issued')).toBeUndefined()
  expect(spotOf(requests, 'requests.granted')).toBeUndefined()
  expect(spotOf(requests, 'requests.refused.natural')).toBeUndefined()
  expect(spotOf(fees, 'requests.received.natural')).toBeUndefined()
  expect(spotOf(fees, 'fees.charges.amount')).toBeUndefined()
})

const grids = formats.flatMap((format) =>
  [...allTables(format).map(gridOf), ...allFigures(format).map(gridOfFigures)].map((grid) => ({ grid, format })),
)

const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', 'Home', 'End')

describe('in every table and list', () => {
  test('each place has its address and each address its place', () => {
    for (const { grid, format } of grids)
      grid.rows.forEach((line, row) =>
        grid.columns.forEach((across, column) => {
          const at = grid.at(row, column)
          expect(spotOf(grid, at)).toEqual({ row, column })
          expect(cellsOf(format).get(at)?.computed).toBe(line.computed || across.computed)
        }),
      )
    expect(
      grids.flatMap(({ grid }) =>
        grid.rows.flatMap((_, row) => grid.columns.map((_line, column) => grid.at(row, column))),
      ),
    ).toEqual(
      formats.flatMap((format) => [
        ...[...cellsOf(format).keys()].filter((at) => !at.startsWith('handlingFee.')),
        ...[...cellsOf(format).keys()].filter((at) => at.startsWith('handlingFee.')),
      ]),
    )
  })

  test('no key leaves it, and Enter, Home and End never end on a total that they could avoid', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...grids),
        fc.nat(),
        fc.nat(),
        fc.array(fc.record({ key: keys, shift: fc.boolean(), ctrl: fc.boolean() }), { minLength: 1, maxLength: 40 }),
        ({ grid }, firstRow, firstColumn, all) => {
          let spot = { row: firstRow % grid.rows.length, column: firstColumn % grid.columns.length }
          for (const one of all) {
            const next = move(grid, spot, one)!
            expect(grid.rows[next.row]).toBeDefined()
            expect(grid.columns[next.column]).toBeDefined()
            const steps = Math.abs(next.row - spot.row) + Math.abs(next.column - spot.column)
            if (one.key.startsWith('Arrow')) expect(steps).toBeLessThanOrEqual(1)
            if (one.key === 'Enter') {
              expect(next.column).toBe(spot.column)
              if (next.row !== spot.row) expect(grid.rows[next.row]?.computed).toBe(false)
            }
            if (one.key === 'Home' || one.key === 'End') {
              expect(grid.columns[next.column]?.computed).toBe(false)
              if (one.ctrl) expect(grid.rows[next.row]?.computed).toBe(false)
              else expect(next.row).toBe(spot.row)
            }
            spot = next
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
