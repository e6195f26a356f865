import type { Table } from '../format'
import { compare, type Figure } from '../report/amount'
import type { Address, Cell } from '../report/cells'
import { readFigure, writeFigure } from '../report/figures'
import { formulasOf, filled, sumOf, type Total } from '../report/totals'
import { gridOf, type Grid, type Spot } from './movement'
import type { Change } from './history'
import type { Pasted } from './pasted'
import { recognise, recogniseGroup, type Placed } from './recognise'

/** What a paste would do, before it is done. */
export type PastePlan =
  | { readonly kind: 'refused'; readonly says: string }
  | {
      readonly kind: 'plan'
      readonly changes: readonly Change[]
      /** What has to be told before anything changes: unreadable texts, totals that differ, what would not fit. */
      readonly told: readonly string[]
      /** Whether it must be shown first: something is told, or a filled cell would change. */
      readonly ask: boolean
    }

interface Place {
  readonly cells: ReadonlyMap<Address, Cell>
  readonly focus: Spot
  readonly textAt: (at: Address) => string
}

interface Setting extends Place {
  readonly table: Table
  /** The tables that are printed as one with it, itself among them. */
  readonly group: readonly Table[]
}

interface Layout {
  readonly placed: readonly Placed[]
  readonly told: readonly string[]
}

const width = (block: Pasted): number => block.rows[0]?.length ?? 0

const strangeRows = (labels: readonly string[]): readonly string[] =>
  labels.map((label) => `“${label.slice(0, 20)}”一行没有认出，没有粘贴，请手工填写。`)

/** By the labels that the block carries. */
const byLabels = ({ table, group }: Setting, block: Pasted): Layout | null => {
  if (group.length > 1) {
    const found = recogniseGroup(group, block)
    return found && { placed: found.placed, told: strangeRows(found.strange) }
  }
  const found = recognise(table, block)
  if (!found) return null
  const placed = block.rows.flatMap((row, line) =>
    row.flatMap(({ text }, column) => {
      const [rowId, columnId] = [found.rows[line], found.columns[column]]
      return rowId && columnId ? [{ at: `${table.id}.${rowId}.${columnId}`, text }] : []
    }),
  )
  return { placed, told: strangeRows(found.strange) }
}

/** From the focused cell to the right and down; what would run over the edge is told and stays out. */
const fromFocus = (grid: Grid, focus: Spot, block: Pasted): Layout => {
  const over = {
    right: focus.column + width(block) - grid.columns.length,
    down: focus.row + block.rows.length - grid.rows.length,
  }
  const placed = block.rows.flatMap((row, line) =>
    row.flatMap(({ text }, column) => {
      const target = { row: focus.row + line, column: focus.column + column }
      const fits = target.row < grid.rows.length && target.column < grid.columns.length
      return fits ? [{ at: grid.at(target.row, target.column), text }] : []
    }),
  )
  const words = [over.right > 0 && `右边多出 ${over.right} 列`, over.down > 0 && `下面多出 ${over.down} 行`].filter(
    Boolean,
  )
  return { placed, told: words.length > 0 ? [`粘贴的内容${words.join('、')}，超出表格，多出的部分不会粘贴。`] : [] }
}

const withoutApostrophe = (text: string): string => text.replace(/^['‘’]/, '')

/** A text that a spreadsheet shows in place of a figure, with what to do; undefined for others. */
const notCopied = (text: string): string | undefined => {
  if (/^#+$/.test(text)) return `“${text.slice(0, 8)}”是表格列宽不够时的显示，不是数字，请把列拉宽后重新复制。`
  if (/^#[A-Z/0]+[!?]?/.test(text)) return `“${text.slice(0, 8)}”是表格里的错误值，请改好后重新复制。`
  if (/^[=＝]/.test(text)) return `“${text.slice(0, 20)}”是公式，不是数字，请复制它算出的结果。`
  return undefined
}

interface Outcome {
  readonly changes: readonly Change[]
  readonly told: readonly string[]
}

const entries = ({ cells, textAt }: Place, placed: readonly Placed[]): Outcome => {
  const told: string[] = []
  const changes = placed.flatMap(({ at, text }) => {
    const cell = cells.get(at)
    if (!cell || cell.computed) return []
    const bare = withoutApostrophe(text)
    const refusal = notCopied(bare)
    if (refusal !== undefined) {
      told.push(`${cell.label}：${refusal}`)
      return []
    }
    const read = readFigure(bare, cell.unit)
    if (read.kind === 'unreadable') told.push(`${cell.label}：${read.says}。将照原样填入并标出。`)
    const after = read.kind === 'figure' ? writeFigure(read.value) : read.kind === 'blank' ? '' : bare
    return [{ at, before: textAt(at), after }]
  })
  return { changes, told }
}

/** Pasted totals are compared with what the parts will come to, never stored and never shifted. */
const differingTotals = (
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
    const read = readFigure(withoutApostrophe(text), cell.unit)
    if (read.kind !== 'figure') return [`${cell.label}：“${text.slice(0, 20)}”不是数字，总计由程序计算。`]
    if (total.value !== null && compare(total.value, read.value) === 0) return []
    return [`${cell.label}：粘贴的是 ${read.value}，各项相加是 ${total.value ?? '空'}，总计由程序计算，请核对各项。`]
  })
}

const planOf = (
  place: Place,
  placed: readonly Placed[],
  told: readonly string[],
  totals: Totals,
  block: Pasted,
): PastePlan => {
  const { changes, told: unread } = entries(place, placed)
  const all = [...told, ...unread, ...totals(changes)]
  const changing = changes.filter(({ before, after }) => before !== after)
  const isSingle = block.rows.length === 1 && width(block) === 1
  return {
    kind: 'plan',
    changes: changing,
    told: all,
    // One figure over another is like typing it.
    ask: all.length > 0 || (!isSingle && changing.some(({ before }) => before.trim() !== '')),
  }
}

type Totals = (changes: readonly Change[]) => readonly string[]

/**
 * Lays a block on a table, by its labels where it carries them, otherwise from the focused cell, and says what would
 * change. One figure alone on a computed cell is refused; nothing is ever shifted.
 */
export const planPaste = (setting: Setting, block: Pasted): PastePlan => {
  const labelled = byLabels(setting, block)
  const { placed, told } = labelled ?? fromFocus(gridOf(setting.table), setting.focus, block)
  const isComputed = ({ at }: Placed): boolean => setting.cells.get(at)?.computed === true
  if (placed.length === 0 || (!labelled && placed.every(isComputed)))
    return { kind: 'refused', says: '这里是自动计算的总计，不能粘贴。请选要填的格再粘贴。' }
  return planOf(setting, placed, told, (changes) => differingTotals(setting, placed, changes), block)
}

/** Lays a block on a list of figures, down from the focused one; a row of as many figures is laid along the list. */
export const planList = (place: Place & { readonly grid: Grid }, block: Pasted): PastePlan => {
  const isRow = block.rows.length === 1 && width(block) > 1
  const upright: Pasted = isRow ? { rows: (block.rows[0] ?? []).map((cell) => [cell]) } : block
  const { placed, told } = fromFocus(place.grid, place.focus, upright)
  return planOf(place, placed, told, () => [], upright)
}
