import { describe, expect, test } from 'vitest'
import { formatForYear } from '../format'
import { blankReport, blankUnit } from './blank'
import { exampleReport } from './example'
import { progressOf, together } from './progress'

const format = formatForYear(2025)!

describe('the way through', () => {
  test('of a new report has nothing filled but the proposed title and the year', () => {
    expect(progressOf(format, blankReport(format, 2025, blankUnit))).toEqual({
      basics: { filled: 2, of: 4 },
      overview: { filled: 0, of: 5 },
      disclosure: { filled: 0, of: 10 },
      requests: { filled: 0, of: 144 },
      disputes: { filled: 0, of: 12 },
      improvement: { filled: 0, of: 2 },
      other: { filled: 0, of: 5 },
    })
  })

  test('of the example is complete everywhere', () => {
    const progress = progressOf(format, exampleReport(format))
    for (const [id, { filled, of }] of Object.entries(progress)) expect(filled, id).toBe(of)
    expect(together(Object.values(progress))).toEqual({ filled: 182, of: 182 })
  })

  test('counts a cell or text of spaces as not filled, and an unreadable one as filled', () => {
    const typed = blankReport(format, 2025, blankUnit)
    typed.cells['requests']!['granted']!['natural'] = ' \u3000'
    typed.overview[0]!.text = '\n'
    expect(progressOf(format, typed)).toMatchObject({ requests: { filled: 0 }, overview: { filled: 0 } })
    typed.cells['requests']!['granted']!['natural'] = '1.2万'
    typed.overview[0]!.text = '本年'
    typed.agency.name = '某局'
    expect(progressOf(format, typed)).toMatchObject({
      basics: { filled: 3, of: 4 },
      requests: { filled: 1, of: 144 },
      overview: { filled: 1, of: 5 },
    })
  })

  test('of nothing at all is nothing of nothing', () => {
    expect(together([])).toEqual({ filled: 0, of: 0 })
  })
})
