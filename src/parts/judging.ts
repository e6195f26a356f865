import { acceptanceOf, settle } from '../checks/accepted'
import type { Finding, LastYear, Subject } from '../checks/rule'
import { check, faultsOf, subjectOf } from '../checks/run'
import type { Format } from '../format'
import type { Acceptance } from '../report/acceptance'
import { progressOf, type Progress } from '../report/progress'
import type { TypedReport } from '../report/report'
import { createStore, type Store } from './keyed-store'

/** What is derived from the open report when a cell is left or a text rests. */
export interface Judged {
  readonly findings: readonly Finding[]
  /** Acceptances of values that are no more. */
  readonly lapsed: readonly Acceptance[]
  readonly progress: Readonly<Record<string, Progress>>
}

export interface Judging {
  readonly judged: Pick<Store<Judged>, 'get' | 'on'>
  readonly accepted: Pick<Store<readonly Acceptance[]>, 'get' | 'on'>
  /** Judges the report as it stands. */
  judge(): void
  /** While a text is being written: what is said of its words follows, faults of other kinds may go but none comes. */
  judgeWords(): void
  /** The same unit's report of the year before, where it is on this computer. */
  readonly last: Pick<Store<LastYear | undefined>, 'get' | 'on'>
  compareWith(last: LastYear | undefined): void
  /** Lets a finding stand, for a reason, which takes the place of the one that lapsed there; tells whether it was done. */
  accept(finding: Finding, reason: string): boolean
  withdraw(acceptance: Acceptance): boolean
  /** Other reasons stand beside the report now: it is judged with them next time. */
  show(accepted: readonly Acceptance[]): void
}

interface Parts {
  readonly format: Format
  readonly typed: () => TypedReport
  readonly accepted: readonly Acceptance[]
  readonly touch: () => void
  /** Told when reasons that held do so no longer, while the fault still stands; with 0 once there is none such. */
  readonly lapsed: (count: number) => void
}

/** The acceptance that a finding had before its values changed. */
export const lapsedFor = ({ lapsed }: Judged, { rule, at }: Finding): Acceptance | undefined =>
  lapsed.find((one) => one.check === rule && one.at[0] === at[0])

const placeOf = ({ rule, at }: Finding): string => `${rule} ${at[0]}`

/** Runs the rules over the open report and lays the clerk's acceptances over what they find. */
export const createJudging = ({ format, typed, accepted: initial, touch, lapsed }: Parts): Judging => {
  const last = createStore<LastYear | undefined>(undefined)
  const accepted = createStore(initial)
  const subject = (): Subject => subjectOf(format, typed(), undefined, last.get())
  const judgedNow = (): Judged => {
    const about = subject()
    return { ...settle(about, check(about), accepted.get()), progress: progressOf(format, typed()) }
  }
  const judged = createStore(judgedNow())

  const show = (next: Judged): void => {
    const before = new Set(judged.get().lapsed)
    judged.set(next)
    const standing = new Set(faultsOf(next.findings).map(placeOf))
    const gone = next.lapsed.filter((one) => !before.has(one) && standing.has(`${one.check} ${one.at[0]}`))
    const isLapsed = next.lapsed.some((one) => standing.has(`${one.check} ${one.at[0]}`))
    if (gone.length > 0 || !isLapsed) lapsed(gone.length)
  }

  return {
    judged,
    accepted,
    judge: () => show(judgedNow()),
    judgeWords: () => {
      const known = new Set(faultsOf(judged.get().findings).map(placeOf))
      const next = judgedNow()
      const mayShow = (finding: Finding) =>
        finding.result !== 'fail' || finding.quotes !== undefined || known.has(placeOf(finding))
      show({ ...next, findings: next.findings.filter(mayShow) })
    },
    last,
    compareWith: (report) => {
      if (report === last.get()) return
      last.set(report)
      show(judgedNow())
    },
    accept: (finding, reason) => {
      const next = acceptanceOf(subject(), finding, reason)
      // Only a reason that no longer holds gives way: another sentence of the same part keeps its own.
      const replaced = lapsedFor(judged.get(), finding)
      accepted.set([...accepted.get().filter((one) => one !== replaced), next])
      touch()
      show(judgedNow())
      return true
    },
    withdraw: (acceptance) => {
      accepted.set(accepted.get().filter((one) => one !== acceptance))
      touch()
      show(judgedNow())
      return true
    },
    show: (next) => accepted.set(next),
  }
}
