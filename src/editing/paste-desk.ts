import type { Format, Table } from '../format'
import { allFigures, allTables, cellsOf, enteredCells, type Address } from '../report/cells'
import { trials } from '../report/balances'
import type { Copied } from './copy'
import { gridOfFigures } from './movement'
import { gridOf, spotOf } from './movement'
import { readPasted } from './pasted'
import { planList, planPaste, type PastePlan } from './paste-plan'

/** A draft's figures to paste upon, for tests: what stands in the cells, and what a paste there would do. */
export const deskOf = (format: Format, before: Readonly<Record<Address, string>> = {}) => {
  const cells = cellsOf(format)
  const textAt = (at: Address): string => before[at] ?? ''
  const tableOf = (id: string): Table => {
    const table = allTables(format).find((one) => one.id === id)
    if (!table) throw new Error(`no table ${id}`)
    return table
  }
  const groupOf = (table: Table): readonly Table[] =>
    table.group === undefined ? [table] : allTables(format).filter(({ group }) => group === table.group)
  const paste = (at: Address, { plain, html }: Copied): PastePlan => {
    const table = tableOf(at.split('.')[0] ?? '')
    const focus = spotOf(gridOf(table), at) ?? { row: 0, column: 0 }
    const balances = trials(format).filter((trial) => trial.table === table.id)
    return planPaste({ table, group: groupOf(table), balances, cells, focus, textAt }, readPasted(plain, html))
  }
  const pasteList = (at: Address, { plain, html }: Copied): PastePlan => {
    const list = allFigures(format)[0]
    if (!list) throw new Error('no figures')
    const grid = gridOfFigures(list)
    const focus = spotOf(grid, at) ?? { row: 0, column: 0 }
    return planList({ grid, cells, focus, textAt }, readPasted(plain, html))
  }
  /** What stands in the entered cells after a plan; blank ones are left out. */
  const after = (plan: PastePlan): Record<Address, string> => {
    const texts = new Map(Object.entries(before))
    if (plan.kind === 'plan') for (const { at, after: text } of plan.changes) texts.set(at, text)
    return Object.fromEntries([...texts].filter(([, text]) => text !== ''))
  }
  const entered = (block: string): readonly Address[] => enteredCells(format, block).map(({ at }) => at)
  return { tableOf, groupOf, paste, pasteList, after, entered, cells }
}

/** Texts alone, as from a plain text editor. */
export const text = (plain: string): Copied => ({ plain, html: '' })
