// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react'
import fc from 'fast-check'
import { useForm } from 'react-hook-form'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { gridOf, gridOfFigures } from '../editing/movement'
import { isSingle, type Range } from '../editing/range'
import { writeTsv } from '../editing/tsv'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { allFigures, allTables, cellsOf, enteredCells, type Address } from '../report/cells'
import type { TypedReport } from '../report/report'
import { totalsOf } from '../report/totals'
import { clearCells, copyCells, pasteCells, pasteFigures } from './clipboard'
import { createSession, type Session } from './session'
import { noReview } from '../review/review'

const format = format2021
const table = allTables(format).find(({ id }) => id === 'requests')!
const grid = gridOf(table)
const cells = cellsOf(format)
const entered = enteredCells(format).map(({ at }) => at)

const open = (): Session => {
  const typed = blankReport(format, 2023, blankUnit)
  const form = renderHook(() => useForm<TypedReport>({ defaultValues: typed })).result.current
  return createSession(
    format,
    form,
    { typed, filled: [], accepted: [], review: noReview, final: null },
    () => undefined,
  )
}

/** A clipboard as a browser hands it to a listener. */
const clipboard = (plain = '', html = ''): DataTransfer => {
  const data = new Map([
    ['text/plain', plain],
    ['text/html', html],
  ])
  return {
    getData: (type: string) => data.get(type) ?? '',
    setData: (type: string, text: string) => void data.set(type, text),
  } as unknown as DataTransfer
}

/** The cells of a range. */
const addressesAt = (range: Range): readonly Address[] =>
  grid.rows
    .slice(range.top, range.bottom + 1)
    .flatMap((_, down) =>
      grid.columns.slice(range.left, range.right + 1).map((__, right) => grid.at(range.top + down, range.left + right)),
    )

const rangeAt = (row: number, column: number, rows = 1, columns = 1) => ({
  top: row,
  left: column,
  bottom: Math.min(grid.rows.length, row + rows) - 1,
  right: Math.min(grid.columns.length, column + columns) - 1,
})

/** What is typed, and what then stands in the cell. */
const words: readonly (readonly [string, string])[] = [
  ['', ''],
  ['  ', ''],
  ['0', '0'],
  ['7', '7'],
  ['１２', '12'],
  ['1,120', '1120'],
  ['12件', '12'],
  ['无', '无'],
  ['3.5', '3.5'],
]
const readings = new Map(words)

/** What stands in a cell when it is left; money has no 件. */
const settled = (at: Address, text: string): string =>
  text === '12件' && /yuan/i.test(cells.get(at)?.unit ?? '') ? text : (readings.get(text) ?? '')

interface State {
  readonly texts: ReadonlyMap<Address, string>
  readonly filled: ReadonlySet<Address>
}

/** The simplest thing that could keep figures: all of them, at every step. */
class Model {
  private past: readonly State[] = []
  private future: readonly State[] = []
  now: State = { texts: new Map(), filled: new Set() }

  textAt(at: Address): string {
    return this.now.texts.get(at) ?? ''
  }

  put(changes: readonly (readonly [Address, string])[], isFill = false): void {
    const real = changes.filter(([at, text]) => text !== this.textAt(at))
    if (real.length === 0) return
    const filled = new Set(this.now.filled)
    for (const [at] of real)
      if (isFill) filled.add(at)
      else filled.delete(at)
    this.past = [...this.past, this.now]
    this.future = []
    this.now = { texts: new Map([...this.now.texts, ...real]), filled }
  }

  undo(): void {
    const state = this.past[this.past.length - 1]
    if (!state) return
    this.future = [this.now, ...this.future]
    this.past = this.past.slice(0, -1)
    this.now = state
  }

  redo(): void {
    const [state, ...rest] = this.future
    if (!state) return
    this.past = [...this.past, this.now]
    this.future = rest
    this.now = state
  }

  steps() {
    return { undo: this.past.length, redo: this.future.length }
  }
}

const word = fc.constantFrom(...words.map(([text]) => text))
const row = fc.nat({ max: grid.rows.length - 1 })
const column = fc.nat({ max: grid.columns.length - 1 })
const block = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 7 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(word, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )

const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('enter' as const), at: fc.constantFrom(...entered), text: word }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('paste' as const),
      row,
      column,
      block,
      rows: fc.integer({ min: 1, max: 3 }),
      columns: fc.integer({ min: 1, max: 7 }),
      agrees: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('clear' as const),
      row,
      column,
      rows: fc.integer({ min: 1, max: 25 }),
      columns: fc.integer({ min: 1, max: 7 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('fill' as const),
      block: fc.constantFrom('requests', 'issued', 'handlingFee'),
    }),
  },
  { weight: 4, arbitrary: fc.constantFrom({ kind: 'undo' as const }, { kind: 'redo' as const }) },
)

const isEntered = (at: Address): boolean => cells.get(at)?.computed === false

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('whatever is entered, pasted, filled, cleared, undone and redone', () => {
  test('the figures, their totals and what 其余填 0 filled are those of a simple model', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const session = open()
        const model = new Model()
        for (const one of acts) {
          if (one.kind === 'enter') {
            session.typing(one.at, one.text)
            session.leave(one.at)
            model.put([[one.at, settled(one.at, one.text)]])
          } else if (one.kind === 'paste') {
            const plain = writeTsv(one.block)
            const range = rangeAt(one.row, one.column, one.rows, one.columns)
            const isFill = plain !== '' && !isSingle(range) && !/[\t\r\n]/.test(plain.replace(/\r\n$/, ''))
            pasteCells(session, table, [table], range, clipboard(plain))
            const filling = addressesAt(range).map((at) => [at, settled(at, one.block[0]![0]!)] as const)
            const laid = one.block.flatMap((texts, down) =>
              texts.flatMap((text, right): readonly (readonly [Address, string])[] => {
                const isInside = one.row + down < grid.rows.length && one.column + right < grid.columns.length
                const at = grid.at(one.row + down, one.column + right)
                return isInside ? [[at, settled(at, text)]] : []
              }),
            )
            const changes = (isFill ? filling : laid).filter(([at]) => isEntered(at))
            const pending = session.pasting.get()
            const isOver = changes.some(([at, text]) => model.textAt(at) !== '' && model.textAt(at) !== text)
            if (isOver && (isFill || one.block.length > 1 || one.block[0]!.length > 1)) expect(pending).not.toBeNull()
            if (pending) {
              for (const [at] of changes) expect(session.textAt(at)).toBe(model.textAt(at))
              session.pasting.set(null)
              if (one.agrees) session.act({ act: 'paste', changes: pending.changes })
            }
            if (plain !== '' && (!pending || one.agrees)) model.put(changes)
          } else if (one.kind === 'clear') {
            const range = rangeAt(one.row, one.column, one.rows, one.columns)
            clearCells(session, grid, range)
            const inside = addressesAt(range).filter(isEntered)
            model.put(inside.map((at) => [at, '']))
          } else if (one.kind === 'fill') {
            session.fillRest([one.block])
            const blank = entered.filter((at) => at.startsWith(`${one.block}.`) && model.textAt(at) === '')
            const zeros = blank.map((at) => [at, '0'] as const)
            model.put(zeros, true)
          } else if (one.kind === 'undo') {
            session.undo()
            model.undo()
          } else {
            session.redo()
            model.redo()
          }
          for (const at of entered) expect(session.textAt(at), at).toBe(model.textAt(at))
          const isFigure = (at: Address): boolean =>
            /^\d+$/.test(model.textAt(at)) || (model.textAt(at) === '3.5' && /yuan/i.test(cells.get(at)?.unit ?? ''))
          for (const [at, total] of totalsOf(format, (at) => (isFigure(at) ? Number(model.textAt(at)) : null)))
            expect(session.ledger.valueAt(at), at).toEqual(total)
          expect([...session.content().filled].sort()).toEqual([...model.now.filled].sort())
          expect(session.undoable.get()).toEqual(model.steps())
        }
      }),
      { numRuns: 120 },
    )
  }, 60_000)
})

describe('copying and pasting within the table', () => {
  test('a copied block lands the same elsewhere, in one step', () => {
    const session = open()
    session.act({
      act: 'paste',
      changes: ['1', '2', '3'].map((after, index) => ({ at: grid.at(index, 0), before: '', after })),
    })
    const data = clipboard()
    copyCells(session, grid, rangeAt(0, 0, 3, 1), data)
    pasteCells(session, table, [table], rangeAt(6, 2), data)
    expect([6, 7, 8].map((at) => session.textAt(grid.at(at, 2)))).toEqual(['1', '2', '3'])
    expect(session.undoable.get()).toEqual({ undo: 2, redo: 0 })
    session.undo()
    expect([6, 7, 8].map((at) => session.textAt(grid.at(at, 2)))).toEqual(['', '', ''])
  })

  test('a refusal is told, and nothing changes', () => {
    const session = open()
    pasteCells(session, table, [table], rangeAt(0, 6), clipboard('12'))
    expect(session.notice.get()).toEqual({ message: '这里是自动计算的总计，不能粘贴。请选要填的格再粘贴。' })
    expect(session.undoable.get()).toEqual({ undo: 0, redo: 0 })
  })
})

describe('one value over a selected block, as in a spreadsheet', () => {
  const corner = rangeAt(1, 4, 2, 3)
  const textsOf = (session: Session): readonly string[] => addressesAt(corner).map(session.textAt)

  test('fills every entered cell, totals none, in one step', () => {
    const session = open()
    pasteCells(session, table, [table], corner, clipboard('7\r\n'))
    expect(session.pasting.get()).toBeNull()
    expect(textsOf(session)).toEqual(['7', '7', '', '7', '7', ''])
    session.undo()
    expect(textsOf(session)).toEqual(['', '', '', '', '', ''])
  })

  test('shows first which filled cells would change', () => {
    const session = open()
    session.act({ act: 'paste', changes: [{ at: grid.at(2, 4), before: '', after: '3' }] })
    pasteCells(session, table, [table], corner, clipboard('7'))
    expect(session.pasting.get()?.changes.map(({ before, after }) => [before, after])).toContainEqual(['3', '7'])
    expect(textsOf(session)).toEqual(['', '', '', '3', '', ''])
  })

  test('that is no figure is told once, with how many cells', () => {
    const session = open()
    pasteCells(session, table, [table], corner, clipboard('无'))
    expect(session.pasting.get()?.told.join()).toMatch(/没有数据请填 0.*,选中的另外 3 格也是这样。$/)
  })

  test('over totals alone is refused, and a list of figures is filled likewise', () => {
    const session = open()
    pasteCells(session, table, [table], rangeAt(0, 6, 3), clipboard('7'))
    expect(session.notice.get()?.message).toContain('自动计算的总计')
    const list = gridOfFigures(allFigures(format)[0]!)
    pasteFigures(session, list, { top: 1, left: 0, bottom: 2, right: 0 }, clipboard('0'))
    expect(list.rows.map((_, index) => session.textAt(list.at(index, 0)))).toEqual(['', '0', '0', ''])
  })
})
