import type { Step } from '../editing/history'
import { isSingle, type Range } from '../editing/range'
import type { Format } from '../format'
import { signed } from '../report/amount'
import { trials } from '../report/balances'
import { cellsOf, type Address } from '../report/cells'
import { balanceKey, type Ledger } from '../report/ledger'

/** Which balances stood, broke or were open, by key. */
export type Held = ReadonlyMap<string, boolean | null>

const rowBalances = (format: Format) => trials(format).filter(({ balance }) => balance.is === '=')

export const heldNow = (format: Format, ledger: Ledger): Held =>
  new Map(rowBalances(format).map((trial) => [balanceKey(trial), ledger.outcome(balanceKey(trial))?.holds ?? null]))

const balancesIn = (format: Format, ledger: Ledger, before: Held): readonly string[] =>
  rowBalances(format).flatMap((trial) => {
    const outcome = ledger.outcome(balanceKey(trial))
    const was = before.get(balanceKey(trial)) ?? null
    if (outcome?.holds === false && was !== false) return [`${trial.label}不平，差 ${signed(outcome.difference ?? 0)}`]
    return outcome?.holds === true && was === false ? [`${trial.label}已平`] : []
  })

/** The total of the row in which a cell stands, where it has one. */
const totalIn = (format: Format, ledger: Ledger, at: Address): readonly string[] => {
  const cells = cellsOf(format)
  const own = cells.get(at)
  const total = [...cells.values()].find(
    (cell) => cell.computed && cell.block === own?.block && cell.row === own.row && cell.column !== own.column,
  )
  const value = total && ledger.valueAt(total.at)
  return value && value.value !== null ? [`总计 ${value.value}${value.missing > 0 ? '，未填完' : ''}`] : []
}

/** What a reader of the screen is told of a change: the total that changed, and each balance that broke or mended. */
export const sayChange = (format: Format, ledger: Ledger, before: Held, at: readonly Address[]): string =>
  [
    ...(at.length === 1 ? at.flatMap((one) => totalIn(format, ledger, one)) : []),
    ...balancesIn(format, ledger, before),
  ].join('；')

/** What is told of an act on cells as such; an entry is heard as it is typed, the others have a word of their own. */
export const sayDeed = ({ act, changes }: Step): string => {
  if (act === 'clear') return `已清空 ${changes.length} 格`
  return act === 'paste' ? `已粘贴 ${changes.length} 格` : ''
}

/** The block that is selected; nothing where it is one cell, which is told as it is entered. */
export const saySelected = (range: Range | null): string =>
  range === null || isSingle(range) ? '' : `选中 ${range.bottom - range.top + 1} 行 ${range.right - range.left + 1} 列`
