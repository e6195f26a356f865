import type { Address, Cell } from '../report/cells'
import { quoted } from '../report/quoted'
import { fromFocus, onEntered } from './anchored'
import { byList } from './by-list'
import { hasFigure } from './by-runs'
import { differingTotals, entries, isBalanced, type Place, type Setting } from './entries'
import type { Change } from './history'
import { bare, elsewhere, isFigureLike, type IsElsewhere } from './labels'
import { isUnclear, says, type Layout, type Placed, type Unclear } from './layout'
import { gridOf, type Grid } from './movement'
import type { Pasted } from './pasted'
import { laidIn, recognise } from './recognise'
import { recogniseGroup } from './recognise-group'

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

const width = (block: Pasted): number => block.rows[0]?.length ?? 0

/** Whether a block is one value. */
export const isOne = (block: Pasted): boolean => block.rows.length === 1 && width(block) === 1

/** The figures of one table with the labels of all: what stands on other tables is known too. */
const foreignLabel = ({ cells }: Place, block: Pasted): string | undefined => {
  const texts = block.rows.flatMap((row) => row.flatMap(({ text, merged }) => (merged || text === '' ? [] : [text])))
  if (texts.length < 2) return undefined
  const labels = texts.filter((text) => !isFigureLike(text))
  if (labels.length === 0) return undefined
  const words = new Set([...cells.values()].flatMap(({ label }) => label.split(' ').map(bare)))
  const known = labels.find((text) => words.has(bare(text)))
  if (known !== undefined) return known
  const named = block.rows.map((row) => row.map(({ text }) => text).filter((text) => text !== ''))
  return named.find(
    ([first = '', ...rest]) => /[\u4e00-\u9fff]{4}/.test(first) && !isFigureLike(first) && hasFigure(rest),
  )?.[0]
}

/** `isOne` says that one value goes into one cell. */
const planOf = (place: Place, { placed, told }: Layout, isOne: boolean, totals: Totals = () => []): PastePlan => {
  const { changes, told: unread } = entries(place, placed)
  const all = [...told, ...unread, ...totals(changes)]
  const changing = changes.filter(({ before, after }) => before !== after)
  const isTyped = isOne && changing.every(({ after }) => after !== '')
  return {
    kind: 'plan',
    changes: changing,
    told: all,
    // One figure over another is like typing it.
    ask: all.length > 0 || (!isTyped && changing.some(({ before }) => before.trim() !== '')),
  }
}

type Totals = (changes: readonly Change[]) => readonly string[]

const refused = (says: string): PastePlan => ({ kind: 'refused', says })

const nothing = '剪贴板里没有可以粘贴的内容，或者内容太多。请重新复制要填的数字再粘贴。'
const onlyLabels = '复制的只有表头或行名，没有可填的数字，没有粘贴。请连数字一起复制。'
const onTotal = '这里是自动计算的总计，不能粘贴。请选要填的格再粘贴。'

const foreign = (label: string, own: readonly Cell[]): string => {
  const shown = `“${quoted(label.replace(/\s+/g, ''), 20)}”`
  const isOwn = own.some((cell) => cell.label.split(' ').some((word) => bare(word) === bare(label)))
  return isOwn
    ? `认出了${shown}，看不出各个数字填在哪一格，没有粘贴。请连行名和表头一起复制，或者只复制数字再粘贴。`
    : `${shown}不是这张表的行名或表头，没有粘贴。请到对应的表里粘贴，或者只复制数字再粘贴。`
}

/**
 * Without labels a block is laid from the focused cell, totals upon totals. A block of just the entered rows or columns
 * is laid on those alone, unless its totals prove that it has them.
 */
const byPlace = (setting: Setting, block: Pasted): Layout => {
  const whole = fromFocus(gridOf(setting.table), setting.focus, block)
  const alone = onEntered(setting.table, setting.focus, block)
  if (!alone) return whole
  const { changes } = entries(setting, whole.placed)
  const isTotal = ({ at, text }: Placed): boolean => setting.cells.get(at)?.computed === true && /[1-9１-９]/.test(text)
  const proves = whole.placed.some(isTotal) && differingTotals(setting, whole.placed, changes).length === 0
  // A figure may by chance be as large as the total in whose place it would stand: then it is told.
  if (proves) return { ...whole, told: [...whole.told, says.mayBeTotal] }
  const { placed, told, skipping } = alone
  // Where every column balances as it is laid, there is nothing to ask.
  return { placed, told: isBalanced(setting, placed) ? told : [...told, ...skipping] }
}

/** Of all that is on the clipboard, what lays most; the first of equals. */
const fullest = <T extends Layout | Unclear | null>(block: Pasted, read: (block: Pasted) => T): T =>
  (block.others ?? []).map(read).reduce((best, one) => (laidIn(one) > laidIn(best) ? one : best), read(block))

/** Of several tables without labels only the largest is laid, which has to be told. */
const alsoTold = (layout: Layout, block: Pasted): Layout => {
  const tables = [block, ...(block.others ?? []).slice(0, -1)].filter(({ rows }) =>
    rows.some((row) => hasFigure(row.map(({ text }) => text))),
  )
  return tables.length > 1 ? { ...layout, told: [...layout.told, says.largest(tables.length)] } : layout
}

/** Rows of other tables' labels need not be told where those are on the clipboard too. */
const elsewhereOf = (cells: Place['cells'], isOwn: (cell: Cell) => boolean): IsElsewhere => {
  const all = [...cells.values()]
  const paths = (some: readonly Cell[]): readonly string[] => some.map(({ label }) => label)
  return elsewhere(paths(all.filter(isOwn)), paths(all.filter((cell) => !isOwn(cell))))
}

/**
 * Lays a block on a table, by its labels where it carries them, otherwise from the focused cell, and says what would
 * change. Figures for computed cells alone and labels of other tables are refused; nothing is ever shifted.
 */
export const planPaste = (setting: Setting, block: Pasted): PastePlan => {
  const { table, group, cells } = setting
  if (width(block) === 0) return refused(nothing)
  const isOwn = ({ block: id }: Cell): boolean => group.some((one) => one.id === id)
  const isElsewhere = elsewhereOf(cells, isOwn)
  const labelled = fullest(block, (one) =>
    group.length > 1 ? recogniseGroup(group, one, isElsewhere) : recognise(table, one, isElsewhere),
  )
  if (labelled && isUnclear(labelled)) return refused(labelled.unclear)
  const strange = labelled ? undefined : foreignLabel(setting, block)
  if (strange !== undefined) return refused(foreign(strange, [...cells.values()].filter(isOwn)))
  const layout = labelled ?? alsoTold(byPlace(setting, block), block)
  const isComputed = ({ at }: Placed): boolean => cells.get(at)?.computed === true
  if (!labelled && layout.placed.every(isComputed)) return refused(onTotal)
  if (labelled && layout.placed.length === 0) return refused(layout.told.join(' ') || onlyLabels)
  return planOf(setting, layout, isOne(block), (changes) => differingTotals(setting, layout.placed, changes))
}

interface List extends Place {
  readonly grid: Grid
}

/**
 * Lays a block on a list of figures, by its labels where it carries them, otherwise down from the focused one; a row of
 * figures is laid along the list.
 */
export const planList = (place: List, block: Pasted): PastePlan => {
  if (width(block) === 0) return refused(nothing)
  const { cells, grid } = place
  const list = grid.rows.map((_, row) => grid.at(row, 0))
  const isElsewhere = elsewhereOf(cells, ({ at }) => list.includes(at))
  const labelled = fullest(block, (one) => byList(cells, list, one, isElsewhere))
  const strange = labelled ? undefined : foreignLabel(place, block)
  const own = list.flatMap((at) => cells.get(at) ?? [])
  if (strange !== undefined) return refused(foreign(strange, own))
  const isRow = block.rows.length === 1 && width(block) > 1
  const upright: Pasted = isRow ? { ...block, rows: (block.rows[0] ?? []).map((cell) => [cell]) } : block
  return planOf(place, labelled ?? alsoTold(fromFocus(grid, place.focus, upright), block), isOne(block))
}

/**
 * One value over a selected block: every entered cell of it takes the value, totals none. What has to be told of many
 * cells is told of the first, with how many there are.
 */
export const planFill = (place: Place, selected: readonly Address[], text: string): PastePlan => {
  const entered = selected.filter((at) => place.cells.get(at)?.computed === false)
  if (entered.length === 0) return refused(onTotal)
  const plan = planOf(place, { placed: entered.map((at) => ({ at, text })), told: [] }, false)
  if (plan.kind === 'refused') return plan
  const [first, ...others] = plan.told
  if (first === undefined || others.length === 0) return plan
  return { ...plan, told: [first, `选中的另外 ${others.length} 格也是这样。`] }
}
