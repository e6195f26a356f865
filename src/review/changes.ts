import type { Finding } from '../checks/rule'
import { obstaclesOf } from '../checks/run'
import type { Decision } from './event'
import type { Decided, Review } from './review'
import { decisionsOf, type State } from './standing'
import { threadsOf, type Thread } from './threads'

/** What a content is compared with: the last decision on another content, and that content. */
export interface Base {
  readonly decision: Decision
  readonly decided: Decided
}

/** The content that was last decided on before this one; undefined where there is none, or it did not come along. */
export const baseOf = (review: Review, { digest, reasons }: State): Base | undefined => {
  for (const decision of [...decisionsOf(review)].reverse()) {
    if (decision.digest === digest && decision.reasons === reasons) continue
    const decided = review.decided.find((one) => one.digest === decision.digest && one.reasons === decision.reasons)
    if (decided) return { decision, decided }
  }
  return undefined
}

interface Judged {
  readonly findings: readonly Finding[]
}

interface FaultChanges {
  readonly cured: readonly Finding[]
  readonly fresh: readonly Finding[]
  readonly still: readonly Finding[]
}

const placeOf = ({ rule, at }: Finding): string => `${rule} ${at.join(' ')}`

/** Takes the first fault that fits out of a list; its place may say something else by now. */
const taken = (list: Finding[], fits: (one: Finding) => boolean): boolean => {
  const index = list.findIndex(fits)
  if (index >= 0) list.splice(index, 1)
  return index >= 0
}

/** Which faults and blanks of one state are gone in the next, which are new, and which stand still; each is counted as often as it is there. */
export const changesSince = (before: Judged, after: Judged): FaultChanges => {
  const left = [...obstaclesOf(before.findings)]
  const now = obstaclesOf(after.findings)
  const same = new Set(
    now.filter((fault) => taken(left, (one) => placeOf(one) === placeOf(fault) && one.message === fault.message)),
  )
  const still = now.filter((fault) => same.has(fault) || taken(left, (one) => placeOf(one) === placeOf(fault)))
  return { cured: left, fresh: now.filter((fault) => !still.includes(fault)), still }
}

interface Answers {
  readonly answered: readonly Thread[]
  readonly settled: readonly Thread[]
  readonly open: readonly Thread[]
}

/** Of the remarks that were there at a place in the order: settled since, answered since and not settled, neither. */
export const answeredSince = (review: Review, order: number): Answers => {
  const asked = threadsOf(review).filter(
    ({ comment, settledBy }) =>
      comment !== undefined && comment.order <= order && (settledBy === undefined || settledBy.order > order),
  )
  const isAnswered = ({ replies }: Thread): boolean => replies.some((reply) => reply.order > order)
  return {
    settled: asked.filter(({ settled }) => settled),
    answered: asked.filter((thread) => !thread.settled && isAnswered(thread)),
    open: asked.filter((thread) => !thread.settled && !isAnswered(thread)),
  }
}
