import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { cellsOf } from '../report/cells'
import { exampleReport } from '../report/example'
import type { Part, TypedReport } from '../report/report'
import { anchorAt, anchorLabel, locate } from './anchors'
import type { Anchor } from './event'

const example = (): TypedReport => exampleReport(format2021)
const base = example()
const part = (id: string, text: string): Part => ({ id, aspect: null, heading: '', text })
const withText = (text: string, ...more: readonly Part[]): TypedReport => ({
  ...base,
  overview: [part('a', text), ...more],
})
const at = 'overview.a'
const anchorOf = (text: string, words: string): Anchor => {
  const start = text.indexOf(words)
  return anchorAt(format2021, withText(text), at, start, start + words.length)
}
const found = (typed: TypedReport, anchor: Anchor) => locate(format2021, typed, anchor)
const wordsAt = (typed: TypedReport, anchor: Anchor): string | undefined => {
  const located = found(typed, anchor)
  if (located.kind !== 'here') return undefined
  const text = typed.overview.find(({ id }) => `overview.${id}` === located.at)?.text
  return text?.slice(located.start, located.end)
}

describe('a remark at a cell', () => {
  const cell = 'issued.normative.inForce'
  const set = (value: string): TypedReport => {
    const typed = example()
    typed.cells['issued']!['normative']!['inForce'] = value
    return typed
  }

  test('knows the value that it spoke of', () => {
    const anchor = anchorAt(format2021, set('38'), cell)
    expect(anchor).toEqual({ kind: 'place', at: cell, value: '38' })
    expect(found(set('38'), anchor)).toEqual({ kind: 'here', at: cell })
    expect(found(set(' ３８ '), anchor)).toEqual({ kind: 'here', at: cell })
    expect(found(set('39'), anchor)).toEqual({ kind: 'changed', at: cell, was: '38', now: '39' })
    expect(found(set(''), anchor)).toEqual({ kind: 'changed', at: cell, was: '38', now: '' })
    expect(anchorLabel(format2021, example(), anchor)).toBe(cellsOf(format2021).get(cell)?.label)
  })

  test('follows a total, which nobody typed', () => {
    const total = 'requests.received.total'
    const typed = example()
    const anchor = anchorAt(format2021, typed, total)
    expect(anchor).toMatchObject({ value: '115' })
    const { natural } = typed.cells['requests']!['received']!
    typed.cells['requests']!['received']!['natural'] = String(Number(natural) + 1)
    expect(found(typed, anchor)).toMatchObject({ kind: 'changed', was: '115', now: '116' })
  })
})

describe('a remark at words', () => {
  test('keeps them with those around them', () => {
    const text = `${'前'.repeat(30)}本局公开信息426条${'后'.repeat(30)}`
    expect(anchorOf(text, '本局公开信息426条')).toEqual({
      kind: 'words',
      at,
      words: '本局公开信息426条',
      before: '前'.repeat(24),
      after: '后'.repeat(24),
    })
  })

  test('of several the same finds the one among its old neighbours', () => {
    const anchor = anchorOf('甲处5件。乙处5件。', '5件')
    const second = anchorAt(format2021, withText('甲处5件。乙处5件。'), at, 7, 9)
    expect(found(withText('新增。甲处5件。乙处5件。'), anchor)).toMatchObject({ start: 5 })
    expect(found(withText('新增。甲处5件。乙处5件。'), second)).toMatchObject({ start: 10 })
  })

  test('is told gone when only others the same are left', () => {
    const anchor = anchorOf('受理公开申请5件，另外收到投诉信', '5件')
    expect(found(withText('全年培训人员5件'), anchor)).toEqual({ kind: 'gone', at, was: '5件' })
  })

  test('goes with its part to another place', () => {
    const words = '本局公开信息426条。'
    const anchor = anchorOf(`前面。${words}后面。`, words)
    const moved = withText('别的', part('b', `新写的。${words}`))
    expect(found(moved, anchor)).toEqual({ kind: 'here', at: 'overview.b', start: 4, end: 4 + words.length })
    expect(found({ ...moved, overview: [] }, anchor)).toEqual({ kind: 'gone', was: words })
    expect(anchorLabel(format2021, { ...moved, overview: [] }, anchor)).toBe('已删去的段落')
  })

  const other = fc.string({ unit: fc.constantFrom('一', '二', '。', '\n', '3'), maxLength: 40 })

  test('stays on its words whatever is written and deleted around them', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 8, maxLength: 20 })
    fc.assert(
      fc.property(words, other, other, other, other, (kept, before, after, newBefore, newAfter) => {
        const anchor = anchorOf(`${before}${kept}${after}`, kept)
        const typed = withText(`${newBefore}${kept}${newAfter}`)
        expect(wordsAt(typed, anchor)).toBe(kept)
        expect(found(typed, anchor)).toMatchObject({ at, start: newBefore.length })
        expect(found(withText(`${newBefore}${newAfter}`), anchor)).toEqual({ kind: 'gone', at, was: kept })
      }),
    )
  })

  test('stays on short words while something near them is left', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(words, other, other, other, other, (kept, before, after, inserted, further) => {
        const anchor = anchorOf(`${before}${kept}${after}`, kept)
        const typed = withText(`${further}${before}${inserted}${kept}${inserted}${after}`)
        expect(wordsAt(typed, anchor)).toBe(kept)
        expect(found(withText(`${before}${after}`), anchor)).toMatchObject({ kind: 'gone', was: kept })
      }),
    )
  })
})

test('a remark at a section or at all is there as long as they are', () => {
  const typed = example()
  expect(found(typed, { kind: 'whole' })).toEqual({ kind: 'here' })
  expect(found(typed, { kind: 'section', section: 'requests' })).toEqual({ kind: 'here', section: 'requests' })
  expect(found(typed, { kind: 'section', section: 'gone' })).toEqual({ kind: 'gone', was: 'gone' })
  expect(anchorLabel(format2021, typed, { kind: 'section', section: 'requests' })).toBe(
    format2021.sections.find(({ id }) => id === 'requests')?.title,
  )
})
