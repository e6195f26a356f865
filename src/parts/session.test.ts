// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react'
import fc from 'fast-check'
import { useForm } from 'react-hook-form'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { faultsOf } from '../checks/run'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { enteredCells } from '../report/cells'
import { exampleReport } from '../report/example'
import { readFigure } from '../report/figures'
import { balanceKey } from '../report/ledger'
import { trials } from '../report/balances'
import { proposals } from '../report/proposals'
import { typedAt } from '../report/reading'
import { totalsOf } from '../report/totals'
import type { TypedReport } from '../report/report'
import { createSession } from './session'
import { noReview } from '../review/review'

const format = format2021

const named = { ...blankUnit, agency: { ...blankUnit.agency, name: '示例市数据管理局', kind: 'department' } }

const open = (typed: TypedReport = blankReport(format, 2023, named), filled: readonly string[] = []) => {
  const form = renderHook(() => useForm<TypedReport>({ defaultValues: typed })).result.current
  const touch = vi.fn()
  const session = createSession(format, form, { typed, filled, accepted: [], review: noReview, final: null }, touch)
  const enter = (at: string, text: string): void => {
    session.typing(at, text)
    session.leave(at)
  }
  const woken = (keys: readonly string[]) => {
    const seen: string[] = []
    for (const key of keys) session.figures.on(key, () => seen.push(key))
    return seen
  }
  return { form, touch, session, enter, woken }
}

const natural = 'requests.granted.natural'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('a figure that is typed', () => {
  test('stays as typed, moves its totals at once, and is to be saved', () => {
    const { session, form, touch, woken } = open()
    const seen = woken([natural, 'requests.granted.total', 'requests.total.natural', 'requests.received.total'])
    session.typing(natural, '１２')
    expect(form.getValues(`cells.requests.granted.natural`)).toBe('１２')
    expect(session.ledger.valueAt('requests.granted.total')).toEqual({ value: 12, missing: 5 })
    expect(seen.sort()).toEqual([natural, 'requests.granted.total', 'requests.total.natural'].sort())
    expect(touch).toHaveBeenCalledTimes(1)
    expect(session.content().typed.cells['requests']?.['granted']?.['natural']).toBe('１２')
  })

  test.each([
    ['１２', '12'],
    ['1,120', '1120'],
    ['12件', '12'],
    [' 7 ', '7'],
    ['  ', ''],
    ['1.2万', '1.2万'],
  ])('%s becomes %s when it is left', (text, plain) => {
    const { session, enter } = open()
    enter(natural, text)
    expect(session.textAt(natural)).toBe(plain)
  })

  test('money keeps its digits', () => {
    const { session, enter } = open()
    enter('fees.charges.amount', '676.10')
    expect(session.textAt('fees.charges.amount')).toBe('676.10')
  })

  test('leaving a cell as it was is no step and saves nothing', () => {
    const { session, touch } = open(exampleReport(format))
    session.leave(natural)
    expect(session.undoable.get()).toEqual({ undo: 0, redo: 0 })
    expect(touch).not.toHaveBeenCalled()
  })

  test('the same figure written otherwise is no step, but is written plainly', () => {
    const { session, enter } = open(exampleReport(format))
    enter(natural, ' 38')
    expect(session.textAt(natural)).toBe('38')
    expect(session.undoable.get()).toEqual({ undo: 0, redo: 0 })
  })

  test('what is no figure is marked when it is left, not before', () => {
    const { session, woken } = open()
    const seen = woken([`mark:${natural}`])
    session.typing(natural, '无')
    expect(seen).toEqual([])
    session.leave(natural)
    expect(seen).toEqual([`mark:${natural}`])
    vi.advanceTimersByTime(120)
    expect(faultsOf(session.judged.get().findings).map(({ at }) => at)).toEqual([[natural]])
  })

  test('undoing brings the last good figure back', () => {
    const { session, enter } = open()
    enter(natural, '12')
    enter(natural, '无')
    expect(session.textAt(natural)).toBe('无')
    session.undo()
    expect(session.textAt(natural)).toBe('12')
    expect(session.ledger.valueAt(natural)).toEqual({ value: 12, missing: 0 })
  })

  test('a cell that is not there is no cell', () => {
    const { session } = open()
    expect(() => session.typing('requests.nothing.natural', '1')).not.toThrow()
    expect(() => session.leave('requests.nothing.natural')).not.toThrow()
  })
})

describe('undoing and redoing', () => {
  test('goes back cell by cell and forth again, with all that follows from it', () => {
    const { session, enter, touch } = open()
    enter(natural, '1')
    enter('requests.granted.business', '2')
    expect(session.undoable.get()).toEqual({ undo: 2, redo: 0 })
    touch.mockClear()
    expect(session.undo()?.changes).toEqual([{ at: 'requests.granted.business', before: '', after: '2' }])
    expect(session.textAt('requests.granted.business')).toBe('')
    expect(session.ledger.valueAt('requests.granted.total')).toEqual({ value: 1, missing: 5 })
    expect(session.undoable.get()).toEqual({ undo: 1, redo: 1 })
    expect(touch).toHaveBeenCalledTimes(1)
    session.redo()
    expect(session.textAt('requests.granted.business')).toBe('2')
    expect(session.ledger.valueAt('requests.granted.total')).toEqual({ value: 3, missing: 4 })
  })

  test('where there is nothing more, nothing happens', () => {
    const { session, touch } = open()
    expect(session.undo()).toBeUndefined()
    expect(session.redo()).toBeUndefined()
    expect(touch).not.toHaveBeenCalled()
  })

  test('a paste is one step', () => {
    const { session } = open()
    const changes = ['1', '2', '3'].map((after, index) => ({
      at: enteredCells(format, 'requests')[index]!.at,
      before: '',
      after,
    }))
    session.act({ act: 'paste', changes })
    expect(session.ledger.valueAt('requests.received.total')).toEqual({ value: 6, missing: 3 })
    session.undo()
    expect(session.ledger.valueAt('requests.received.total')).toEqual({ value: null, missing: 6 })
    expect(session.undoable.get()).toEqual({ undo: 0, redo: 1 })
  })
})

describe('其余填 0', () => {
  test('fills the blank cells of the section’s tables and says how many; nothing else is touched', () => {
    const { session, enter } = open()
    enter(natural, '5')
    enter('requests.granted.business', '无')
    const all = enteredCells(format, 'requests').map(({ at }) => at)
    expect(session.fillRest(['requests'])).toBe(all.length - 2)
    expect(session.textAt(natural)).toBe('5')
    expect(session.textAt('requests.granted.business')).toBe('无')
    expect(all.filter((at) => session.textAt(at) === '0')).toHaveLength(all.length - 2)
    expect(session.textAt('disputes.cases.reviewUpheld')).toBe('')
    expect([...session.content().filled].sort()).toEqual(
      all.filter((at) => at !== natural && at !== 'requests.granted.business').sort(),
    )
  })

  test('fills several tables and the fee figures alike', () => {
    const { session } = open()
    expect(session.fillRest(['issued', 'licensing', 'enforcement', 'fees'])).toBe(6 + 1 + 2 + 1)
    expect(session.fillRest(['handlingFee'])).toBe(4)
    expect(session.textAt('handlingFee.billed')).toBe('0')
  })

  test('is one undo, and one redo', () => {
    const { session } = open()
    session.form.setValue('cells.issued.rules.issued', ' ')
    session.fillRest(['issued'])
    expect(session.undoable.get()).toEqual({ undo: 1, redo: 0 })
    session.undo()
    expect(enteredCells(format, 'issued').map(({ at }) => session.textAt(at))).toEqual([' ', '', '', '', '', ''])
    expect(session.content().filled).toEqual([])
    session.redo()
    expect(enteredCells(format, 'issued').map(({ at }) => session.textAt(at))).toEqual(Array(6).fill('0'))
    expect(session.content().filled).toHaveLength(6)
  })

  test('where nothing is blank it does nothing', () => {
    const { session, touch } = open(exampleReport(format))
    expect(session.fillRest(['requests', 'disputes'])).toBe(0)
    expect(session.undoable.get()).toEqual({ undo: 0, redo: 0 })
    expect(touch).not.toHaveBeenCalled()
  })

  test('a filled cell that is then typed in is the clerk’s own; the others stay known, over a closing too', () => {
    const first = open()
    first.session.fillRest(['fees', 'licensing'])
    const { typed, filled } = first.session.content()
    const { session } = open(typed, filled)
    expect([...session.content().filled].sort()).toEqual(['fees.charges.amount', 'licensing.licences.decisions'])
    session.typing('fees.charges.amount', '3.5')
    expect(session.content().filled).toEqual(['licensing.licences.decisions'])
  })
})

describe('texts that follow their fields', () => {
  const rename = ({ session, form }: ReturnType<typeof open>, name: string): void => {
    form.setValue('agency.name', name)
    session.changed('agency.name')
  }

  test('title and preface follow the unit and the year', () => {
    const desk = open()
    rename(desk, '示例市大数据局')
    expect(desk.form.getValues('title')).toBe('示例市大数据局2023年政府信息公开工作年度报告')
    desk.form.setValue('year', 2024)
    desk.session.changed('year')
    expect(desk.form.getValues('title')).toBe('示例市大数据局2024年政府信息公开工作年度报告')
    expect(desk.form.getValues('preface')).toBe(proposals(format, desk.form.getValues()).preface)
    expect(desk.form.getValues('preface')).toContain('自2024年1月1日起')
  })

  test('the preface appears with the unit’s name', () => {
    const desk = open(blankReport(format, 2023, blankUnit))
    expect(desk.form.getValues('preface')).toBe('')
    rename(desk, '示例市大数据局')
    expect(desk.form.getValues('preface')).toContain('示例市大数据局编制了2023年')
  })

  test('each stays the clerk’s own once edited, the other still follows', () => {
    const desk = open()
    desk.form.setValue('title', '示例市数据管理局\n2023年度政府信息公开工作年度报告')
    desk.session.changed('title')
    rename(desk, '示例市大数据局')
    expect(desk.form.getValues('title')).toBe('示例市数据管理局\n2023年度政府信息公开工作年度报告')
    expect(desk.form.getValues('preface')).toContain('示例市大数据局')
  })

  test('the fee sentence comes with the fourth figure, follows the figures, and goes with them', () => {
    const { session, enter, form } = open()
    const sentence = () => form.getValues('other.0.text')
    enter('handlingFee.notices', '2')
    enter('handlingFee.billed', '180')
    enter('handlingFee.paid', '1')
    expect(sentence()).toBe('')
    enter('handlingFee.collected', '９０')
    const whole = '本年度发出信息处理费收费通知2件，收费总金额180元；实际收取1件，实际收取金额90元。'
    expect(sentence()).toBe(whole)
    session.typing('handlingFee.collected', '100')
    expect(sentence()).toBe(whole)
    session.leave('handlingFee.collected')
    expect(sentence()).toContain('实际收取金额100元')
    session.undo()
    expect(sentence()).toBe(whole)
    enter('handlingFee.paid', '')
    expect(sentence()).toBe('')
  })

  test('filling the fee figures with 0 tells that nothing was charged', () => {
    const { session, form } = open()
    session.fillRest(['handlingFee'])
    expect(form.getValues('other.0.text')).toBe('本年度未发出信息处理费收费通知，未收取信息处理费。')
  })

  test('an edited fee sentence stays, wherever its part stands', () => {
    const { session, enter, form } = open()
    session.fillRest(['handlingFee'])
    form.setValue('other', [
      { id: 'x', aspect: null, heading: '其他事项', text: '' },
      { id: 'f', aspect: 'fee', heading: '', text: form.getValues('other.0.text') },
    ])
    enter('handlingFee.notices', '1')
    expect(form.getValues('other.1.text')).toContain('收费通知1件')
    expect(form.getValues('other.0.text')).toBe('')
    form.setValue('other.1.text', '本年度未收取信息处理费，特此说明。')
    enter('handlingFee.notices', '2')
    expect(form.getValues('other.1.text')).toBe('本年度未收取信息处理费，特此说明。')
  })

  test('a report without a part on the fee gets none', () => {
    const { session, form } = open({ ...blankReport(format, 2023, named), other: [] })
    session.fillRest(['handlingFee'])
    expect(form.getValues('other')).toEqual([])
  })
})

describe('what is found and how far one is', () => {
  test('is known when the report is opened', () => {
    const { session } = open(exampleReport(format))
    expect(session.judged.get().findings.length).toBeGreaterThan(40)
    expect(faultsOf(session.judged.get().findings)).toEqual([])
    expect(session.judged.get().progress['requests']).toEqual({ filled: 144, of: 144 })
  })

  test('is judged anew when a cell is left, not while it is typed in', () => {
    const { session } = open(exampleReport(format))
    session.typing('requests.received.natural', '85')
    expect(faultsOf(session.judged.get().findings)).toEqual([])
    session.leave('requests.received.natural')
    vi.advanceTimersByTime(120)
    const uneven = faultsOf(session.judged.get().findings).filter(({ rule }) => rule === 'D3')
    expect(uneven.map(({ message }) => message)).toEqual([
      '自然人一列不平，差 −1：新收 85＋结转 4＝89，办理 86＋结转下年 4＝90',
      '总计一列不平，差 −1：新收 114＋结转 5＝119，办理 112＋结转下年 8＝120',
    ])
    session.undo()
    vi.advanceTimersByTime(120)
    expect(faultsOf(session.judged.get().findings)).toEqual([])
  })

  test('is judged anew when a text is left; while it is written faults go but none comes', () => {
    const { session, form, touch } = open(exampleReport(format))
    form.setValue('title', '年报')
    session.changed('title')
    vi.advanceTimersByTime(500)
    session.changed('title')
    vi.advanceTimersByTime(599)
    vi.advanceTimersByTime(1)
    expect(faultsOf(session.judged.get().findings)).toEqual([])
    session.mend('title')
    vi.advanceTimersByTime(120)
    expect(faultsOf(session.judged.get().findings).length).toBeGreaterThan(0)
    form.setValue('title', exampleReport(format).title)
    session.changed('title')
    vi.advanceTimersByTime(600)
    expect(faultsOf(session.judged.get().findings)).toEqual([])
    form.setValue('title', '年报')
    session.changed('title')
    expect(touch).toHaveBeenCalledTimes(4)
  })
})

test('what is handed over to be saved does not change with later typing', () => {
  const { session } = open()
  session.typing(natural, '1')
  const { typed } = session.content()
  session.typing(natural, '2')
  expect(typed.cells['requests']?.['granted']?.['natural']).toBe('1')
})

const cells = enteredCells(format).map(({ at }) => at)
const few = cells.filter((at) => /^(requests\.(received|granted|carriedOut)|handlingFee|fees)\./.test(at))
const acts = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        at: fc.constantFrom(...few),
        text: fc.constantFrom('', ' ', '0', '7', '１２', '1,120', '12件', '3.5', '无'),
      }),
    },
    { weight: 4, arbitrary: fc.constantFrom('undo' as const, 'redo' as const, 'fill' as const) },
  ),
  { maxLength: 30 },
)

describe('whatever is typed, filled, undone and redone', () => {
  test('the totals and the balances are those of what stands in the cells', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const { session, enter } = open()
        for (const act of all) {
          if (act === 'undo') session.undo()
          else if (act === 'redo') session.redo()
          else if (act === 'fill') session.fillRest(['requests', 'fees'])
          else enter(act.at, act.text)
        }
        const { typed } = session.content()
        const byAt = new Map(enteredCells(format).map((cell) => [cell.at, cell]))
        const figures = totalsOf(format, (at) => {
          const cell = byAt.get(at)
          const read = cell && readFigure(typedAt(typed, cell), cell.unit)
          return read?.kind === 'figure' ? read.value : null
        })
        for (const [at, total] of figures) expect(session.ledger.valueAt(at), at).toEqual(total)
        const again = open(typed).session
        for (const trial of trials(format))
          expect(session.ledger.outcome(balanceKey(trial))).toEqual(again.ledger.outcome(balanceKey(trial)))
        session.judge()
        expect(session.judged.get()).toEqual(again.judged.get())
      }),
      { numRuns: 40 },
    )
  })

  test('undoing everything and redoing everything ends where it was', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const { session, enter } = open()
        const texts = () => cells.map((at) => session.textAt(at).trim())
        const start = texts()
        for (const act of all) {
          if (act === 'fill') session.fillRest(['requests', 'fees'])
          else if (typeof act === 'object') enter(act.at, act.text)
        }
        const end = texts()
        while (session.undo()) expect(session.undoable.get()).toEqual(session.undoable.get())
        expect(texts()).toEqual(start)
        while (session.redo()) expect(session.undoable.get()).toEqual(session.undoable.get())
        expect(texts()).toEqual(end)
      }),
      { numRuns: 40 },
    )
  })
})
