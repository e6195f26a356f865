import type { Acceptance } from '../report/acceptance'
import type { ExchangedReport } from '../report/schema'
import { seal, type Act, type Event } from './event'

/** A report as it was when somebody decided on it, so that any computer can tell what changed since. */
export interface Decided {
  readonly digest: string
  readonly reasons: string
  readonly report: ExchangedReport
  readonly accepted: readonly Acceptance[]
}

/** All that happened to a report under review, and what was decided on; both only grow. */
export interface Review {
  /** Each once, those that answer something after it. */
  readonly events: readonly Event[]
  /** Each once, by digest. */
  readonly decided: readonly Decided[]
}

export const noReview: Review = { events: [], decided: [] }

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byOrder = (a: Event, b: Event): number => a.order - b.order || before(a.at, b.at) || before(a.id, b.id)

const keyOf = ({ digest, reasons }: Pick<Decided, 'digest' | 'reasons'>): string => `${digest} ${reasons}`

const byKey = (a: Decided, b: Decided): number => before(keyOf(a), keyOf(b))

const once = <T>(items: readonly T[], key: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
]

/** Events and decided reports in any order and number, each once and in their order. */
export const reviewOf = (events: readonly Event[], decided: readonly Decided[]): Review => ({
  events: [...once(events, ({ id }) => id)].sort(byOrder),
  decided: [...once(decided, keyOf)].sort(byKey),
})

/** What two copies of a review know together: the same whichever comes first, and however often. */
export const merge = (a: Review, b: Review): Review =>
  reviewOf([...a.events, ...b.events], [...a.decided, ...b.decided])

/** The review with one more event, after all that its author knew. `at` is the time in milliseconds. */
export const append = (review: Review, by: string, at: number, act: Act): Review => {
  const order = 1 + Math.max(0, ...review.events.map((event) => event.order))
  const event = seal({ ...act, order, by, at: new Date(at).toISOString() })
  return reviewOf([...review.events, event], review.decided)
}

/** The events of one copy that another does not know. */
export const newIn = (incoming: Review, known: Review): readonly Event[] => {
  const ids = new Set(known.events.map(({ id }) => id))
  return incoming.events.filter(({ id }) => !ids.has(id))
}
