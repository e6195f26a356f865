import { compare, fromMillionths, toMillionths, type Figure } from '../../report/amount'
import { allTables, cellsOf, type Cell } from '../../report/cells'
import { formulas } from '../../report/totals'
import type { Format } from '../../format'
import { fail, open, pass, unknown, type LastYear, type Rule, type Subject, type Verdict } from '../rule'
import { withLast } from './last-year'

const least = toMillionths(10)

interface Jump {
  readonly cell: Cell
  readonly now: Figure
  readonly before: Figure
  readonly inYuan: boolean
}

const isMoney = ({ unit }: Cell): boolean => unit === 'wanYuan' || unit === 'yuan' || unit === 'money'

/** Nearer to a factor of 10⁴ than of 10³: this year's charges are seldom last year's to the digit. */
const isByTenThousands = (less: bigint, more: bigint): boolean => less > 0n && more * more >= less * less * 10n ** 7n

const jumpOf = (cell: Cell, now: Figure, before: Figure): Jump | undefined => {
  const [a, b] = [toMillionths(now), toMillionths(before)]
  const [less, more] = a < b ? [a, b] : [b, a]
  const inYuan = isMoney(cell) && isByTenThousands(less, more)
  return inYuan || (less >= least && more >= less * 10n) ? { cell, now, before, inYuan } : undefined
}

const times = ({ now, before }: Jump): string => {
  const [a, b] = [toMillionths(now), toMillionths(before)]
  const [less, more] = a < b ? [a, b] : [b, a]
  const about = more % less === 0n ? '' : '约'
  const count = (more * 2n + less) / (less * 2n)
  return a > b
    ? `增至${about === '' ? ' ' : `${about} `}${count} 倍`
    : `减为${about === '' ? ' ' : `${about} `}1/${count}`
}

const tell = (jump: Jump): Verdict => {
  const { cell, now, before, inYuan } = jump
  const advice =
    inYuan && compare(now, before) > 0
      ? `；如果是按元填的，应填 ${fromMillionths(toMillionths(now) / 10_000n)}，请核对单位`
      : inYuan
        ? '，请核对两年的单位'
        : '，请核对有没有多填或者少填一位'
  return {
    ...fail(`“${cell.label}”是 ${now}，上年是 ${before}，${times(jump)}${advice}`, [cell.at]),
    sides: [
      { label: '本年', value: String(now), at: [cell.at] },
      { label: '上年', value: String(before), at: [] },
    ],
  }
}

const comparable = (format: Format): readonly Cell[] => {
  const tables = new Set(allTables(format).map(({ id }) => id))
  // A change against last year is not a size.
  return [...cellsOf(format).values()].filter(({ block, unit }) => tables.has(block) && unit !== 'change')
}

const judge = ({ format, valueAt }: Subject, last: LastYear): readonly Verdict[] => {
  const blanks: string[] = []
  const lost: string[] = []
  const jumps = new Map<string, Jump>()
  for (const cell of comparable(format)) {
    const [now, before] = [valueAt(cell.at), last.valueAt(cell.at)]
    if (now.missing > 0 || now.value === null) {
      if (!cell.computed) blanks.push(cell.at)
    } else if (before.missing > 0 || before.value === null) {
      if (!cell.computed) lost.push(cell.at)
    } else {
      const jump = jumpOf(cell, now.value, before.value)
      if (jump) jumps.set(cell.at, jump)
    }
  }
  // Who mends the entered cell mends its totals; parts come before their sums in `formulas`.
  const explained = new Set(jumps.keys())
  const told = new Set(jumps.keys())
  for (const { at, parts } of formulas(format))
    if (parts.some((part) => explained.has(part))) {
      explained.add(at)
      told.delete(at)
    }
  const found = [...jumps].flatMap(([at, jump]) => (told.has(at) ? [tell(jump)] : []))
  return [
    ...found,
    ...(blanks.length > 0 ? [open(`还有 ${blanks.length} 格没有填，填完后才能与上年比较`, blanks)] : []),
    ...(lost.length > 0 ? [unknown(`上年年报没有其中 ${lost.length} 格的数，这些格不能与上年比较`, lost)] : []),
    ...(found.length + blanks.length + lost.length === 0 ? [pass('与上年相比没有异常的增减', [])] : []),
  ]
}

/** B7: a factor of 10 against last year is a digit too many or too few, one of 10⁴ in money the wrong unit. */
export const jumps: Rule = {
  id: 'B7',
  severity: 'warning',
  holds: '与上年相比，数字没有十倍以上的增减，收费金额没有万倍的增减',
  basis: '两年年报的数字关系',
  example: {
    fault: '上年行政处罚 57 件，本年填了 5700 件',
    message: '“行政处罚 本年处理决定数量”是 5700，上年是 57，增至 100 倍，请核对有没有多填或者少填一位',
  },
  judge: withLast('数字与上年相比有没有异常增减', judge),
}
