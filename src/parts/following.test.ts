// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react'
import fc from 'fast-check'
import { useForm } from 'react-hook-form'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { contentOf, type Content } from '../drafts/draft'
import { format2021 } from '../format/2021'
import { cellsOf, enteredCells } from '../report/cells'
import { exampleReport } from '../report/example'
import type { Part, TypedReport } from '../report/report'
import { append, noReview } from '../review/review'
import { copyOf } from './copy-of'
import { createSession } from './session'

const format = format2021
const example = exampleReport(format)
const base: Content = { typed: example, filled: [], accepted: [], review: noReview, final: null }
const at = 'requests.received.natural'

const open = (content: Content = base) => {
  const form = renderHook(() => useForm<TypedReport>({ defaultValues: copyOf(content.typed) })).result.current
  const touch = vi.fn()
  const keep = vi.fn(() => Promise.resolve())
  return { form, touch, keep, session: createSession(format, form, content, touch, keep) }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const text = fc.constantFrom('', '甲', '乙丙', '12', '1.2万', ' ')
const parts = fc.array(
  fc.record<Part>({
    id: fc.constantFrom('p1', 'p2', 'p3'),
    aspect: fc.constantFrom(null, 'fee'),
    heading: text,
    text,
  }),
  { maxLength: 3 },
)
const cells = enteredCells(format)

const contents = fc
  .record({
    words: fc.record({ title: text, preface: text, signedOn: text }),
    year: fc.constantFrom(2021, 2024),
    headings: fc.constantFrom('ownLine' as const, 'runIn' as const),
    agency: fc.record({
      name: text,
      kind: text,
      rulemaking: fc.boolean(),
      address: text,
      postcode: text,
      phone: text,
      email: text,
    }),
    signature: fc.record({ name: text, place: fc.constantFrom('none' as const, 'both' as const) }),
    lists: fc.record({ overview: parts, improvement: parts, other: parts }),
    notes: fc.dictionary(fc.constantFrom('requests', 'review'), text),
    cellNotes: fc.dictionary(fc.constantFrom(at, 'licensing.licences.decisions'), text),
    figures: fc.array(fc.tuple(fc.nat(cells.length - 1), text), { maxLength: 12 }),
    filled: fc.boolean(),
    waived: fc.boolean(),
  })
  .map(({ words, lists, figures, filled, waived, ...rest }): Content => {
    const typed: TypedReport = copyOf({ ...example, ...rest, ...words, ...lists })
    for (const [index, figure] of figures) {
      const cell = cells[index]
      const line = cell && typed.cells[cell.block]?.[cell.row]
      if (line && cell.column !== '') line[cell.column] = figure
    }
    const review = waived ? append(noReview, '李', 1, { kind: 'waive', text: '一人' }) : noReview
    return { ...base, typed, review, filled: filled && typed.cells['requests']?.['received']?.['natural'] ? [at] : [] }
  })

describe('a window that reads', () => {
  test('shows exactly what another one has saved, whatever both have; nothing is to be saved here', () => {
    fc.assert(
      fc.property(contents, contents, (before, next) => {
        const { session, touch } = open(before)
        session.elsewhere.set(true)
        session.show(next)
        expect(session.content()).toEqual(contentOf(next))
        const anew = open(next).session.ledger
        for (const address of cellsOf(format).keys())
          expect([address, session.ledger.valueAt(address)]).toEqual([address, anew.valueAt(address)])
        expect(touch).not.toHaveBeenCalled()
        cleanup()
      }),
      { numRuns: 30 },
    )
  })

  test('shows a final copy as one, and a changed one as a draft', () => {
    const { session } = open({ ...base, review: append(noReview, '李', 1, { kind: 'waive', text: '一人' }) })
    expect(session.finalise()).toBeUndefined()
    const stored = session.content()
    const reader = open().session
    reader.show(stored)
    expect(reader.final.get()).toEqual(stored.final)
    expect(reader.fixed.get()).toBe('final')
    reader.elsewhere.set(true)
    expect(reader.fixed.get()).toBe('elsewhere')
    reader.show({ ...stored, typed: { ...stored.typed, title: '改过' } })
    expect(reader.final.get()).toBeNull()
  })

  test('lets nothing be changed, and says why', () => {
    const { session, touch } = open()
    session.elsewhere.set(true)
    const before = session.content()
    session.typing(at, '7')
    session.act({ act: 'entry', changes: [{ at, before: '', after: '7' }] })
    session.fillRest(['requests'])
    session.undo()
    expect(session.desk.add('王', { kind: 'waive', text: '一人' })).toBe(false)
    expect(session.desk.take(append(noReview, '李', 1, { kind: 'waive', text: '一人' }))).toEqual([])
    expect(session.finalise()).toEqual({ kind: 'elsewhere' })
    const finding = session.judged.get().findings[0]!
    expect(session.accept(finding, '理由')).toBe(false)
    expect(session.content()).toEqual(before)
    expect(touch).not.toHaveBeenCalled()
    expect(session.notice.get()?.message).toContain('另一个窗口正在填写这份年报')
    session.elsewhere.set(false)
    session.typing(at, '7')
    expect(session.textAt(at)).toBe('7')
    expect(session.desk.add('王', { kind: 'waive', text: '一人' })).toBe(true)
    expect(session.accept(finding, '理由')).toBe(true)
    const [acceptance] = session.content().accepted
    session.elsewhere.set(true)
    expect(session.withdraw(acceptance!)).toBe(false)
    session.elsewhere.set(false)
    expect(session.withdraw(acceptance!)).toBe(true)
  })

  test('opens no final copy, and keeps no version of one that it has not opened', () => {
    const { session, keep } = open({ ...base, review: append(noReview, '李', 1, { kind: 'waive', text: '一人' }) })
    expect(session.reopen('王', '还没有定稿')).toBe(false)
    expect(session.finalise()).toBeUndefined()
    const { final } = session.content()
    session.elsewhere.set(true)
    expect(session.reopen('王', '改错')).toBe(false)
    expect(session.content().final).toEqual(final)
    expect(keep).not.toHaveBeenCalled()
    session.elsewhere.set(false)
    expect(session.reopen('王', '改错')).toBe(true)
    expect(keep.mock.calls).toMatchObject([[{ final }, { why: 'reopened' }]])
  })

  test('goes on with the steps of the window that it took the report from', () => {
    const { session: first } = open()
    const before = first.textAt(at)
    first.typing(at, '7')
    first.leave(at)
    first.typing(at, '8')
    first.leave(at)
    first.undo()
    const { session: second } = open()
    second.show(first.content())
    expect(second.undoable.get()).toEqual({ undo: 0, redo: 0 })
    second.goOn(copyOf(first.steps()))
    expect(second.undoable.get()).toEqual({ undo: 1, redo: 1 })
    second.redo()
    expect(second.textAt(at)).toBe('8')
    second.undo()
    second.undo()
    expect(second.textAt(at)).toBe(before)
  })
})
