import { copyRange, copyTable, type Copied } from '../editing/copy'
import { gridOf, type Grid } from '../editing/movement'
import { readPasted, type Pasted } from '../editing/pasted'
import { isOne, planFill, planList, planPaste, type PastePlan } from '../editing/paste-plan'
import { addressesIn, isSingle, type Range } from '../editing/range'
import type { Table } from '../format'
import { trials } from '../report/balances'
import { cellsOf, type Address } from '../report/cells'
import { writeFigure } from '../report/figures'
import type { Session } from './session'

/** What a cell shows: what was typed, or the total. */
const shownIn =
  (session: Session) =>
  (at: Address): string =>
    cellsOf(session.format).get(at)?.computed ? writeFigure(session.ledger.valueAt(at).value) : session.textAt(at)

const put = (data: DataTransfer, { plain, html }: Copied, withTable: boolean): void => {
  data.setData('text/plain', plain)
  if (withTable) data.setData('text/html', html)
}

/** Puts the selected cells on the clipboard, computed ones too. */
export const copyCells = (session: Session, grid: Grid, range: Range, data: DataTransfer): void => {
  put(data, copyRange(grid, range, shownIn(session)), !isSingle(range))
  session.say(`已复制 ${addressesIn(grid, range).length} 格`)
}

/** Empties the entered cells of a range, as one step; gives how many had something in them. */
export const clearCells = (session: Session, grid: Grid, range: Range): number => {
  const changes = addressesIn(grid, range, true)
    .map((at) => ({ at, before: session.textAt(at), after: '' }))
    .filter(({ before }) => before !== '')
  if (changes.length > 0) session.act({ act: 'clear', changes })
  return changes.length
}

/** Copies a whole table with its labels. Works without a secure context, where there is no navigator.clipboard. */
export const copyWholeTable = (session: Session, table: Table): boolean => {
  const listener = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return
    put(event.clipboardData, copyTable(table, shownIn(session)), true)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', listener, { capture: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', listener, { capture: true })
  }
}

/** Does what a paste plans: at once where nothing has to be told, otherwise the clerk is asked. */
const applyPlan = (session: Session, plan: PastePlan): void => {
  if (session.fixed.get()) session.act({ act: 'paste', changes: [] })
  else if (plan.kind === 'refused') session.notice.set({ message: plan.says })
  else if (plan.ask) session.pasting.set(plan)
  else if (plan.changes.length > 0) session.act({ act: 'paste', changes: plan.changes })
}

const placeIn = (session: Session, { top, left }: Range) => ({
  cells: cellsOf(session.format),
  focus: { row: top, column: left },
  textAt: session.textAt,
})

/** Plans a paste upon a range: as a spreadsheet does, one value fills a selected block. */
const planOn = (
  session: Session,
  grid: Grid,
  range: Range,
  data: DataTransfer,
  plan: (block: Pasted) => PastePlan,
): PastePlan => {
  const block = readPasted(data.getData('text/plain'), data.getData('text/html'))
  return isOne(block) && !isSingle(range)
    ? planFill(placeIn(session, range), addressesIn(grid, range), block.rows[0]?.[0]?.text ?? '')
    : plan(block)
}

/** Pastes into a table, by labels or from the first cell of a range. */
export const pasteCells = (
  session: Session,
  table: Table,
  group: readonly Table[],
  from: Range,
  data: DataTransfer,
): void =>
  applyPlan(
    session,
    planOn(session, gridOf(table), from, data, (block) => {
      const balances = trials(session.format).filter((trial) => trial.table === table.id)
      return planPaste({ ...placeIn(session, from), table, group, balances }, block)
    }),
  )

/** Pastes into a list of figures. */
export const pasteFigures = (session: Session, grid: Grid, from: Range, data: DataTransfer): void =>
  applyPlan(
    session,
    planOn(session, grid, from, data, (block) => planList({ ...placeIn(session, from), grid }, block)),
  )
