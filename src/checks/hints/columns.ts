import { pathLabel, places, type Place } from '../../report/axis'
import { trials, tryBalance, type Trial } from '../../report/balances'
import { allTables, cellsOf, type Address, type Cell } from '../../report/cells'
import { formulas } from '../../report/totals'
import type { Format, Table } from '../../format'
import type { Subject } from '../rule'

/** One entered cell of a column that must balance; `sign` is its part in left minus right. */
export interface Entry {
  readonly cell: Cell
  readonly value: number | null
  readonly sign: 1 | -1
}

/** A column whose both sides are entered cells. `difference` is left minus right of what is filled. */
export interface Column {
  readonly id: string
  readonly entries: readonly Entry[]
  readonly blanks: readonly Entry[]
  readonly difference: number
}

const entriesOf = (subject: Subject, side: readonly Address[], sign: Entry['sign']): readonly Entry[] => {
  const cells = cellsOf(subject.format)
  const sums = new Map(formulas(subject.format).map(({ at, parts }) => [at, parts]))
  return side
    .flatMap((at) => sums.get(at) ?? [at])
    .flatMap((at) => {
      const cell = cells.get(at)
      const { value } = subject.valueAt(at)
      return cell ? [{ cell, sign, value: typeof value === 'number' ? value : null }] : []
    })
}

const columnOf = (subject: Subject, trial: Trial): Column => {
  const entries = [...entriesOf(subject, trial.left, 1), ...entriesOf(subject, trial.right, -1)]
  return {
    id: trial.place,
    entries,
    blanks: entries.filter(({ value }) => value === null),
    difference: entries.reduce((sum, { value, sign }) => sum + sign * (value ?? 0), 0),
  }
}

const balanced = (format: Format): readonly Trial[] => trials(format).filter(({ balance }) => balance.id === 'D3')

/** The columns of table three that people fill, by their id. */
export const columnsOf = (subject: Subject): ReadonlyMap<string, Column> =>
  new Map(
    balanced(subject.format)
      .map((trial) => columnOf(subject, trial))
      .filter(({ entries }) => entries.every(({ cell }) => !cell.computed))
      .map((column) => [column.id, column]),
  )

/** Whether a column is one of sums that does not balance: then one of its parts does not. */
export const isUnbalancedSum = (subject: Subject, id: string): boolean =>
  balanced(subject.format).some((trial) => trial.place === id && tryBalance(trial, subject.valueAt).holds === false)

const tableOf = (format: Format, cell: Cell): Table | undefined => allTables(format).find(({ id }) => id === cell.block)

const placeOf = (axis: Table['rows'] | undefined, id: string): Place | undefined =>
  places(axis ?? []).find(({ line }) => line.id === id)

/** A row's short label: without the outermost heading and what stands in brackets behind it. */
export const rowLabel = (format: Format, cell: Cell): string => {
  const place = placeOf(tableOf(format, cell)?.rows, cell.row)
  if (!place) return cell.row
  const label = pathLabel({ line: place.line, headings: place.headings.slice(1) })
  return label.replace(/(.)（[^（）]*）$/, '$1')
}

/** A column's label with its headings. */
export const columnLabel = (format: Format, cell: Cell): string => {
  const place = placeOf(tableOf(format, cell)?.columns, cell.column)
  return place ? pathLabel(place) : cell.column
}
