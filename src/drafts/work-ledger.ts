import { differenceOf } from '../report/difference'
import type { TypedReport } from '../report/report'
import { addWork, beforeCopied } from './work-since'

/** Whoever rests longer than this is not at work. */
const rest = 2 * 60_000
/** What was changed is counted so often. */
const look = 60_000

export interface WorkLedger {
  /** Something was changed. */
  touch(): void
  /** Counts from now on for whoever copies the draft, too; gives what ends that. */
  start(): () => void
}

/** Counts what is done to an open draft. `report` gives it as it stands, as a copy of its own. */
export const createWorkLedger = (draft: string, report: () => TypedReport): WorkLedger => {
  let counted = report()
  let time = 0
  let last = -Infinity
  let looked = Date.now()
  const count = (): void => {
    const now = report()
    const fields = differenceOf(counted, now).length
    counted = now
    looked = Date.now()
    const spent = time
    time = 0
    addWork(draft, spent, fields)
  }
  return {
    touch: () => {
      const now = Date.now()
      if (now >= last && now - last <= rest) time += now - last
      last = now
      if (now - looked >= look) count()
    },
    start: () => {
      const end = beforeCopied((copied) => {
        if (copied === draft) count()
      })
      return () => {
        count()
        end()
      }
    },
  }
}
