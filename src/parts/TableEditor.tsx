import { memo, useMemo } from 'react'
import { gridOf } from '../editing/movement'
import type { Table } from '../format'
import { margin, pathLabel, places, type HeadCell } from '../report/axis'
import { addressOf, allTables, cellsOf, type Cell } from '../report/cells'
import { BalanceRow } from './BalanceRow'
import { FigureInput } from './FigureInput'
import { ComputedCell } from './ComputedCell'
import { pasteCells } from './clipboard'
import { useFigureEvents, type Paste } from './figure-events'
import { useSession } from './session-context'
import styles from './Table.module.css'

interface Props {
  readonly table: Table
  /** Whether the next table is printed as one with it. */
  readonly joined?: boolean
}

/** How many columns of heads stand at the left; a table whose one row has no label has none. */
const headColumns = (table: Table): number =>
  places(table.rows).some((place) => pathLabel(place) !== '') ? margin(table.rows).levels : 0

const Widths = ({ table }: Props) => (
  <colgroup>
    {Array.from({ length: headColumns(table) }, (_, level) => (
      <col key={level} className={styles[`level${headColumns(table) === 1 ? 'Only' : level}`]} />
    ))}
    {places(table.columns).map(({ line }) => (
      <col key={line.id} className={styles.figures} />
    ))}
  </colgroup>
)

/** Where columns are narrow a label stands on two lines of the same length, as in the official form. */
const ColumnLabel = ({ label, crowded }: { readonly label: string; readonly crowded: boolean }) =>
  crowded && label.length > 3 ? <span className={label.length > 4 ? styles.threes : styles.twos}>{label}</span> : label

const Head = ({ table }: Props) => {
  const { levels, cells } = margin(table.columns)
  const lead = headColumns(table)
  const columns = places(table.columns).length
  const rows = levels + (table.over === undefined ? 0 : 1)
  const corner = lead > 0 && (
    <th rowSpan={rows} colSpan={lead} className={`${styles.corner} ${lead > 1 ? styles.note : ''}`} scope="col">
      {table.corner}
    </th>
  )
  return (
    <thead>
      {table.over !== undefined && (
        <tr>
          {corner}
          <th colSpan={columns} scope="col">
            {table.over}
          </th>
        </tr>
      )}
      {Array.from({ length: levels }, (_, level) => (
        <tr key={level}>
          {level === 0 && table.over === undefined && corner}
          {cells
            .filter((cell) => cell.level === level)
            .map((cell) => (
              <th key={cell.id} rowSpan={cell.levels} colSpan={cell.lines} scope="col">
                {cell.isLine ? <ColumnLabel label={cell.label} crowded={columns > 4} /> : cell.label}
              </th>
            ))}
        </tr>
      ))}
    </thead>
  )
}

const RowHead = ({ cell }: { readonly cell: HeadCell }) => (
  <th rowSpan={cell.lines} colSpan={cell.levels} scope="row" className={cell.isLine ? undefined : styles.group}>
    {cell.label}
  </th>
)

const Body = ({ table }: Props) => {
  const cells = cellsOf(useSession().format)
  const heads = headColumns(table) === 0 ? [] : margin(table.rows).cells
  const columns = places(table.columns)
  const cellAt = (row: string, column: string): Cell => {
    const cell = cells.get(addressOf(table.id, row, column))
    if (!cell) throw new Error(`no cell ${row} ${column}`)
    return cell
  }
  return (
    <tbody>
      {places(table.rows).map(({ line }, index) => (
        <tr key={line.id}>
          {heads
            .filter((head) => head.line === index)
            .map((head) => (
              <RowHead key={head.id} cell={head} />
            ))}
          {columns.map((column) => {
            const cell = cellAt(line.id, column.line.id)
            return cell.computed ? (
              <td key={cell.at} className={styles.sum}>
                <ComputedCell cell={cell} />
              </td>
            ) : (
              <td key={cell.at}>
                <FigureInput cell={cell} />
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}

/** A statutory table with merged heads, text boxes, live totals and, where it balances, the balance row. */
export const TableEditor = memo(({ table, joined = false }: Props) => {
  const { format } = useSession()
  const grid = useMemo(() => gridOf(table), [table])
  const paste = useMemo((): Paste => {
    const group = allTables(format).filter(
      (one) => one === table || (table.group !== undefined && one.group === table.group),
    )
    return (session, from, data) => pasteCells(session, table, group, from, data)
  }, [format, table])
  const events = useFigureEvents(grid, paste)
  return (
    <div className={styles.block} data-joined={joined || undefined}>
      {table.caption !== undefined && <p className={styles.caption}>{table.caption}</p>}
      <table className={styles.table} aria-label={table.label} {...events}>
        <Widths table={table} />
        <Head table={table} />
        <Body table={table} />
        <BalanceRow table={table} lead={headColumns(table)} />
      </table>
    </div>
  )
})
