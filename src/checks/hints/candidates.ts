import type { Format } from '../../format'
import { columnLabel, rowLabel, type Column, type Entry } from './columns'
import { slipOf } from './digits'

interface CellChange {
  readonly entry: Entry
  readonly to: number
}

/** A way to balance a column, with how likely it is before anything else is known (a natural logarithm). */
export interface Candidate {
  readonly changes: readonly CellChange[]
  readonly weight: number
  readonly says: string
  /** Worth showing only where another number speaks for it. */
  readonly needsEvidence: boolean
}

/** What a cell must be for its column to balance while all others stay. */
const needed = ({ difference }: Column, { value, sign }: Entry): number => (value ?? 0) - sign * difference

const nameOf = (format: Format, { cell }: Entry): string => `“${rowLabel(format, cell)} ${columnLabel(format, cell)}”`

const single = (format: Format, column: Column, entry: Entry): readonly Candidate[] => {
  const to = needed(column, entry)
  const from = entry.value ?? 0
  if (to < 0) return []
  const put = (weight: number, why: string, needsEvidence = false): Candidate => ({
    changes: [{ entry, to }],
    weight,
    says: `把${nameOf(format, entry)}由 ${from} 改为 ${to}（${why}）`,
    needsEvidence,
  })
  if (from === 0) return [put(0, `差的正好是 ${to}，可能漏填`)]
  const isTwice = column.entries.some((other) => other !== entry && other.sign === entry.sign && other.value === from)
  if (to === 0)
    return [
      put(
        isTwice ? -1.5 - Math.log(2 * from + 1) / 2 : -2.5 - Math.log(2 * from + 1),
        `多的正好是 ${from}，可能重复计算`,
      ),
    ]
  const slip = slipOf(to, from)
  return [slip ? put(slip.weight, slip.why) : put(-7, '与其他数字相符', true)]
}

const fillBlank = (format: Format, column: Column): readonly Candidate[] =>
  column.blanks.flatMap((entry) => {
    const to = needed(column, entry)
    if (to < 0) return []
    const says = `把${nameOf(format, entry)}填为 ${to}（其他各数都对的话，缺的正是 ${to}）`
    return [{ changes: [{ entry, to }], weight: 0, says, needsEvidence: false }]
  })

/** Two columns that are both off, cured in one row: a number that was typed in the wrong column. */
const acrossColumns = (format: Format, column: Column, other: Column): readonly Candidate[] =>
  column.entries.flatMap((a) => {
    const b = other.entries.find(({ cell }) => cell.row === a.cell.row)
    if (!b || a.value === null || b.value === null) return []
    const [toA, toB] = [needed(column, a), needed(other, b)]
    if (toA < 0 || toB < 0) return []
    const row = `“${rowLabel(format, a.cell)}”一行`
    const [nameA, nameB] = [columnLabel(format, a.cell), columnLabel(format, b.cell)]
    const distance = Math.abs(column.entries.indexOf(a) - other.entries.indexOf(b))
    const put = (weight: number, says: string, needsEvidence = false): Candidate => ({
      changes: [
        { entry: a, to: toA },
        { entry: b, to: toB },
      ],
      weight: weight - distance,
      says,
      needsEvidence,
    })
    const both = `把${row}的“${nameA}”由 ${a.value} 改为 ${toA}、“${nameB}”由 ${b.value} 改为 ${toB}`
    if (toA === b.value && toB === a.value) {
      const [moved, source, target] = a.value === 0 ? [b.value, nameB, nameA] : [a.value, nameA, nameB]
      return [
        a.value === 0 || b.value === 0
          ? put(1, `把${row}的 ${moved} 由“${source}”移到“${target}”（填错了列）`)
          : put(0.5, `把${row}的“${nameA}” ${a.value} 与“${nameB}” ${b.value} 对调（填错了列）`),
      ]
    }
    if (a.value + b.value === toA + toB) return [put(-3, `${both}（填错了列）`)]
    const isOver = (a.value === 0 && toA === b.value) || (b.value === 0 && toB === a.value)
    return isOver ? [put(0, `${both}（填错了列）`)] : []
  })

/** Two neighbouring rows of one column: numbers exchanged across the balance, or typed one row off. */
const acrossRows = (format: Format, column: Column): readonly Candidate[] => {
  const at = (row: string): Entry | undefined => column.entries.find(({ cell }) => cell.row === row)
  const pairs = [
    [at('carriedIn'), at('carriedOut')],
    [at('carriedIn'), at('granted')],
  ] as const
  const swapped = pairs.flatMap(([a, b]): readonly Candidate[] => {
    if (!a || !b || a.value === null || b.value === null || a.value === b.value) return []
    if (column.difference + (b.value - a.value) * (a.sign - b.sign) !== 0) return []
    const says = `把${nameOf(format, a)}的 ${a.value} 与${nameOf(format, b)}的 ${b.value} 对调（填错了行）`
    const changes = [
      { entry: a, to: b.value },
      { entry: b, to: a.value },
    ]
    return [{ changes, weight: 0, says, needsEvidence: false }]
  })
  const slid = column.entries.flatMap((entry, index) =>
    [column.entries[index - 1], column.entries[index + 1]].flatMap((next): readonly Candidate[] => {
      if (!next || next.sign !== entry.sign || entry.value !== 0 || next.value === null || next.value === 0) return []
      const left = -entry.sign * column.difference
      if (left < 0 || left === next.value) return []
      const says = `把${nameOf(format, entry)}由 0 改为 ${next.value}、${nameOf(format, next)}由 ${next.value} 改为 ${left}（填错了行）`
      const changes = [
        { entry, to: next.value },
        { entry: next, to: left },
      ]
      return [{ changes, weight: -5, says, needsEvidence: true }]
    }),
  )
  return [...swapped, ...slid]
}

/** Another fault elsewhere that this one leaves unexplained is unlikely. */
const coincidence = 4

/** Every way of balancing a column that a single slip explains. */
export const candidatesFor = (format: Format, column: Column, others: readonly Column[]): readonly Candidate[] => {
  if (column.blanks.length > 1) return []
  if (column.blanks.length === 1) return fillBlank(format, column)
  const off = others.filter(({ difference, blanks }) => difference !== 0 && blanks.length === 0)
  return [
    ...column.entries.flatMap((entry) => single(format, column, entry)),
    ...acrossRows(format, column),
    ...off.flatMap((other) =>
      acrossColumns(format, column, other).map((found) => ({ ...found, weight: found.weight + coincidence })),
    ),
  ]
}
