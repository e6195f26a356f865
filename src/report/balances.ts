import type { Balance, Format, Table } from '../format'
import { compare, signed, subtract, type Figure } from './amount'
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
  /** Addresses; one of last year's report stands behind `last:`. */
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

const last = 'last:'

const isOfLastYear = ({ left, right }: Balance): boolean => [...left, ...right].some((term) => term.startsWith(last))

/** The address in last year's report that a trial's address means; undefined for one of the report itself. */
export const lastYearsOf = (at: Address): Address | undefined =>
  at.startsWith(last) ? at.slice(last.length) : undefined

const trialsIn = (table: Table, balance: Balance): readonly Trial[] => {
  const own = (term: string): readonly string[] => term.split('.').slice(1)
  const [first = []] = [balance.left[0]].map((term) => own(term ?? ''))
  const at = (term: string, place: string): Address => {
    const [row = '', column] = own(term)
    const address = row === '*' ? addressOf(table.id, place, column ?? '') : addressOf(table.id, row, column ?? place)
    return term.startsWith(last) ? `${last}${address}` : address
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

const trialsOf = (format: Format, balances: readonly Balance[]): readonly Trial[] =>
  balances.flatMap((balance) =>
    allTables(format)
      .filter(({ id }) => balance.left[0]?.startsWith(`${id}.`))
      .flatMap((table) => trialsIn(table, balance)),
  )

const known = new WeakMap<Format, readonly Trial[]>()

/** Every balance of a format within one report, at every place where it is tried. Those with last year need last year. */
export const trials = (format: Format): readonly Trial[] => {
  const found =
    known.get(format) ??
    trialsOf(
      format,
      format.checks.filter((balance) => !isOfLastYear(balance)),
    )
  known.set(format, found)
  return found
}

/** Every balance of a format with last year's report, at every place where it is tried. */
export const trialsAcross = (format: Format): readonly Trial[] => trialsOf(format, format.checks.filter(isOfLastYear))

/** The values of both years by a trial's addresses. */
export const valuesAcross =
  (own: (at: Address) => Total, lastYears: (at: Address) => Total): ((at: Address) => Total) =>
  (at) => {
    const before = lastYearsOf(at)
    return before === undefined ? own(at) : lastYears(before)
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

/** The balance's message with its places filled in; a blank part is called 空. */
export const sayingOf = ({ trial, left, right, difference }: Outcome, valueAt: (at: Address) => Total): string => {
  const words: Record<string, string> = {
    place: trial.label,
    difference: signed(difference ?? 0),
    left: String(left.value),
    right: String(right.value),
  }
  const put = (side: string, at: Address, index: number): void => {
    words[`${side}.${index}`] = String(valueAt(at).value ?? '空')
  }
  trial.left.forEach((at, index) => put('left', at, index))
  trial.right.forEach((at, index) => put('right', at, index))
  return trial.balance.says.replace(/\{([\w.]+)\}/g, (whole, key: string) => words[key] ?? whole)
}
