import { memo } from 'react'
import type { Table } from '../format'
import { signed } from '../report/amount'
import { pathLabel, places } from '../report/axis'
import { trials } from '../report/balances'
import { balanceKey, type Ledger } from '../report/ledger'
import { useLive, type Shown } from './live'
import { useSession } from './session-context'
import styles from './Table.module.css'

const name = '勾稽'

const shown = (ledger: Ledger, key: string): Shown => {
  const { holds = null, difference = null } = ledger.outcome(key) ?? {}
  if (holds === null) return { text: '未填完', state: 'open' }
  return holds ? { text: '平', state: 'even' } : { text: `差 ${signed(difference ?? 0)}`, state: 'uneven' }
}

const BalanceCell = memo(({ trialKey, label }: { readonly trialKey: string; readonly label: string }) => (
  <output ref={useLive(trialKey, shown)} className={styles.balance} aria-label={`${name} ${label}`} aria-live="off" />
))

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
