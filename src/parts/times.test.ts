import { expect, test } from 'vitest'
import { timeInWords } from './times'

const at = (day: number, hours: number, minutes: number): number => new Date(2026, 0, day, hours, minutes, 30).getTime()

test('what was saved today is told by its time', () => {
  expect(timeInWords(at(9, 8, 5), at(9, 23, 59))).toBe('08:05')
  expect(timeInWords(at(9, 0, 0), at(9, 0, 0))).toBe('00:00')
})

test('what was saved on another day is told with its date, also within 24 hours', () => {
  expect(timeInWords(at(8, 23, 59), at(9, 0, 1))).toBe('2026-01-08 23:59')
  expect(timeInWords(at(9, 10, 32), new Date(2027, 0, 9, 10, 32).getTime())).toBe('2026-01-09 10:32')
})
