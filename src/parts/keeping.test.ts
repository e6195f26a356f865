// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react'
import { useForm } from 'react-hook-form'
import { afterEach, expect, test, vi } from 'vitest'
import type { Content } from '../drafts/draft'
import type { Occasion } from '../drafts/occasion'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import type { TypedReport } from '../report/report'
import { noReview } from '../review/review'
import { createSession } from './session'

const open = (result = Promise.resolve()) => {
  const typed = blankReport(format2021, 2023, blankUnit)
  const form = renderHook(() => useForm<TypedReport>({ defaultValues: typed })).result.current
  const keep = vi.fn<(content: Content, occasion: Occasion) => Promise<void>>(() => result)
  const initial = { typed, filled: [], accepted: [], review: noReview, final: null }
  const session = createSession(format2021, form, initial, () => undefined, keep)
  return { session, keep }
}

const [one, two] = ['requests.received.natural', 'requests.received.business'] as const

afterEach(cleanup)

test('before an act on many cells what stood there is kept, and the act waits for nothing', () => {
  const { session, keep } = open(new Promise(() => undefined))
  session.typing(one, '3')
  session.leave(one)
  expect(keep).not.toHaveBeenCalled()
  session.fillRest(['requests'])
  expect(session.textAt(two)).toBe('0')
  expect(keep).toHaveBeenCalledTimes(1)
  const [content, occasion] = keep.mock.calls[0]!
  expect(occasion).toEqual({ why: 'bulk', detail: '其余填 0' })
  expect(content.typed.cells['requests']?.['received']).toMatchObject({ natural: '3', business: '' })
  expect(content.filled).toEqual([])
})

test('an act that changes one cell, or writes what stands there, keeps nothing', () => {
  const { session, keep } = open()
  session.act({ act: 'paste', changes: [{ at: one, before: '', after: '3' }] })
  session.act({
    act: 'paste',
    changes: [
      { at: one, before: '3', after: '3' },
      { at: two, before: '', after: '4' },
    ],
  })
  expect(keep).not.toHaveBeenCalled()
})

test('a version that could not be kept is told, and the act is done', async () => {
  const { session } = open(Promise.reject(new DOMException('full', 'QuotaExceededError')))
  session.fillRest(['requests'])
  expect(session.textAt(two)).toBe('0')
  await vi.waitFor(() => expect(session.notice.get()?.message).toContain('没有能另存一个版本，浏览器存储空间已满'))
})
