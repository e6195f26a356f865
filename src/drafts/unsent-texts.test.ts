// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { getUnsent, putUnsent } from './unsent-texts'

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

test('what was written and not put is kept for its draft alone, until it is put', () => {
  putUnsent('r1', { 'reply e1': '已核' })
  putUnsent('r2', { 'reply e2': '尚未' })
  expect(getUnsent('r1')).toEqual({ 'reply e1': '已核' })
  putUnsent('r1', { 'reply e1': '' })
  expect(getUnsent('r1')).toEqual({})
  expect(getUnsent('r2')).toEqual({ 'reply e2': '尚未' })
  expect(localStorage.getItem('gov-info-disclosure-annual-report:unsent:r1')).toBeNull()
})

test('of two windows each writes its own texts alone', () => {
  putUnsent('r1', { 'reply e1': '这边写的' })
  putUnsent('r1', { 'reply e2': '那边写的' })
  putUnsent('r1', { 'reply e1': '' })
  expect(getUnsent('r1')).toEqual({ 'reply e2': '那边写的' })
})

test.each(['words', '["a"]', '{"a":1}', 'null'])('what another program left there, %s, is nothing', (left) => {
  localStorage.setItem('gov-info-disclosure-annual-report:unsent:r1', left)
  expect(getUnsent('r1')).toEqual({})
})

test('a storage that is full is told', () => {
  const refuse = (): never => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  vi.stubGlobal('localStorage', { ...localStorage, setItem: refuse })
  expect(putUnsent('r1', { 'reply e1': '已核' })).toBe(false)
})
