// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react'
import { useForm } from 'react-hook-form'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { format2021 as format } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { exampleReport } from '../report/example'
import type { TypedReport } from '../report/report'
import { isSealed } from '../review/event'
import { noReview } from '../review/review'
import { createSession } from './session'

const natural = 'requests.granted.natural'

const blank = (): TypedReport => blankReport(format, 2023, blankUnit)

const open = (typed: TypedReport = blank()) => {
  const form = renderHook(() => useForm<TypedReport>({ defaultValues: typed })).result.current
  return createSession(format, form, { typed, filled: [], accepted: [], review: noReview, final: null }, vi.fn())
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const told = '文字中有残缺的字符，已用“\ufffd”代替，请核对。'

test('a window that only reads leaves half a character as it stands, and changes nothing', () => {
  const typed = blank()
  const form = renderHook(() => useForm<TypedReport>({ defaultValues: typed })).result.current
  const touch = vi.fn()
  const session = createSession(format, form, { typed, filled: [], accepted: [], review: noReview, final: null }, touch)
  session.typing(natural, '1\ud83d')
  touch.mockClear()
  session.elsewhere.set(true)
  session.leave(natural)
  expect(session.textAt(natural)).toBe('1\ud83d')
  expect(touch).not.toHaveBeenCalled()
  session.elsewhere.set(false)
  session.leave(natural)
  expect(session.textAt(natural)).toBe('1\ufffd')
})

test('half a character in a figure is replaced and told when its cell is left, and when it is pasted', () => {
  const session = open()
  session.typing(natural, '1\ud83d')
  expect(session.textAt(natural)).toBe('1\ud83d')
  expect(session.notice.get()).toBeNull()
  session.leave(natural)
  expect(session.textAt(natural)).toBe('1\ufffd')
  expect(session.notice.get()?.message).toBe(told)
  session.undo()
  expect(session.textAt(natural)).toBe('')
  session.notice.set(null)
  session.act({ act: 'paste', changes: [{ at: natural, before: '', after: '\udc00' }] })
  expect(session.textAt(natural)).toBe('\ufffd')
  expect(session.notice.get()?.message).toBe(told)
  session.notice.set(null)
  session.typing(natural, '\ud83d\ude00')
  session.leave(natural)
  expect(session.textAt(natural)).toBe('\ud83d\ude00')
  expect(session.notice.get()).toBeNull()
})

test('half a character in a figure that was stored before it was mended is replaced when its cell is left', () => {
  const typed = blank()
  Object.assign(typed.cells['requests']?.['granted'] ?? {}, { natural: '1\ud83d' })
  const session = open(typed)
  session.leave(natural)
  expect(session.textAt(natural)).toBe('1\ufffd')
})

test('half a character in an act of the review, its author or a reason is replaced before it is sealed, and told', () => {
  const session = open(exampleReport(format))
  session.desk.add('王\ud83d晓', { kind: 'waive', text: '半\ud83d字' })
  expect(session.desk.review.get().events).toMatchObject([{ by: '王\ufffd晓', text: '半\ufffd字' }])
  expect(session.desk.review.get().events.map(isSealed)).toEqual([true])
  expect(session.notice.get()?.message).toBe(told)
  session.notice.set(null)
  const [finding] = session.judged.get().findings
  if (!finding) throw new Error('no finding')
  session.accept(finding, '半\udc00字')
  expect(session.accepted.get().map(({ reason }) => reason)).toEqual(['半\ufffd字'])
  expect(session.notice.get()?.message).toBe(told)
})
