import type { Cell } from '../report/cells'
import { fromFocus, onEntered } from './anchored'
import { hasFigure, strangeRun } from './by-runs'
import { differingTotals, entries, type Place, type Setting } from './entries'
import type { Change } from './history'
import { bare, isFigureLike, joined, labelsOf } from './labels'
import { isUnclear, layoutOf, says, type Layout, type Placed, type Row, type Unclear } from './layout'
import { gridOf, type Grid } from './movement'
import type { Pasted } from './pasted'
import { laidIn, recognise } from './recognise'
import { recogniseGroup } from './recognise-group'
import { runsIn } from './runs'

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

const planOf = (place: Place, { placed, told }: Layout, block: Pasted, totals: Totals = () => []): PastePlan => {
  const { changes, told: unread } = entries(place, placed)
  const all = [...told, ...unread, ...totals(changes)]
  const changing = changes.filter(({ before, after }) => before !== after)
  const isTyped = block.rows.length === 1 && width(block) === 1 && changing.every(({ after }) => after !== '')
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
const onTotal = '这里是自动计算的总计，不能粘贴。请选要填的格再粘贴。'

const foreign = (label: string, own: readonly Cell[]): string => {
  const shown = `“${label.replace(/\s+/g, '').slice(0, 20)}”`
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
  return proves ? { ...whole, told: [...whole.told, says.mayBeTotal] } : alone
}

/** Of all that is on the clipboard, what lays most; the first of equals. */
const fullest = <T extends Layout | Unclear | null>(block: Pasted, read: (block: Pasted) => T): T =>
  (block.others ?? []).map(read).reduce((best, one) => (laidIn(one) > laidIn(best) ? one : best), read(block))

/**
 * Lays a block on a table, by its labels where it carries them, otherwise from the focused cell, and says what would
 * change. Figures for computed cells alone and labels of other tables are refused; nothing is ever shifted.
 */
export const planPaste = (setting: Setting, block: Pasted): PastePlan => {
  const { table, group, cells } = setting
  if (width(block) === 0) return refused(nothing)
  const labelled = fullest(block, (one) => (group.length > 1 ? recogniseGroup(group, one) : recognise(table, one)))
  if (labelled && isUnclear(labelled)) return refused(labelled.unclear)
  const strange = labelled ? undefined : foreignLabel(setting, block)
  const own = [...cells.values()].filter((cell) => group.some(({ id }) => id === cell.block))
  if (strange !== undefined) return refused(foreign(strange, own))
  const layout = labelled ?? byPlace(setting, block)
  const isComputed = ({ at }: Placed): boolean => cells.get(at)?.computed === true
  if (!labelled && layout.placed.every(isComputed)) return refused(onTotal)
  if (labelled && layout.placed.length === 0) return refused(layout.told.join(' '))
  return planOf(setting, layout, block, (changes) => differingTotals(setting, layout.placed, changes))
}

/** A list of figures as labels: each figure beside its label. */
const byLabel = ({ grid, cells }: List, block: Pasted): Layout | null => {
  const addresses = grid.rows.map((_, row) => grid.at(row, 0))
  const labels = labelsOf(
    addresses.map((at) => [cells.get(at)?.label ?? '', at] as const),
    [],
  )
  const runs = runsIn(block, labels)
  const rows = runs.flatMap((run): readonly Row[] => {
    const at = joined(labels, run.pieces)
    if (at === null) return strangeRun(run)
    const label = cells.get(at)?.label ?? ''
    const [text = '', ...rest] = run.values
    return rest.some((other) => other !== '')
      ? [{ strange: says.count(label, run.values.length, 1) }]
      : [{ key: at, label, values: [{ at, text }] }]
  })
  return rows.some((row) => 'key' in row) ? layoutOf(rows) : null
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
  const labelled = fullest(block, (one) => byLabel(place, one))
  const strange = labelled ? undefined : foreignLabel(place, block)
  const own = place.grid.rows.flatMap((_, row) => place.cells.get(place.grid.at(row, 0)) ?? [])
  if (strange !== undefined) return refused(foreign(strange, own))
  const isRow = block.rows.length === 1 && width(block) > 1
  const upright: Pasted = isRow ? { ...block, rows: (block.rows[0] ?? []).map((cell) => [cell]) } : block
  return planOf(place, labelled ?? fromFocus(place.grid, place.focus, upright), block)
}
