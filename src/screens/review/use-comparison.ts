import { useMemo } from 'react'
import type { Finding } from '../../checks/rule'
import { useStore } from '../../parts/session-context'
import { typedOf } from '../../report/reading'
import type { TypedReport } from '../../report/report'
import { fromExchange } from '../../report/schema'
import { answeredSince, baseOf, changesSince, type Base } from '../../review/changes'
import { changedSpots } from './changed-spots'
import type { Spot } from './spots'
import type { Judge } from './use-findings'
import type { ReviewBench } from './use-review-bench'

/** A report beside the content that was last decided on. */
export interface Comparison {
  readonly base: Base
  readonly before: TypedReport
  readonly spots: readonly Spot[]
  readonly faults: ReturnType<typeof changesSince>
  readonly answers: ReturnType<typeof answeredSince>
}

/** Compares a report under review with what was last returned or approved; undefined where nothing was. */
export const useComparison = (
  { desk, copy, format }: ReviewBench,
  judge: Judge,
  findings: readonly Finding[],
): Comparison | undefined => {
  const review = useStore(desk.review)
  const base = useMemo(() => baseOf(review, desk.state()), [review, desk])
  return useMemo(() => {
    if (!base) return undefined
    const before = typedOf(format, fromExchange(base.decided.report))
    const judged = { findings: judge({ typed: before, accepted: base.decided.accepted }) }
    return {
      base,
      before,
      spots: changedSpots(format, before, copy.typed),
      faults: changesSince(judged, { findings }),
      answers: answeredSince(review, base.decision.order),
    }
  }, [base, review, copy, format, judge, findings])
}
