import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fit, linesFor, type FittedList } from './sheet-fit'

const linesIn = ({ entries, left }: FittedList): number =>
  entries.flat().reduce((total, { lines }) => total + lines, 0) + (left > 0 ? 1 : 0)

describe('lists laid into a page', () => {
  const entries = fc.array(fc.array(fc.string({ maxLength: 300 }), { minLength: 1, maxLength: 2 }), { maxLength: 50 })

  test('never take more lines than there are, lose no entry uncounted and keep their order', () => {
    fc.assert(
      fc.property(fc.array(entries, { minLength: 1, maxLength: 6 }), fc.integer({ min: 6, max: 45 }), (lists, most) => {
        const laid = fit(lists, most, 46)
        expect(laid.reduce((sum, one) => sum + linesIn(one), 0)).toBeLessThanOrEqual(most)
        laid.forEach(({ entries: shown, left }, index) => {
          const list = lists[index] ?? []
          expect(shown.length + left).toBe(list.length)
          expect(shown.map((parts) => parts.map(({ text }) => text))).toEqual(list.slice(0, shown.length))
        })
      }),
    )
  })

  test('share what there is fairly', () => {
    const line = ['甲']
    const many = Array.from({ length: 60 }, () => line)
    const laid = fit([[line], many, many], 21, 46)
    expect(laid.map(({ entries: shown, left }) => [shown.length, left])).toEqual([
      [1, 0],
      [9, 51],
      [9, 51],
    ])
  })

  test('are whole where they fit', () => {
    const text = '理'.repeat(130)
    expect(fit([[[text]], [['甲']]], 10, 46)).toEqual([
      { entries: [[{ text, lines: 3, isCut: false }]], left: 0 },
      { entries: [[{ text: '甲', lines: 1, isCut: false }]], left: 0 },
    ])
  })

  test('have their paragraphs cut before an entry is left out', () => {
    const long = ['理'.repeat(300)]
    const [only] = fit([[long, long, long]], 9, 46)
    expect(only).toMatchObject({ left: 0 })
    expect(only?.entries.flat().map(({ lines }) => lines)).toEqual([3, 3, 3])
    expect(only?.entries.flat().every(({ isCut }) => isCut)).toBe(true)
    const [cut] = fit([[long, long, long, long]], 6, 46)
    expect(cut).toMatchObject({ left: 2 })
  })
})

test('a text takes at least one line, and Latin letters less than Chinese ones', () => {
  expect(linesFor('', 46)).toBe(1)
  expect(linesFor('政'.repeat(45), 46)).toBe(1)
  expect(linesFor('政'.repeat(46), 46)).toBe(2)
  expect(linesFor('a'.repeat(60), 46)).toBe(1)
})
