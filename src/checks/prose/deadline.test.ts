import { expect, test } from 'vitest'
import { format2021 } from '../../format/2021'
import { deadlineOf } from './deadline'
import { judge, sampleOf } from './samples'

const of = (kind: string, signedOn: string) =>
  judge('A18', sampleOf({ kind }, { signedOn })).map(({ result, message }) => [result, message])

test.each([
  ['department', '2026年1月31日'],
  ['township', '2026年1月31日'],
  ['subdistrict', '2026年1月31日'],
  ['other', '2026年1月31日'],
  ['government', '2026年3月31日'],
])('A18: a %s publishes its report on 2025 by %s', (kind, day) => {
  expect(of(kind, '')).toEqual([['pass', `应在${day}前公布`]])
})

test('A18: a date after the deadline is told, with the days', () => {
  expect(of('department', '2026-02-10')).toEqual([
    ['fail', '成文日期是2026年2月10日，公布期限是2026年1月31日，晚10天，请核对'],
  ])
  expect(of('department', '2026-01-31').map(([result]) => result)).toEqual(['pass'])
  expect(of('government', '2026-02-10').map(([result]) => result)).toEqual(['pass'])
  expect(of('', '')).toEqual([])
})

test('A18: on a given day the days left or overdue are counted', () => {
  const on = (day: Date, signedOn: string | null = null) =>
    deadlineOf(format2021, { year: 2025, signedOn, agency: { kind: 'department' } }, day)
  expect(on(new Date(2026, 0, 20, 23, 59))?.message).toMatch(/还有11天$/)
  expect(on(new Date(2026, 0, 31))?.message).toMatch(/今天到期$/)
  expect(on(new Date(2026, 1, 1))).toMatchObject({ result: 'fail', at: ['year'] })
  expect(on(new Date(2026, 1, 1))?.message).toMatch(/已超过1天，请尽快公布$/)
  expect(on(new Date(2027, 1, 1), '2026-01-20')?.result).toBe('pass')
  expect(deadlineOf(format2021, { year: 2025, signedOn: null, agency: { kind: '' } }, new Date())).toBeUndefined()
})
