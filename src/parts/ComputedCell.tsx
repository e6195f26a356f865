import { memo } from 'react'
import type { Address, Cell } from '../report/cells'
import type { Ledger } from '../report/ledger'
import { useLive, type Shown } from './live'
import styles from './Table.module.css'

const shown = (ledger: Ledger, at: Address): Shown => {
  const { value, missing } = ledger.valueAt(at)
  if (value === null) return { text: '', state: 'empty' }
  return missing > 0
    ? { text: String(value), state: 'provisional', title: `暂计，还有 ${missing} 格没有填` }
    : { text: String(value), state: 'sum' }
}

/** A computed cell: empty while all its parts are, marked as provisional while some are. */
export const ComputedCell = memo(({ cell }: { readonly cell: Cell }) => (
  <output
    ref={useLive(cell.at, shown)}
    className={styles.computed}
    aria-label={cell.label}
    aria-live="off"
    tabIndex={-1}
    data-at={cell.at}
  />
))
