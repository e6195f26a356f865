import { formats } from '../../format'
import { signed } from '../../report/amount'
import { lastYearsOf, sayingOf, trialsAcross, tryBalance, valuesAcross, type Trial } from '../../report/balances'
import { cellsOf } from '../../report/cells'
import { fail, open, pass, unknown, type LastYear, type Rule, type Subject, type Verdict } from '../rule'
import { ownOf, sideAcross, withLast } from './last-year'

interface Words {
  readonly basis: string
  /** What to do: both are warnings because offices have right reasons for a difference. */
  readonly advice: string
  readonly example: { readonly fault: string; readonly message: string }
}

const words: Readonly<Record<string, Words>> = {
  C1: {
    basis: '{form}表式',
    advice: '，请核对；文件失效或者清理过的，写明原因即可',
    example: {
      fault: '上年现行有效 16 件，本年制发 3 件、废止 1 件，现行有效填了 20 件',
      message:
        '行政规范性文件：现行有效 20＋废止 1＝21，上年有效 16＋制发 3＝19，差 +2，请核对；文件失效或者清理过的，写明原因即可',
    },
  },
  D4: {
    basis: '{form}表式',
    advice: '，请核对；机构改革、职能划转或者上年更正过的，写明原因即可',
    example: {
      fault: '上年年报结转下年度 5 件，本年的上年结转填了 4 件',
      message:
        '自然人一列：上年结转 4 与上年年报的结转下年度 5 不一致，差 −1，请核对；机构改革、职能划转或者上年更正过的，写明原因即可',
    },
  },
}

const judgeTrial = (subject: Subject, last: LastYear, trial: Trial): Verdict => {
  const all = [...trial.left, ...trial.right]
  const own = ownOf(all)
  const before = all.flatMap((at) => lastYearsOf(at) ?? [])
  if (before.some((at) => !cellsOf(last.format).has(at)))
    return unknown(`“${trial.label}”：上年年报的表式没有这一格，不能核对`, own)
  if (own.some((at) => subject.valueAt(at).missing > 0)) return open(`“${trial.label}”还没有填完，填完后才能核对`, own)
  const valueAt = valuesAcross(subject.valueAt, last.valueAt)
  const outcome = tryBalance(trial, valueAt)
  if (outcome.holds === null) return unknown(`“${trial.label}”：上年年报的这一格是空的，不能核对`, own)
  if (outcome.holds) return pass(`“${trial.label}”与上年年报相符`, own)
  return {
    ...fail(`${sayingOf(outcome, valueAt)}${words[trial.balance.id]?.advice ?? '，请核对'}`, own),
    sides: [
      sideAcross(subject, last, trial.left, String(outcome.left.value)),
      sideAcross(subject, last, trial.right, String(outcome.right.value)),
    ],
    difference: signed(outcome.difference ?? 0),
  }
}

/** The balances with last year's report that stand in the formats, C1 and D4; a format without one has no verdict on it. */
export const balancesAcross: readonly Rule[] = [
  ...new Map(formats.flatMap((format) => trialsAcross(format).map(({ balance }) => [balance.id, balance]))).values(),
].map(({ id, severity, holds }) => ({
  id,
  severity,
  holds,
  basis: words[id]?.basis ?? '{form}表式',
  ...(words[id] ? { example: words[id].example } : {}),
  judge: (subject) => {
    const trials = trialsAcross(subject.format).filter(({ balance }) => balance.id === id)
    if (trials.length === 0) return []
    return withLast(`：${holds}`, (own, last) => trials.map((trial) => judgeTrial(own, last, trial)))(subject)
  },
}))
