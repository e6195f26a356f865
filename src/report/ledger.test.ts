import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatForYear, formats } from '../format'
import type { Format } from '../format'
import { trials } from './balances'
import { cellsOf, enteredCells } from './cells'
import { readFigure } from './figures'
import { balanceKey, createLedger, type Ledger } from './ledger'
import { filled, totalsOf } from './totals'

const format = formatForYear(2023)!

const text = fc.oneof(
  { weight: 5, arbitrary: fc.nat({ max: 300 }).map(String) },
  fc.constantFrom('', ' ', '0', '１２', '1,120', '12件', '1.2万', '无', '/', '-5', '3.5', '676.10'),
)

const entries = (one: Format) =>
  fc.array(fc.tuple(fc.constantFrom(...enteredCells(one).map(({ at }) => at)), text), { maxLength: 60 })

const keys = (one: Format) => [...cellsOf(one).keys(), ...trials(one).map(balanceKey)]

/** What is shown at an address or at a balance's key, as text. */
const shown = (ledger: Ledger, key: string): string => {
  const outcome = ledger.outcome(key)
  return outcome ? `${outcome.difference} ${outcome.holds}` : JSON.stringify(ledger.valueAt(key))
}

describe('while a clerk types', () => {
  test.each(formats.map((one) => [one.id, one] as const))(
    'every total of the format %s stays what adding up from scratch gives',
    (_, one) => {
      fc.assert(
        fc.property(entries(one), (typed) => {
          const ledger = createLedger(one)
          const texts = new Map<string, string>()
          for (const [at, words] of typed) {
            ledger.set(at, words)
            texts.set(at, words)
          }
          const figure = (at: string) => {
            const read = readFigure(texts.get(at) ?? '', cellsOf(one).get(at)?.unit ?? 'count')
            return read.kind === 'figure' ? read.value : null
          }
          const fresh = totalsOf(one, figure)
          for (const [at, cell] of cellsOf(one)) {
            expect(ledger.valueAt(at), at).toEqual(fresh.get(at) ?? filled(figure(at)))
            if (!cell.computed) expect(ledger.read(at)).toEqual(readFigure(texts.get(at) ?? '', cell.unit))
          }
        }),
        { numRuns: 50 },
      )
    },
  )

  test('exactly the cells and balances whose value changed are named', () => {
    fc.assert(
      fc.property(entries(format), (typed) => {
        const ledger = createLedger(format)
        for (const [at, words] of typed) {
          const before = new Map(keys(format).map((key) => [key, shown(ledger, key)]))
          const named = ledger.set(at, words)
          const changed = keys(format).filter((key) => shown(ledger, key) !== before.get(key))
          expect([...named].sort()).toEqual([...changed].sort())
        }
      }),
      { numRuns: 30 },
    )
  })

  test('one of the 144 cells changes itself, three totals and two balances at most', () => {
    const cells = enteredCells(format, 'requests')
    fc.assert(
      fc.property(entries(format), fc.constantFrom(...cells), text, (typed, { at, row, column }, words) => {
        const ledger = createLedger(format)
        for (const [address, other] of typed) ledger.set(address, other)
        const allowed = [
          at,
          `requests.${row}.total`,
          `requests.total.${column}`,
          'requests.total.total',
          `D3.requests.${column}`,
          'D3.requests.total',
        ]
        for (const key of ledger.set(at, words)) expect(allowed).toContain(key)
      }),
    )
  })

  test('the last cell of a column closes its balance, and emptying it opens it again', () => {
    const ledger = createLedger(format)
    const column = enteredCells(format, 'requests').filter((cell) => cell.column === 'natural')
    for (const { at } of column) ledger.set(at, '0')
    expect(ledger.outcome('D3.requests.natural')).toMatchObject({ difference: 0, holds: true })
    expect(ledger.outcome('D3.requests.total')?.holds).toBeNull()
    expect(ledger.set('requests.received.natural', '1')).toContain('D3.requests.natural')
    expect(ledger.outcome('D3.requests.natural')).toMatchObject({ difference: 1, holds: false })
    ledger.set('requests.granted.natural', '')
    expect(ledger.outcome('D3.requests.natural')).toMatchObject({ difference: null, holds: null })
  })

  test('what cannot be read counts as missing, and the last good value comes back with undo', () => {
    const ledger = createLedger(format)
    ledger.set('requests.granted.natural', '5')
    ledger.set('requests.granted.business', '7')
    expect(ledger.valueAt('requests.granted.total')).toEqual({ value: 12, missing: 4 })
    ledger.set('requests.granted.natural', '1.2万')
    expect(ledger.valueAt('requests.granted.total')).toEqual({ value: 7, missing: 5 })
    expect(ledger.read('requests.granted.natural')).toMatchObject({ kind: 'unreadable', text: '1.2万' })
    ledger.set('requests.granted.natural', '5')
    expect(ledger.valueAt('requests.granted.total')).toEqual({ value: 12, missing: 4 })
  })

  test('the same figure in other digits changes nothing', () => {
    const ledger = createLedger(format)
    ledger.set('requests.granted.natural', '12')
    expect(ledger.set('requests.granted.natural', '１２')).toEqual([])
  })

  test('a total cannot be typed over, nor a cell that is not there', () => {
    const ledger = createLedger(format)
    ledger.set('requests.granted.natural', '5')
    for (const at of ['requests.granted.total', 'requests.total.total', 'requests.nowhere.natural', '__proto__', ''])
      expect(ledger.set(at, '9')).toEqual([])
    expect(ledger.valueAt('requests.granted.total')).toEqual({ value: 5, missing: 5 })
  })
})

test('two open reports do not share their figures', () => {
  const one = createLedger(format)
  const other = createLedger(format)
  one.set('requests.granted.natural', '5')
  expect(other.valueAt('requests.granted.natural')).toEqual({ value: null, missing: 1 })
})

test('a ledger begins blank: every total without a value, every balance open', () => {
  const ledger = createLedger(format)
  expect(ledger.valueAt('requests.total.total')).toEqual({ value: null, missing: 126 })
  expect(ledger.read('requests.granted.natural')).toEqual({ kind: 'blank' })
  for (const trial of trials(format)) expect(ledger.outcome(balanceKey(trial))?.holds).toBeNull()
})
