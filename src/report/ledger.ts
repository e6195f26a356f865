import type { Format } from '../format'
import { cellsOf, type Address } from './cells'
import { readFigure, type Read } from './figures'
import { blank, filled, formulas, sumOf, type Formula, type Total } from './totals'
import { trials, tryBalance, type Outcome, type Trial } from './balances'

const same = (a: Total, b: Total): boolean => a.value === b.value && a.missing === b.missing

/** The figures of an open report, kept summed: a change recomputes what depends on it and nothing else. */
export interface Ledger {
  /** Reads a text into an entered cell; gives the addresses and balance keys whose shown value changed. */
  set(at: Address, text: string): readonly string[]
  read(at: Address): Read
  valueAt(at: Address): Total
  outcome(key: string): Outcome | undefined
}

/** The key of a balance at its place, for example `D3.requests.natural`. */
export const balanceKey = ({ balance, table, place }: Trial): string => `${balance.id}.${table}.${place}`

const byPart = <T>(items: readonly T[], parts: (item: T) => readonly Address[]): ReadonlyMap<Address, readonly T[]> => {
  const map = new Map<Address, T[]>()
  for (const item of items) for (const part of parts(item)) map.set(part, [...(map.get(part) ?? []), item])
  return map
}

interface Dependents {
  readonly formulas: ReadonlyMap<Address, readonly Formula[]>
  readonly trials: ReadonlyMap<Address, readonly Trial[]>
}

const known = new WeakMap<Format, Dependents>()

const dependentsOf = (format: Format): Dependents => {
  const found = known.get(format) ?? {
    formulas: byPart(formulas(format), ({ parts }) => parts),
    trials: byPart(trials(format), ({ left, right }) => [...left, ...right]),
  }
  known.set(format, found)
  return found
}

/** A ledger over a format's cells, all blank. */
export const createLedger = (format: Format): Ledger => {
  const cells = cellsOf(format)
  const dependents = dependentsOf(format)
  const reads = new Map<Address, Read>()
  const totals = new Map<Address, Total>()
  const outcomes = new Map<string, Outcome>()
  const valueAt = (at: Address): Total => totals.get(at) ?? blank
  for (const { at, parts } of formulas(format)) totals.set(at, sumOf(parts.map(valueAt)))
  for (const trial of trials(format)) outcomes.set(balanceKey(trial), tryBalance(trial, valueAt))

  const put = (at: Address, total: Total, changed: Set<string>): void => {
    if (same(valueAt(at), total)) return
    totals.set(at, total)
    changed.add(at)
    for (const formula of dependents.formulas.get(at) ?? []) put(formula.at, sumOf(formula.parts.map(valueAt)), changed)
  }

  return {
    set: (at, text) => {
      const cell = cells.get(at)
      if (!cell || cell.computed) return []
      const read = readFigure(text, cell.unit)
      reads.set(at, read)
      const changed = new Set<string>()
      put(at, filled(read.kind === 'figure' ? read.value : null), changed)
      const touched = new Set([...changed].flatMap((address) => dependents.trials.get(address) ?? []))
      for (const trial of touched) {
        const key = balanceKey(trial)
        const before = outcomes.get(key)
        const after = tryBalance(trial, valueAt)
        outcomes.set(key, after)
        if (before?.difference !== after.difference || before?.holds !== after.holds) changed.add(key)
      }
      return [...changed]
    },
    read: (at) => reads.get(at) ?? { kind: 'blank' },
    valueAt,
    outcome: (key) => outcomes.get(key),
  }
}
