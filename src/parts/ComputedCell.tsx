import { memo } from 'react'
import type { Cell } from '../report/cells'
import { useTotal } from './session-context'
import styles from './Table.module.css'

/** A computed cell: empty while all its parts are, marked as provisional while some are. */
export const ComputedCell = memo(({ cell }: { readonly cell: Cell }) => {
  const { value, missing } = useTotal(cell.at)
  const state = value === null ? 'empty' : missing > 0 ? 'provisional' : 'sum'
  return (
    <output
      className={styles.computed}
      aria-label={cell.label}
      aria-live="off"
      tabIndex={-1}
      data-at={cell.at}
      data-state={state}
      title={state === 'provisional' ? `暂计，还有 ${missing} 格没有填` : undefined}
    >
      {value ?? ''}
    </output>
  )
})
