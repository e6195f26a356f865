import { lastYearsOf } from '../../report/balances'
import { cellsOf, type Address } from '../../report/cells'
import { unknown, type LastYear, type Rule, type Side, type Subject, type Verdict } from '../rule'

/** A judge that compares with last year's report; without one it says once that it cannot decide, and what. */
export const withLast =
  (what: string, judge: (subject: Subject, last: LastYear) => readonly Verdict[]): Rule['judge'] =>
  (subject) =>
    subject.last ? judge(subject, subject.last) : [unknown(`没有上年年报，不能核对${what}`, [])]

/** The addresses of a balance that a click can lead to: those in the report itself. */
export const ownOf = (at: readonly Address[]): readonly Address[] =>
  at.filter((address) => lastYearsOf(address) === undefined)

/** One side of a balance of two years: the labels of its cells, those of last year named as such. */
export const sideAcross = (subject: Subject, last: LastYear, at: readonly Address[], value: string): Side => ({
  label: at
    .map((address) => {
      const before = lastYearsOf(address)
      return before === undefined
        ? (cellsOf(subject.format).get(address)?.label ?? address)
        : `上年年报的${cellsOf(last.format).get(before)?.label ?? before}`
    })
    .join('＋'),
  value,
  at: ownOf(at),
})
