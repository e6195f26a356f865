import { expect, test } from 'vitest'
import { draftOf } from '../drafts/backup/samples'
import type { Draft } from '../drafts/draft'
import { lastYearOf } from './last-year'

const draft = (id: string, more: Partial<Draft> = {}, name = '示例市水务局', year = 2024): Draft => {
  const base = draftOf(id, '')
  return { ...base, ...more, typed: { ...base.typed, year, agency: { ...base.typed.agency, name } } }
}

const final = { at: '2025-01-20T00:00:00.000Z', digest: '' } as Draft['final']

test('the figures beside a cell are those of the unit’s own report of the year before', () => {
  const other = [draft('a', {}, '示例市林业局'), draft('b', {}, '示例市水务局', 2023)]
  expect(lastYearOf(other, '示例市水务局', 2025)).toBeUndefined()
  expect(lastYearOf([...other, draft('c')], '示例市水务局', 2025)?.id).toBe('c')
})

test('a copy never hides the report that it was made of, and the final copy goes before all', () => {
  const copy = draft('copy', { name: '示例市水务局2024年年报 副本' })
  expect(lastYearOf([copy, draft('own')], '示例市水务局', 2025)?.id).toBe('own')
  expect(lastYearOf([copy, draft('own'), draft('final', { final, name: '定稿' })], '示例市水务局', 2025)?.id).toBe(
    'final',
  )
  expect(lastYearOf([copy], '示例市水务局', 2025)?.id).toBe('copy')
})
