import type { Format, Table } from '../format'
import { balanceOfRequests } from '../format/2021'
import { compare, signed, subtract } from '../report/amount'
import { sayingOf, trials, tryBalance } from '../report/balances'
import { cellsOf } from '../report/cells'
import { formulas } from '../report/totals'
import { lines } from '../report/axis'
import { hintsFor } from './hints'
import { fail, open, pass, type Rule, type Side, type Subject, type Verdict } from './rule'
import { statedTotals } from './words/stated'

const tableOf = (format: Format, id: string): Table | undefined =>
  format.sections
    .flatMap(({ blocks }) => blocks)
    .find((block): block is Table => block.kind === 'table' && block.id === id)

/** The computed cells of a table that a sum on one of its axes defines. */
const sumsOf = (format: Format, table: string, axis: 'rows' | 'columns') => {
  const found = tableOf(format, table)
  const summedRows = new Set(found ? lines(found.rows).flatMap(({ id, sum }) => (sum ? [id] : [])) : [])
  const cells = cellsOf(format)
  return formulas(format).filter(({ at }) => {
    const cell = cells.get(at)
    return cell?.block === table && summedRows.has(cell.row) === (axis === 'rows')
  })
}

const judgeSums = (subject: Subject, table: string, axis: 'rows' | 'columns'): readonly Verdict[] => {
  const cells = cellsOf(subject.format)
  return sumsOf(subject.format, table, axis).map(({ at, parts }) => {
    const label = cells.get(at)?.label ?? at
    const { value, missing } = subject.valueAt(at)
    const stated = subject.stated?.get(at) ?? null
    if (value === null || missing > 0)
      return stated === null
        ? open(`“${label}”还缺 ${missing} 个数，填完后才能核对`, [at])
        : open(`“${label}”写的是 ${stated}，但还缺 ${missing} 个数，请填完后再核对`, [at, ...parts])
    if (stated === null || compare(stated, value) === 0) return pass(`“${label}”等于各项之和`, [at])
    const difference = signed(subtract(stated, value))
    const sides: readonly [Side, Side] = [
      { label: '写的总计', value: String(stated), at: [at] },
      { label: '各项之和', value: String(value), at: parts },
    ]
    return {
      ...fail(`“${label}”写的是 ${stated}，各项相加是 ${value}，差 ${difference}，请核对各项，总计由程序计算`, [
        at,
        ...parts,
      ]),
      sides,
      difference,
    }
  })
}

/** What a fault looks like, and what is said of it, by rule. */
const examples: Readonly<Record<string, Required<Rule>['example']>> = {
  C2: {
    fault: '行政规范性文件本年制发 9 件，现行有效 5 件',
    message: '行政规范性文件：本年制发 9 件多于现行有效 5 件，差 +4',
  },
  D1: {
    fault: '一行的六列相加是 115，导入的总计写 116',
    message: '“一、本年新收政府信息公开申请数量 总计”写的是 116，各项相加是 115，差 +1，请核对各项，总计由程序计算',
  },
  D2: {
    fault: '自然人一列各项结果相加是 86，导入的（七）总计写 85',
    message: '“三、本年度办理结果 （七）总计 自然人”写的是 85，各项相加是 86，差 −1，请核对各项，总计由程序计算',
  },
  D3: {
    fault: '商业企业一列新收 21、结转 1、办理 21、结转下年 3',
    message: '商业企业一列不平，差 −2：新收 21＋结转 1＝22，办理 21＋结转下年 3＝24',
  },
  E1: {
    fault: '行政复议四种结果相加是 5，导入的总计写 6',
    message: '“行政复议 总计”写的是 6，各项相加是 5，差 +1，请核对各项，总计由程序计算',
  },
}

const exampleOf = (id: string): Pick<Rule, 'example'> => {
  const example = examples[id]
  return example ? { example } : {}
}

const sums = (id: string, holds: string, table: string, axis: 'rows' | 'columns'): Rule => ({
  id,
  severity: 'error',
  holds,
  basis: '{form}表式',
  ...exampleOf(id),
  judge: (subject) => judgeSums(subject, table, axis),
})

const sideOf = (subject: Subject, at: readonly string[], value: string): Side => {
  const cells = cellsOf(subject.format)
  return { label: at.map((address) => cells.get(address)?.label ?? address).join('＋'), value, at }
}

const judgeBalance = (subject: Subject, id: string): readonly Verdict[] =>
  trials(subject.format)
    .filter(({ balance }) => balance.id === id)
    .map((trial) => {
      const outcome = tryBalance(trial, subject.valueAt)
      const at = [...trial.left, ...trial.right]
      if (outcome.holds === null) return open(`“${trial.label}”还没有填完，填完后才能核对`, at)
      if (outcome.holds) return pass(`“${trial.label}”相符`, at)
      // A column of totals is off because another one is: the hint stands there.
      const isOfTotals = trial.left.every((address) => cellsOf(subject.format).get(address)?.computed)
      const cures =
        id === balanceOfRequests.id && !isOfTotals ? hintsFor(subject, trial.place, statedTotals(subject)) : []
      return {
        ...fail(sayingOf(outcome, subject.valueAt), at),
        ...(cures.length > 0 ? { cures } : {}),
        sides: [
          sideOf(subject, trial.left, String(outcome.left.value)),
          sideOf(subject, trial.right, String(outcome.right.value)),
        ],
        difference: signed(outcome.difference ?? 0),
      }
    })

/** The arithmetic rules that stand in the format itself and need no other report. */
const balanceRules = (format: Format): readonly Rule[] =>
  format.checks
    .filter(({ id }) => trials(format).some((trial) => trial.balance.id === id))
    .map(({ id, severity, holds }) => ({
      id,
      severity,
      holds,
      basis: '{form}表式',
      ...exampleOf(id),
      judge: (subject) => judgeBalance(subject, id),
    }))

/** D1, D2 and E1 follow from the sums of the format, the others from its balances; in the order of the catalogue. */
export const arithmeticRules = (format: Format): readonly Rule[] =>
  [
    sums('D1', '第三部分每一行：总计等于前六列之和', 'requests', 'columns'),
    sums('D2', '第三部分每一列：（七）总计等于各项结果之和', 'requests', 'rows'),
    ...balanceRules(format),
    sums('E1', '第四部分：三个总计各等于前四列之和', 'disputes', 'columns'),
  ].sort((a, b) => (a.id < b.id ? -1 : 1))
