// @vitest-environment happy-dom
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { gridOf, type Key } from '../editing/movement'
import { format2021 } from '../format/2021'
import { allTables } from '../report/cells'
import { createSelection } from './selection'

const table = allTables(format2021).find(({ id }) => id === 'issued')!
const grid = gridOf(table)
const at = (row: number, column: number): string => grid.at(row, column)

const elementAt = (address: string): HTMLElement | null => document.querySelector(`[data-at="${address}"]`)

const selected = (): readonly (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[data-selected]')].map((element) => element.dataset['at'])

const key = (name: string, ctrl = false): Key => ({ key: name, shift: true, ctrl })

beforeEach(() => {
  document.body.innerHTML = grid.rows
    .flatMap((_, row) => grid.columns.map((__, column) => `<input data-at="${at(row, column)}">`))
    .join('')
})

describe('a selection', () => {
  test('that begins at a cell is that cell alone and marks nothing', () => {
    const selection = createSelection(grid, elementAt)
    expect([selection.range(), selection.isBlock()]).toEqual([null, false])
    selection.begin(at(1, 1))
    expect(selection.range()).toEqual({ top: 1, left: 1, bottom: 1, right: 1 })
    expect([selection.isBlock(), selected()]).toEqual([false, []])
  })

  test('reaches to any cell, and is the rectangle between', () => {
    const selection = createSelection(grid, elementAt)
    selection.begin(at(1, 1))
    selection.reach(at(0, 2))
    expect(selection.range()).toEqual({ top: 0, left: 1, bottom: 1, right: 2 })
    expect([selection.isBlock(), selected()]).toEqual([true, [at(0, 1), at(0, 2), at(1, 1), at(1, 2)]])
    selection.reach(at(1, 0))
    expect(selected()).toEqual([at(1, 0), at(1, 1)])
    selection.reach(at(1, 1))
    expect([selection.isBlock(), selected()]).toEqual([false, []])
  })

  test('reaches on by keys, stays at the edge, and other keys lead nowhere', () => {
    const selection = createSelection(grid, elementAt)
    expect(selection.extend(key('ArrowRight'))).toBeUndefined()
    selection.begin(at(0, 0))
    expect(selection.extend(key('ArrowRight'))).toBe(at(0, 1))
    expect(selection.extend(key('ArrowDown'))).toBe(at(1, 1))
    expect(selected()).toEqual([at(0, 0), at(0, 1), at(1, 0), at(1, 1)])
    expect(selection.extend(key('ArrowDown'))).toBe(at(1, 1))
    expect(selection.extend(key('End'))).toBe(at(1, 2))
    expect(selection.extend(key('Home', true))).toBe(at(0, 0))
    expect([selection.isBlock(), selected()]).toEqual([false, []])
    expect(selection.extend(key('F2'))).toBeUndefined()
    expect(selection.extend(key('a'))).toBeUndefined()
  })

  test('takes all, and gives it back to where it began', () => {
    const selection = createSelection(grid, elementAt)
    selection.begin(at(1, 2))
    selection.all()
    expect(selected()).toHaveLength(6)
    expect(selection.range()).toEqual({ top: 0, left: 0, bottom: 1, right: 2 })
    selection.clear()
    expect([selection.isBlock(), selected()]).toEqual([false, []])
    selection.begin(at(1, 2))
    selection.reach(at(0, 0))
    selection.clear()
    expect(selection.range()).toEqual({ top: 1, left: 2, bottom: 1, right: 2 })
  })

  test('begun anew forgets the block before', () => {
    const selection = createSelection(grid, elementAt)
    selection.all()
    selection.begin(at(0, 1))
    expect([selection.range(), selected()]).toEqual([{ top: 0, left: 1, bottom: 0, right: 1 }, []])
  })

  test('knows no cell of another table', () => {
    const selection = createSelection(grid, elementAt)
    selection.begin(at(0, 0))
    selection.reach('requests.granted.natural')
    expect(selection.isBlock()).toBe(false)
    selection.begin('requests.granted.natural')
    expect([selection.range(), selected()]).toEqual([null, []])
    expect(() => selection.clear()).not.toThrow()
  })

  test('whatever is pressed, dragged and cleared: what is marked is the block, and nothing else', () => {
    const address = fc.constantFrom(...grid.rows.flatMap((_, row) => grid.columns.map((__, column) => at(row, column))))
    const names = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End')
    const step = fc.oneof(
      fc.tuple(fc.constant('begin' as const), address),
      fc.tuple(fc.constant('reach' as const), address),
      fc.tuple(fc.constant('extend' as const), names),
      fc.tuple(fc.constantFrom('all' as const, 'clear' as const), fc.constant('')),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const selection = createSelection(grid, elementAt)
        for (const element of document.querySelectorAll('[data-selected]')) element.removeAttribute('data-selected')
        for (const [name, word] of steps) {
          if (name === 'begin') selection.begin(word)
          else if (name === 'reach') selection.reach(word)
          else if (name === 'extend') selection.extend(key(word))
          else if (name === 'all') selection.all()
          else selection.clear()
          const range = selection.range()
          const expected = grid.rows.flatMap((_, row) =>
            grid.columns.flatMap((__, column) =>
              range && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right
                ? [at(row, column)]
                : [],
            ),
          )
          expect(selected()).toEqual(selection.isBlock() ? expected : [])
          expect(selection.isBlock()).toBe(expected.length > 1)
        }
      }),
      { numRuns: 100 },
    )
  })
})
