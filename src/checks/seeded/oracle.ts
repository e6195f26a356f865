import { lines } from '../../report/axis'
import { allTables, cellsOf, enteredCells } from '../../report/cells'
import { sumsOf } from './facts'
import type { Specimen } from './correct-reports'
import { toldOf, type Statement, type SumOf } from './statement'

/** What a report's figures and sentences truly break: `must` is to be found, `may` can rightly be said too. */
export interface Truth {
  readonly must: ReadonlySet<string>
  readonly may: ReadonlySet<string>
}

type Value = (at: string) => number

const requestColumns = (specimen: Specimen): readonly string[] =>
  allTables(specimen.format)
    .filter(({ id }) => id === 'requests')
    .flatMap(({ columns }) => lines(columns).map(({ id }) => id))

const balanceFaults = (specimen: Specimen, value: Value): readonly string[] =>
  requestColumns(specimen).flatMap((column) => {
    const at = (row: string): number => value(`requests.${row}.${column}`)
    const unbalanced = at('received') + at('carriedIn') !== at('total') + at('carriedOut')
    const carried = specimen.last && at('carriedIn') !== value(`last:requests.carriedOut.${column}`)
    return [...(unbalanced ? ['D3'] : []), ...(carried ? ['D4'] : [])]
  })

const documentFaults = ({ typed, last }: Specimen, value: Value): readonly string[] =>
  ['rules', 'normative'].flatMap((row) => {
    const of = (id: string): number => value(`issued.${row}.${id}`)
    const moved = last && of('inForce') + of('repealed') !== value(`last:issued.${row}.inForce`) + of('issued')
    const powerless = row === 'rules' && !typed.agency.rulemaking && of('issued') + of('repealed') + of('inForce') > 0
    return [...(of('issued') > of('inForce') ? ['C2'] : []), ...(moved ? ['C1'] : []), ...(powerless ? ['C3'] : [])]
  })

const isJump = (unit: string, now: number, before: number): boolean => {
  const [low, high] = now < before ? [now, before] : [before, now]
  return unit === 'count' ? low >= 10 && high >= 10 * low : low > 0 && high >= 10000 * low
}

const jumps = ({ format, last }: Specimen, value: Value): readonly string[] =>
  last && [...cellsOf(format).values()].some(({ at, unit }) => isJump(unit, value(at), value(`last:${at}`)))
    ? ['B7']
    : []

const sumFaults = ({ format, stated }: Specimen, value: Value): readonly string[] =>
  [...(stated ?? [])].flatMap(([at, figure]) => {
    const [block, row] = at.split('.')
    if (figure === null || Number(figure) === value(at) || !cellsOf(format).has(at)) return []
    return [block === 'disputes' ? 'E1' : row === 'total' ? 'D2' : 'D1']
  })

const feeFaults = ({ statements }: Specimen, value: Value): readonly string[] => {
  const of = (id: string): number => value(`handlingFee.${id}`)
  const unfit =
    of('notices') > 0 !== of('billed') > 0 || of('paid') > 0 !== of('collected') > 0 || of('collected') > of('billed')
  const told = (statements['fee'] ?? []).some((one) => toldOf(one).some(({ rule, zero }) => rule === 'F9' && !zero))
  return [...(unfit ? ['D7'] : []), ...(value('requests.feeUnpaid.total') > 0 && !told ? ['D6'] : [])]
}

/** Two or more of the parts make up the whole already: what follows may belong to a list around them. */
const isWholeEarlier = (parts: readonly number[], whole: number): boolean => {
  let sum = 0
  return parts.slice(0, -1).some((part, index) => {
    sum += part
    return index > 0 && sum === whole
  })
}

const wordFaults = (
  statement: Statement,
  sumOf: SumOf,
): { readonly must: readonly string[]; readonly may: readonly string[] } => {
  const told = toldOf(statement)
  const wrong = told.filter(({ value, isTrue }) => !isTrue(value, sumOf))
  const isTouched = wrong.length > 0
  const sums = statement.sums.flatMap(({ whole, parts, all }) => {
    const values = parts.map((part) => told[part]?.value ?? 0)
    const total = told[whole]?.value ?? 0
    const difference = values.reduce((sum, value) => sum + value, 0) - total
    if (difference === 0 || (difference < 0 && !all && !isTouched)) return []
    return [all || (difference > 0 && !isWholeEarlier(values, total)) ? 'must' : 'may']
  })
  return {
    must: [...wrong.flatMap(({ rule, soft }) => (soft ? [] : [rule])), ...(sums.includes('must') ? ['F6'] : [])],
    may: [
      ...wrong.map(({ rule }) => rule),
      // A quotient is computed from the numbers beside it too.
      ...(isTouched ? told.flatMap(({ rule, soft }) => (soft ? [rule] : [])) : []),
      ...(sums.length > 0 ? ['F6'] : []),
    ],
  }
}

/** Judges a specimen anew, by its own sums and by what its sentences are made of: nothing of the checks is used. */
export const truthOf = (specimen: Specimen): Truth => {
  const sumOf = sumsOf(specimen.format, specimen.typed, specimen.last)
  const value: Value = (at) => sumOf({ plus: [at] })
  const words = Object.values(specimen.statements).flatMap((list) => list.map((one) => wordFaults(one, sumOf)))
  const blanks = enteredCells(specimen.format).some(({ at }) => Number.isNaN(value(at)))
  const must = [
    ...balanceFaults(specimen, value),
    ...documentFaults(specimen, value),
    ...jumps(specimen, value),
    ...sumFaults(specimen, value),
    ...feeFaults(specimen, value),
    ...words.flatMap((one) => one.must),
  ]
  return blanks
    ? { must: new Set(), may: new Set() }
    : { must: new Set(must), may: new Set([...must, ...words.flatMap((one) => one.may)]) }
}

/** The results of disputes that are sums of entered cells, as a source states them. */
export const statedTotals = (specimen: Specimen): ReadonlyMap<string, number> => {
  const sumOf = sumsOf(specimen.format, specimen.typed)
  return new Map(
    [...cellsOf(specimen.format).values()].flatMap(({ at, computed }) =>
      computed ? [[at, sumOf({ plus: [at] })] as const] : [],
    ),
  )
}
