import type { Format } from '../format'
import type { Acceptance } from '../report/acceptance'
import { wellFormed } from '../report/digest'
import type { TypedReport } from '../report/report'
import type { Act, Event } from '../review/event'
import { append, merge, newIn, reviewOf, type Review } from '../review/review'
import { standingOf, type Standing, type State } from '../review/standing'
import { exchangedOf, stateOf } from '../review/state'
import { createStore, type Store } from './keyed-store'

/** A report and its review, as the clerk's editor and the supervisor's screen both have them. */
export interface Desk {
  readonly format: Format
  readonly typed: () => TypedReport
  readonly accepted: () => readonly Acceptance[]
  readonly review: Pick<Store<Review>, 'get' | 'on'>
  /** How the report stands, as it was when it was last judged. */
  readonly standing: Pick<Store<Standing>, 'get' | 'on'>
  /** Exactly what stands here now. */
  state(): State
  /** Judges the standing anew: the report has changed. */
  look(): void
  /** Adds to the review what somebody does at this moment; a decision keeps what it was about. Tells whether it was done. */
  add(by: string, act: Act): boolean
  /** Takes in what another copy of the review knows; gives what was new. */
  take(incoming: Review): readonly Event[]
  /** Shows what was stored of the review elsewhere; nothing is to be saved. */
  show(review: Review): void
}

interface Parts {
  readonly format: Format
  readonly typed: () => TypedReport
  readonly accepted: () => readonly Acceptance[]
  readonly initial: Review
  /** Something is to be saved. */
  readonly touch: () => void
  /** Half characters, which no file can hold, were replaced in what somebody did. */
  readonly mended: () => void
}

/** Opens the review of a report. */
export const createDesk = ({ format, typed, accepted, initial, touch, mended }: Parts): Desk => {
  const review = createStore(initial)
  const state = (): State => stateOf(format, typed(), accepted())
  const standing = createStore<Standing>(standingOf(initial, state()))
  const look = (): void => {
    const next = standingOf(review.get(), state())
    if (JSON.stringify(next) !== JSON.stringify(standing.get())) standing.set(next)
  }
  const put = (next: Review): void => {
    review.set(next)
    look()
    touch()
  }
  return {
    format,
    typed,
    accepted,
    review,
    standing,
    state,
    look,
    add: (by, act) => {
      const next = append(review.get(), wellFormed(by, mended), Date.now(), wellFormed(act, mended))
      const isDecision = act.kind === 'return' || act.kind === 'approve'
      const decided = { ...state(), report: exchangedOf(format, typed()), accepted: accepted() }
      put(isDecision ? reviewOf(next.events, [...next.decided, decided]) : next)
      return true
    },
    take: (incoming) => {
      const found = newIn(incoming, review.get())
      put(merge(review.get(), incoming))
      return found
    },
    show: (next) => {
      review.set(next)
      look()
    },
  }
}
