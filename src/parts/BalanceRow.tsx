import { memo } from 'react'
import type { Table } from '../format'
import { signed } from '../report/amount'
import { pathLabel, places } from '../report/axis'
import { trials } from '../report/balances'
import { balanceKey } from '../report/ledger'
import { useOutcome, useSession } from './session-context'
import styles from './Table.module.css'

const name = '勾稽'

const BalanceCell = memo(({ trialKey, label }: { readonly trialKey: string; readonly label: string }) => {
  const outcome = useOutcome(trialKey)
  const state = outcome?.holds === true ? 'even' : outcome?.holds === false ? 'uneven' : 'open'
  return (
    <output className={styles.balance} aria-label={`${name} ${label}`} aria-live="off" data-state={state}>
      {state === 'even' ? '平' : state === 'uneven' ? `差 ${signed(outcome?.difference ?? 0)}` : '未填完'}
    </output>
  )
})

/** The row under a table whose columns balance: each column's 平, 未填完 or difference, left minus right. */
export const BalanceRow = memo(({ table, lead }: { readonly table: Table; readonly lead: number }) => {
  const { format } = useSession()
  const own = trials(format).filter((trial) => trial.table === table.id)
  const byColumn = new Map(own.map((trial) => [trial.place, balanceKey(trial)]))
  const label = own[0]?.balance.label
  const columns = places(table.columns)
  if (!columns.every(({ line }) => byColumn.has(line.id))) return null
  return (
    <tfoot>
      <tr aria-label={name}>
        <th colSpan={lead} scope="row">
          {label === undefined ? name : `${name}：${label}`}
        </th>
        {columns.map((place) => (
          <td key={place.line.id}>
            <BalanceCell trialKey={byColumn.get(place.line.id) ?? ''} label={pathLabel(place)} />
          </td>
        ))}
      </tr>
    </tfoot>
  )
})
