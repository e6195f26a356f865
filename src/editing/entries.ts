import type { Table } from '../format'
import { compare, type Figure } from '../report/amount'
import { tryBalance, type Trial } from '../report/balances'
import type { Address, Cell } from '../report/cells'
import { readFigure, writeFigure } from '../report/figures'
import { quoted } from '../report/quoted'
import { blank, filled, formulasOf, sumOf, type Total } from '../report/totals'
import type { Change } from './history'
import type { Placed } from './layout'
import type { Spot } from './movement'

/** Where a block is pasted. */
export interface Place {
  readonly cells: ReadonlyMap<Address, Cell>
  readonly focus: Spot
  readonly textAt: (at: Address) => string
}

/** A table in which a block is pasted. */
export interface Setting extends Place {
  readonly table: Table
  /** The tables that are printed as one with it, itself among them. */
  readonly group: readonly Table[]
  /** The balances of the table. */
  readonly balances?: readonly Trial[]
}

const withoutApostrophe = (text: string): string => text.replace(/^['‘’＇]/, '').trim()

/** A text that a spreadsheet shows in place of a figure, with what to do; undefined for others. */
const notCopied = (text: string): string | undefined => {
  if (/^#+$/.test(text))
    return `“${quoted(text, 8)}”是表格列宽不够时的显示，不是数字，这一格没有改动，请把列拉宽后重新复制。`
  if (/^#[A-Z/0]+[!?]?/.test(text)) return `“${quoted(text, 8)}”是表格里的错误值，这一格没有改动，请改好后重新复制。`
  if (/^[=＝]/.test(text)) return `“${quoted(text, 20)}”是公式，不是数字，这一格没有改动，请复制它算出的结果。`
  if (/[^\s][\r\n]\s*[^\s]/.test(text))
    return `“${quoted(text.replace(/\s+/g, ' '), 20)}”在一格里分了行，看不出是哪个数，没有粘贴，请手工填写。`
  return undefined
}

/** What a block's texts make of the cells, and what has to be told of them. */
interface Outcome {
  readonly changes: readonly Change[]
  readonly told: readonly string[]
}

/**
 * What entered cells would hold: figures written plainly, what is none as it stands, and told. What only stands in place of a
 * figure is told and not put.
 */
export const entries = ({ cells, textAt }: Place, placed: readonly Placed[]): Outcome => {
  const told: string[] = []
  const changes = placed.flatMap(({ at, text }) => {
    const cell = cells.get(at)
    if (!cell || cell.computed) return []
    const plain = withoutApostrophe(text)
    const refusal = notCopied(plain)
    if (refusal !== undefined) {
      told.push(`${cell.label}：${refusal}`)
      return []
    }
    const read = readFigure(plain, cell.unit)
    if (read.kind === 'unreadable') told.push(`${cell.label}：${read.says}。将照原样填入并标出。`)
    const after = read.kind === 'figure' ? writeFigure(read.value) : read.kind === 'blank' ? '' : plain
    return [{ at, before: textAt(at), after }]
  })
  return { changes, told }
}

/** Pasted totals are compared with what the parts will come to, never stored and never shifted. */
export const differingTotals = (
  { table, cells, textAt }: Setting,
  placed: readonly Placed[],
  changes: readonly Change[],
): readonly string[] => {
  const after = new Map(changes.map((change) => [change.at, change.after]))
  const totals = new Map<Address, Total>()
  const figure = (at: Address): Figure | null => {
    const read = readFigure(after.get(at) ?? textAt(at), cells.get(at)?.unit ?? 'count')
    return read.kind === 'figure' ? read.value : null
  }
  for (const { at, parts } of formulasOf(table))
    totals.set(at, sumOf(parts.map((part) => totals.get(part) ?? filled(figure(part)))))
  return placed.flatMap(({ at, text }) => {
    const cell = cells.get(at)
    const total = totals.get(at)
    if (!cell?.computed || !total || text === '') return []
    const pasted = withoutApostrophe(text)
    const count = readFigure(pasted, cell.unit)
    // A sum may be longer than a count.
    const read = count.kind === 'figure' ? count : readFigure(pasted, 'money')
    if (read.kind !== 'figure') return [`${cell.label}：“${quoted(text, 20)}”不是数字，总计由程序计算。`]
    if (total.value !== null && compare(total.value, read.value) === 0) return []
    const sum = total.value === null ? '各项还没有填' : `各项相加是 ${total.value}`
    return [`${cell.label}：粘贴的是 ${read.value}，${sum}，总计由程序计算，请核对各项。`]
  })
}

/** Whether figures, just as they are laid, fill a table of which every column balances. */
export const isBalanced = ({ table, cells, balances = [] }: Setting, placed: readonly Placed[]): boolean => {
  const totals = new Map<Address, Total>(
    placed.flatMap(({ at, text }) => {
      const read = readFigure(text, cells.get(at)?.unit ?? 'count')
      return read.kind === 'figure' ? [[at, filled(read.value)] as const] : []
    }),
  )
  const valueAt = (at: Address): Total => totals.get(at) ?? blank
  for (const { at, parts } of formulasOf(table)) totals.set(at, sumOf(parts.map(valueAt)))
  const outcomes = balances.filter(({ balance }) => balance.is === '=').map((trial) => tryBalance(trial, valueAt))
  return outcomes.length > 0 && outcomes.every(({ holds }) => holds === true)
}
