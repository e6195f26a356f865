// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react'
import { useCallback, useState } from 'react'
import { useForm } from 'react-hook-form'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { format2021 } from '../format/2021'
import type { Table } from '../format'
import { blankReport, blankUnit } from '../report/blank'
import { allTables, cellsOf, enteredCells } from '../report/cells'
import { exampleReport } from '../report/example'
import type { TypedReport } from '../report/report'
import { createSession, type Session } from './session'
import { SessionContext } from './session-context'
import { TableEditor } from './TableEditor'
import { noReview } from '../review/review'

/** How often each component rendered (each call of its hook), and each output was painted, since the count began. */
const renders = vi.hoisted(() => new Map<string, number>())

vi.mock('./session-context', async (importOriginal) => {
  const real = await importOriginal<typeof import('./session-context')>()
  const count = (key: string): void => void renders.set(key, (renders.get(key) ?? 0) + 1)
  return {
    ...real,
    useSession: () => {
      count('session')
      return real.useSession()
    },
    useMark: (at: string) => {
      count(`cell ${at}`)
      return real.useMark(at)
    },
  }
})

vi.mock('./live', async (importOriginal) => {
  const real = await importOriginal<typeof import('./live')>()
  const count = (key: string): void => void renders.set(key, (renders.get(key) ?? 0) + 1)
  const nameOf = (key: string): string => (key.startsWith('D3.') ? `balance ${key}` : `total ${key}`)
  return {
    ...real,
    useLive: (...[key, shown]: Parameters<typeof real.useLive>) => {
      count(`render ${key}`)
      return real.useLive(
        key,
        useCallback(
          (...seen: Parameters<typeof shown>) => {
            count(nameOf(key))
            return shown(...seen)
          },
          [key, shown],
        ),
      )
    },
  }
})

const tables = allTables(format2021)
const requests = tables.find(({ id }) => id === 'requests')!

const sessions: Session[] = []

/** The session of the table on the desk. */
const session = (): Session => sessions[sessions.length - 1]!

const Desk = ({ typed, shown }: { readonly typed: TypedReport; readonly shown: readonly Table[] }) => {
  const form = useForm<TypedReport>({ defaultValues: typed })
  const [opened] = useState(() => {
    const made = createSession(
      format2021,
      form,
      { typed, filled: [], accepted: [], review: noReview, final: null },
      () => undefined,
    )
    sessions.push(made)
    return made
  })
  return (
    <SessionContext.Provider value={opened}>
      {shown.map((table) => (
        <TableEditor key={table.id} table={table} />
      ))}
    </SessionContext.Provider>
  )
}

const open = (typed: TypedReport, shown: readonly Table[] = [requests]) => render(<Desk typed={typed} shown={shown} />)
const openExample = () => open(exampleReport(format2021))
const openBlank = () => open(blankReport(format2021, 2023, blankUnit))

const cell = <T extends HTMLElement = HTMLInputElement>(at: string): T =>
  document.querySelector<T>(`[data-at="${at}"]`)!

const focused = (): string | undefined => (document.activeElement as HTMLElement | null)?.dataset['at']

const enter = (at: string): void => act(() => cell(at).focus())

const key = (name: string, init: KeyboardEventInit = {}): boolean => {
  let kept = true
  act(() => {
    kept = document.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init }),
    )
  })
  return kept
}

/** Writes into the cell that has the focus, as the browser does after a key. */
const write = (text: string, init: InputEventInit = {}): void =>
  act(() => {
    const input = document.activeElement as HTMLInputElement
    input.value = text
    input.dispatchEvent(new InputEvent('input', { bubbles: true, ...init }))
  })

const type = (at: string, text: string): void => {
  enter(at)
  write(text)
}

const balance = (column: string): string | null | undefined =>
  document.querySelector(`[aria-label="勾稽 ${column}"]`)?.textContent

beforeEach(() => renders.clear())
afterEach(cleanup)

describe('one key in one cell', () => {
  test('renders the three totals above it and the two balances, each once, and nothing else', () => {
    openExample()
    enter('requests.granted.business')
    renders.clear()
    write('8')
    expect(Object.fromEntries(renders)).toEqual({
      'total requests.granted.total': 1,
      'total requests.total.business': 1,
      'total requests.total.total': 1,
      'balance D3.requests.business': 1,
      'balance D3.requests.total': 1,
    })
  })

  test('in the first row renders its total and the two balances', () => {
    openExample()
    enter('requests.received.natural')
    renders.clear()
    write('8')
    expect(Object.fromEntries(renders)).toEqual({
      'total requests.received.total': 1,
      'balance D3.requests.natural': 1,
      'balance D3.requests.total': 1,
    })
  })

  test('in a table still blank renders its totals only: the balances stay unfinished', () => {
    openBlank()
    enter('requests.granted.business')
    renders.clear()
    write('8')
    expect([...renders.keys()].sort()).toEqual([
      'total requests.granted.total',
      'total requests.total.business',
      'total requests.total.total',
    ])
  })

  test('that leaves the figure as it was renders nothing', () => {
    openExample()
    enter('requests.granted.business')
    renders.clear()
    write('9')
    write('０9')
    expect(Object.fromEntries(renders)).toEqual({})
  })

  test('counts every cell of table three when it opens', () => {
    openExample()
    const cells = [...cellsOf(format2021).values()].filter(({ block }) => block === 'requests')
    for (const { at, computed } of cells)
      expect(renders.get(`${computed ? 'total' : 'cell'} ${at}`), at).toBeGreaterThan(0)
    expect(cells).toHaveLength(175)
  })
})

describe('going from cell to cell', () => {
  test('renders nothing', () => {
    openExample()
    enter('requests.received.natural')
    renders.clear()
    for (const name of ['ArrowRight', 'ArrowDown', 'Enter', 'End', 'ArrowRight']) key(name)
    expect(focused()).toBe('requests.granted.total')
    expect(Object.fromEntries(renders)).toEqual({})
  })

  test('leaving a cell renders that cell where its look changes: a zero is paler', () => {
    openExample()
    type('requests.granted.natural', '0')
    renders.clear()
    key('Enter')
    expect(Object.fromEntries(renders)).toEqual({ 'cell requests.granted.natural': 1, session: 1 })
    expect(cell('requests.granted.natural').dataset['mark']).toBe('zero')
  })

  test('Enter goes down past the total, arrows into it', () => {
    openExample()
    enter('requests.other.natural')
    key('Enter')
    expect(focused()).toBe('requests.carriedOut.natural')
    key('Enter', { shiftKey: true })
    expect(focused()).toBe('requests.other.natural')
    key('ArrowDown')
    expect(focused()).toBe('requests.total.natural')
    key('ArrowDown')
    expect(focused()).toBe('requests.carriedOut.natural')
  })

  test('a cell that is entered is selected whole', () => {
    openExample()
    enter('requests.received.natural')
    const { selectionStart, selectionEnd } = cell('requests.received.natural')
    expect([selectionStart, selectionEnd]).toEqual([0, 2])
  })

  test('Enter at the edge stays and takes the entry', () => {
    openBlank()
    type('requests.carriedOut.natural', '１２')
    key('Enter')
    expect(focused()).toBe('requests.carriedOut.natural')
    expect(cell('requests.carriedOut.natural').value).toBe('12')
    expect(session().undoable.get().undo).toBe(1)
  })

  test('keys pressed while words are being composed move nothing', () => {
    openBlank()
    enter('requests.received.natural')
    key('Enter', { isComposing: true })
    expect(focused()).toBe('requests.received.natural')
  })

  test('Tab, Ctrl+Enter and Alt with arrows are left to the page', () => {
    openBlank()
    enter('requests.received.natural')
    expect(key('Tab')).toBe(true)
    expect(key('Enter', { ctrlKey: true })).toBe(true)
    expect(key('ArrowDown', { altKey: true })).toBe(true)
    expect(focused()).toBe('requests.received.natural')
    expect(key('ArrowDown')).toBe(false)
  })
})

describe('typing', () => {
  test('stays as typed until the cell is left, then is written plainly', () => {
    openBlank()
    type('requests.received.natural', '1,120件')
    expect(cell('requests.received.natural').value).toBe('1,120件')
    expect(cell('requests.received.total').textContent).toBe('1120')
    key('Enter')
    expect(cell('requests.received.natural').value).toBe('1120')
  })

  test('nothing is read while words are being composed', () => {
    openBlank()
    enter('requests.received.natural')
    write('12', { isComposing: true })
    expect(cell('requests.received.total').textContent).toBe('')
    act(() => void document.activeElement!.dispatchEvent(new Event('compositionend', { bubbles: true })))
    expect(cell('requests.received.total').textContent).toBe('12')
  })

  test('a total shows nothing while all is blank, a provisional sum while some is, then the sum', () => {
    openBlank()
    const total = cell<HTMLOutputElement>('requests.received.total')
    expect([total.textContent, total.dataset['state']]).toEqual(['', 'empty'])
    type('requests.received.natural', '5')
    expect([total.textContent, total.dataset['state']]).toEqual(['5', 'provisional'])
    expect(total.title).toContain('5 格')
    for (const column of ['business', 'research', 'charity', 'legalService', 'other'])
      type(`requests.received.${column}`, '0')
    expect([total.textContent, total.dataset['state']]).toEqual(['5', 'sum'])
  })

  test('what is no figure stays visible and is marked when the cell is left; its total counts it as missing', () => {
    openExample()
    type('requests.received.natural', '无')
    expect(cell('requests.received.natural').getAttribute('aria-invalid')).toBeNull()
    key('Enter')
    expect(cell('requests.received.natural').value).toBe('无')
    expect(cell('requests.received.natural').getAttribute('aria-invalid')).toBe('true')
    expect(cell('requests.received.total').dataset['state']).toBe('provisional')
    expect(balance('自然人')).toBe('未填完')
  })

  test('the balance under a column tells the difference at each key', () => {
    openExample()
    expect(balance('总计')).toBe('平')
    type('requests.received.natural', '85')
    expect([balance('自然人'), balance('总计'), balance('法人或其他组织 商业企业')]).toEqual(['差 −1', '差 −1', '平'])
    write('87')
    expect(balance('自然人')).toBe('差 +1')
    write('')
    expect(balance('自然人')).toBe('未填完')
  })

  test('Esc gives back what was there, Delete empties, F2 lets the arrows move the caret', () => {
    openExample()
    type('requests.received.natural', '99')
    key('Escape')
    expect(cell('requests.received.natural').value).toBe('86')
    expect(cell('requests.received.total').textContent).toBe('115')
    key('Delete')
    expect(cell('requests.received.natural').value).toBe('')
    key('Escape')
    key('F2')
    expect(key('ArrowLeft')).toBe(true)
    expect(key('Delete')).toBe(true)
    expect(focused()).toBe('requests.received.natural')
    expect(cell('requests.received.natural').value).toBe('86')
    expect(key('Enter')).toBe(false)
    expect(focused()).toBe('requests.carriedIn.natural')
    expect(session().undoable.get()).toEqual({ undo: 0, redo: 0 })
  })
})

describe('Ctrl+Z and Ctrl+Y', () => {
  test('go back and forth across cells, and lead to the cell', () => {
    openBlank()
    type('requests.received.natural', '1')
    type('requests.carriedIn.natural', '2')
    key('z', { ctrlKey: true })
    expect(session().target.get()).toEqual({ section: 'requests', at: ['requests.carriedIn.natural'], as: 'changed' })
    expect(cell('requests.carriedIn.natural').value).toBe('')
    key('z', { ctrlKey: true })
    expect(session().target.get()?.at).toEqual(['requests.received.natural'])
    expect(cell('requests.received.natural').value).toBe('')
    key('y', { ctrlKey: true })
    key('Z', { ctrlKey: true, shiftKey: true })
    expect(['received', 'carriedIn'].map((row) => cell(`requests.${row}.natural`).value)).toEqual(['1', '2'])
    enter('requests.granted.natural')
    expect(session().undoable.get()).toEqual({ undo: 2, redo: 0 })
  })

  test('in a cell just typed in takes back what was typed', () => {
    openExample()
    type('requests.received.natural', '85')
    key('z', { ctrlKey: true })
    expect(cell('requests.received.natural').value).toBe('86')
    expect(balance('自然人')).toBe('平')
  })

  test('take back a whole fill', () => {
    openBlank()
    act(() => void session().fillRest(['requests']))
    expect(balance('总计')).toBe('平')
    enter('requests.received.natural')
    key('z', { ctrlKey: true })
    expect(balance('总计')).toBe('未填完')
    expect(enteredCells(format2021, 'requests').filter(({ at }) => cell(at).value !== '')).toEqual([])
  })
})

describe('the names of the cells', () => {
  test('are the law’s labels of row and column, each once', () => {
    openExample()
    for (const { at, label } of [...cellsOf(format2021).values()].filter(({ block }) => block === 'requests'))
      expect(cell(at).getAttribute('aria-label')).toBe(label)
  })

  test('only a table whose every column balances has the row 勾稽', () => {
    open(exampleReport(format2021), tables)
    expect(document.querySelectorAll('tr[aria-label="勾稽"]')).toHaveLength(1)
    expect(document.querySelectorAll('table')).toHaveLength(tables.length)
  })
})
