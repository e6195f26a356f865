import type { Format, Table } from '../format'
import { add, type Figure } from './amount'
import { lines, summed } from './axis'
import { addressOf, allTables, type Address } from './cells'

/** A sum of cells. `value` is null while nothing is filled; with `missing` above 0 it is provisional. */
export interface Total {
  readonly value: Figure | null
  readonly missing: number
}

/** A computed cell and the cells that it adds up. */
export interface Formula {
  readonly at: Address
  readonly parts: readonly Address[]
}

/** The computed cells of a table in an order in which each comes after its parts. */
export const formulasOf = (table: Table): readonly Formula[] => {
  const rows = lines(table.rows)
  const columns = lines(table.columns)
  const across = rows
    .filter((row) => row.sum === undefined)
    .flatMap((row) =>
      columns.flatMap(({ id, sum }) =>
        sum === undefined
          ? []
          : [
              {
                at: addressOf(table.id, row.id, id),
                parts: summed(table.columns, sum).map((part) => addressOf(table.id, row.id, part)),
              },
            ],
      ),
    )
  const down = rows.flatMap(({ id, sum }) =>
    sum === undefined
      ? []
      : columns.map((column) => ({
          at: addressOf(table.id, id, column.id),
          parts: summed(table.rows, sum).map((part) => addressOf(table.id, part, column.id)),
        })),
  )
  return [...across, ...down]
}

const known = new WeakMap<Format, readonly Formula[]>()

/** Every computed cell of a format, each after its parts; made once for each format. */
export const formulas = (format: Format): readonly Formula[] => {
  const found = known.get(format) ?? allTables(format).flatMap(formulasOf)
  known.set(format, found)
  return found
}

export const blank: Total = { value: null, missing: 1 }

export const filled = (value: Figure | null): Total => (value === null ? blank : { value, missing: 0 })

/** The exact sum of parts; what is blank is counted as missing, never as 0. */
export const sumOf = (parts: readonly Total[]): Total =>
  parts.reduce<Total>(
    (sum, part) => ({
      value: part.value === null ? sum.value : sum.value === null ? part.value : add(sum.value, part.value),
      missing: sum.missing + part.missing,
    }),
    { value: null, missing: 0 },
  )

/** The total of every computed cell by address, from the entered cells. */
export const totalsOf = (format: Format, figure: (at: Address) => Figure | null): ReadonlyMap<Address, Total> => {
  const totals = new Map<Address, Total>()
  const valueAt = (at: Address): Total => totals.get(at) ?? filled(figure(at))
  for (const { at, parts } of formulas(format)) totals.set(at, sumOf(parts.map(valueAt)))
  return totals
}
