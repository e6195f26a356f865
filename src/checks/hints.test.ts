import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { trials, tryBalance } from '../report/balances'
import { enteredCells } from '../report/cells'
import { exampleReport } from '../report/example'
import { formulas } from '../report/totals'
import { mapCells, typedAt } from '../report/reading'
import type { TypedReport } from '../report/report'
import { subjectFrom, subjectFromTyped } from './across/samples'
import { hintsFor } from './hints'
import type { Cure, Subject } from './rule'

const example = exampleReport(format2021)
const cells = enteredCells(format2021, 'requests')

/** The example with some figures changed. */
const withFigures = (figures: Readonly<Record<string, string>>, base = example): TypedReport => ({
  ...base,
  cells: mapCells(format2021, (cell) => figures[cell.at] ?? typedAt(base, cell)),
})

const subject = (figures: Readonly<Record<string, string>>, last?: TypedReport): Subject =>
  subjectFromTyped(format2021, withFigures(figures), last)

const right = subjectFromTyped(format2021, example)

const changed = (hint: Cure | undefined) => hint?.changes.map(({ at, from, to }) => `${at} ${from}→${to}`)

const balances = (judged: Subject, column: string): boolean | null | undefined => {
  const trial = trials(format2021).find(({ balance, place }) => balance.id === 'D3' && place === column)
  return trial && tryBalance(trial, judged.valueAt).holds
}

const after = (figures: Readonly<Record<string, string>>, hint: Cure): Subject =>
  subject({ ...figures, ...Object.fromEntries(hint.changes.map(({ at, to }) => [at, to])) })

describe('hints where a column does not balance', () => {
  test('digits that were exchanged are put back', () => {
    const [first] = hintsFor(subject({ 'requests.received.natural': '68' }), 'natural')
    expect(first?.says).toBe('把“一、本年新收政府信息公开申请数量 自然人”由 68 改为 86（数字颠倒）')
    expect(first?.changes).toEqual([{ at: 'requests.received.natural', from: '68', to: '86' }])
  })

  test('a number that was left out is put in', () => {
    const [first] = hintsFor(subject({ 'requests.granted.natural': '0' }), 'natural')
    expect(first?.says).toBe('把“（一）予以公开 自然人”由 0 改为 38（差的正好是 38，可能漏填）')
  })

  test('the one blank cell is filled with what the others leave', () => {
    const found = hintsFor(subject({ 'requests.granted.natural': '' }), 'natural')
    expect(found.map(({ says }) => says)).toEqual(['把“（一）予以公开 自然人”填为 38（其他各数都对的话，缺的正是 38）'])
    expect(found[0]?.changes).toEqual([{ at: 'requests.granted.natural', from: '', to: '38' }])
  })

  test('what cannot be read stands in the cure as it was typed', () => {
    const [first] = hintsFor(subject({ 'requests.granted.natural': '三十八' }), 'natural')
    expect(first?.changes).toEqual([{ at: 'requests.granted.natural', from: '三十八', to: '38' }])
  })

  test('a number counted twice is among them', () => {
    const found = hintsFor(subject({ 'requests.needsCreation.business': '3' }), 'business')
    expect(found.map(changed)).toContainEqual(['requests.needsCreation.business 3→0'])
  })

  test('a number typed in the next column is moved back, in both columns', () => {
    const figures = { 'requests.notHeld.natural': '0', 'requests.notHeld.business': '18' }
    const moved = { 'requests.notHeld.natural': '0', 'requests.notHeld.research': '15' }
    for (const column of ['natural', 'research']) {
      const [first] = hintsFor(subject(moved), column)
      expect(first?.says).toBe(
        '把“（四）无法提供 1.本机关不掌握相关政府信息”一行的 15 由“法人或其他组织 科研机构”移到“自然人”（填错了列）',
      )
      expect(first?.changes).toHaveLength(2)
    }
    expect(hintsFor(subject(figures), 'natural').map(changed)).toContainEqual([
      'requests.notHeld.natural 0→15',
      'requests.notHeld.business 18→3',
    ])
  })

  test('numbers exchanged between two columns are exchanged back', () => {
    const [first] = hintsFor(subject({ 'requests.granted.natural': '9', 'requests.granted.business': '38' }), 'natural')
    expect(first?.says).toBe('把“（一）予以公开”一行的“自然人” 9 与“法人或其他组织 商业企业” 38 对调（填错了列）')
  })

  test('what came in and what goes out exchanged are exchanged back', () => {
    const figures = { 'requests.carriedIn.business': '3', 'requests.carriedOut.business': '1' }
    expect(hintsFor(subject(figures), 'business').map(changed)).toContainEqual([
      'requests.carriedIn.business 3→1',
      'requests.carriedOut.business 1→3',
    ])
  })

  test('last year’s 结转下年度 is put in as this year’s 上年结转 where that balances', () => {
    const last = withFigures({ 'requests.carriedOut.natural': '4' })
    const [first] = hintsFor(subject({ 'requests.carriedIn.natural': '17' }, last), 'natural')
    expect(first?.says).toBe(
      '把“二、上年结转政府信息公开申请数量 自然人”由 17 改为 4（与其他数字相符，上年年报的结转下年度是 4）',
    )
  })

  test('a total that the words state tells which of several it is', () => {
    const wrong = subject({ 'requests.deliberative.natural': '0' })
    const claims = new Map([
      ['requests.deliberative.total', 4],
      ['requests.refused.total', 16],
    ])
    expect(hintsFor(wrong, 'natural', claims)[0]?.says).toBe(
      '把“（三）不予公开 6.属于四类过程性信息 自然人”由 0 改为 3（差的正好是 3，可能漏填，与文字写的数相符）',
    )
  })

  test('a printed total tells it too', () => {
    const stated = new Map(formulas(format2021).map(({ at }) => [at, right.valueAt(at).value]))
    const wrong = { ...subject({ 'requests.unclear.natural': '7' }), stated }
    expect(changed(hintsFor(wrong, 'natural')[0])).toEqual(['requests.unclear.natural 7→1'])
  })

  test('the totals’ column shows those of the only column that is off', () => {
    const one = subject({ 'requests.received.natural': '68' })
    expect(hintsFor(one, 'total')).toEqual(hintsFor(one, 'natural'))
    const two = subject({ 'requests.received.natural': '68', 'requests.received.business': '12' })
    expect(hintsFor(two, 'total')).toEqual([])
  })

  test('a column that balances has none, nor one with two blank cells, nor one that is not there', () => {
    expect(hintsFor(right, 'natural')).toEqual([])
    expect(hintsFor(subject({ 'requests.granted.natural': '', 'requests.repeated.natural': '' }), 'natural')).toEqual(
      [],
    )
    expect(hintsFor(right, 'nobody')).toEqual([])
    expect(hintsFor(subjectFrom({}), 'natural')).toEqual([])
  })
})

describe('every hint', () => {
  const fault = fc.record({
    cell: fc.constantFrom(...cells),
    value: fc.oneof(fc.constant(''), fc.nat({ max: 120 }).map(String)),
  })

  test('balances its column, any other column that it touches, and breaks none; there are at most five', () => {
    fc.assert(
      fc.property(fc.array(fault, { minLength: 1, maxLength: 3 }), (faults) => {
        const figures = Object.fromEntries(faults.map(({ cell, value }) => [cell.at, value]))
        const wrong = subject(figures)
        const columns = [...new Set(cells.map(({ column }) => column))]
        for (const column of columns) {
          const found = hintsFor(wrong, column)
          expect(found.length).toBeLessThanOrEqual(5)
          for (const hint of found) {
            const cured = after(figures, hint)
            expect(balances(cured, column), hint.says).toBe(true)
            for (const other of columns)
              if (balances(wrong, other) === true) expect(balances(cured, other), hint.says).toBe(true)
            for (const { at, from, to } of hint.changes) {
              expect(to).toMatch(/^\d+$/)
              expect(from).toBe(figures[at] ?? String(right.valueAt(at).value))
            }
            expect(hint.says).toMatch(/^把“[^a-zA-Z!！{}]+）$/)
          }
          expect(new Set(found.map(({ says }) => says)).size).toBe(found.length)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('put first restores the figures in most single slips once printed totals are known', () => {
    const stated = new Map(formulas(format2021).map(({ at }) => [at, right.valueAt(at).value]))
    const slips = cells.flatMap(({ at, column }) => {
      const text = String(right.valueAt(at).value)
      const turned = [...text].reverse().join('')
      const typed =
        text === '0' ? ['1'] : ['0', '', ...(Number(turned) === Number(text) ? [] : [String(Number(turned))])]
      return typed.map((wrong) => ({ at, column, text, wrong }))
    })
    const restored = slips.filter(({ at, column, text, wrong }) => {
      const [first] = hintsFor({ ...subject({ [at]: wrong }), stated }, column)
      return first?.changes.length === 1 && first.changes[0]?.at === at && first.changes[0].to === text
    })
    expect(restored.length / slips.length).toBeGreaterThan(0.95)
  })
})
