import type { Balance, Format, Table } from '../format'
import { compare, subtract, type Figure } from './amount'
import { places } from './axis'
import { addressOf, allTables, type Address } from './cells'
import { sumOf, type Total } from './totals'

/** A balance tried at one place: the cells on its two sides. */
export interface Trial {
  readonly balance: Balance
  readonly table: string
  /** The id of the column (or row) in which it is tried; '' for single cells. */
  readonly place: string
  readonly label: string
  readonly left: readonly Address[]
  readonly right: readonly Address[]
}

/** What a trial came to. `difference` is left minus right; null while a part is blank. */
export interface Outcome {
  readonly trial: Trial
  readonly left: Total
  readonly right: Total
  readonly difference: Figure | null
  readonly holds: boolean | null
}

const isOfLastYear = ({ left, right }: Balance): boolean => [...left, ...right].some((term) => term.startsWith('last:'))

const trialsIn = (table: Table, balance: Balance): readonly Trial[] => {
  const own = (term: string): readonly string[] => term.split('.').slice(1)
  const [first = []] = [balance.left[0]].map((term) => own(term ?? ''))
  const at = (term: string, place: string): Address => {
    const [row = '', column] = own(term)
    return row === '*' ? addressOf(table.id, place, column ?? '') : addressOf(table.id, row, column ?? place)
  }
  const axis = first[0] === '*' ? table.rows : first.length === 1 ? table.columns : []
  const spots =
    axis.length === 0
      ? [{ id: '', label: table.label }]
      : places(axis).map((place) => ({ id: place.line.id, label: place.line.label }))
  return spots.map(({ id, label }) => ({
    balance,
    table: table.id,
    place: id,
    label,
    left: balance.left.map((term) => at(term, id)),
    right: balance.right.map((term) => at(term, id)),
  }))
}

const known = new WeakMap<Format, readonly Trial[]>()

/** Every balance of a format within one report, at every place where it is tried. Those with last year need last year. */
export const trials = (format: Format): readonly Trial[] => {
  const found =
    known.get(format) ??
    format.checks
      .filter((balance) => !isOfLastYear(balance))
      .flatMap((balance) =>
        allTables(format)
          .filter(({ id }) => balance.left[0]?.startsWith(`${id}.`))
          .flatMap((table) => trialsIn(table, balance)),
      )
  known.set(format, found)
  return found
}

/** Adds up both sides, exactly; undecided while a part is blank. */
export const tryBalance = (trial: Trial, valueAt: (at: Address) => Total): Outcome => {
  const left = sumOf(trial.left.map(valueAt))
  const right = sumOf(trial.right.map(valueAt))
  if (left.missing + right.missing > 0 || left.value === null || right.value === null)
    return { trial, left, right, difference: null, holds: null }
  const order = compare(left.value, right.value)
  const holds = trial.balance.is === '=' ? order === 0 : order <= 0
  return { trial, left, right, difference: subtract(left.value, right.value), holds }
}
