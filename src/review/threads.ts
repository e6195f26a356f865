import type { Comment, Event } from './event'
import type { Review } from './review'

type Reply = Extract<Event, { kind: 'reply' }>
type Settling = Extract<Event, { kind: 'settle' | 'unsettle' }>

/** A remark with all that was answered to it. */
export interface Thread {
  /** The remark's id; of an orphan the id that its answers speak of. */
  readonly id: string
  /** From 1, in the order in which the remarks were made. */
  readonly number: number
  /** Undefined for an orphan: answers to a remark that never came along. They are kept and shown. */
  readonly comment?: Comment
  readonly replies: readonly Reply[]
  readonly settled: boolean
  /** What settled it last, while it is settled. */
  readonly settledBy?: Settling
  /** The time of the last thing that happened in it (ISO 8601). */
  readonly lastAt: string
}

const answers = (event: Event): event is Reply | Settling =>
  event.kind === 'reply' || event.kind === 'settle' || event.kind === 'unsettle'

/** What an event leads back to, over the replies that it answers; a circle, which no honest file has, ends where it began. */
const rootOf = (byId: ReadonlyMap<string, Event>, event: Reply | Settling): string => {
  const seen = new Set<string>([event.id])
  let to = event.to
  for (let next = byId.get(to); next && answers(next) && !seen.has(to); next = byId.get(to)) {
    seen.add(to)
    to = next.to
  }
  return to
}

const threadOf = (
  id: string,
  number: number,
  comment: Comment | undefined,
  own: readonly (Reply | Settling)[],
): Thread => {
  const replies = own.filter((event): event is Reply => event.kind === 'reply')
  const settlings = own.filter((event): event is Settling => event.kind !== 'reply')
  const last = settlings[settlings.length - 1]
  const lastEvent = own[own.length - 1] ?? comment
  const by = last?.kind === 'settle' ? last : undefined
  return {
    id,
    number,
    ...(comment ? { comment } : {}),
    replies,
    settled: by !== undefined,
    ...(by ? { settledBy: by } : {}),
    lastAt: lastEvent?.at ?? '',
  }
}

/**
 * The remarks of a review in the order in which they were made, each with its replies and whether it is settled. A reply to
 * a reply belongs to the same remark. Replies to remarks that are not there make threads of their own, after the others.
 */
export const threadsOf = ({ events }: Review): readonly Thread[] => {
  const byId = new Map(events.map((event) => [event.id, event]))
  const comments = events.filter((event): event is Comment => event.kind === 'comment')
  const own = new Map<string, (Reply | Settling)[]>(comments.map(({ id }) => [id, []]))
  for (const event of events.filter(answers)) {
    const root = rootOf(byId, event)
    own.set(root, [...(own.get(root) ?? []), event])
  }
  const known = new Map(comments.map((comment) => [comment.id, comment]))
  return [...own]
    .filter(([id, list]) => known.has(id) || list.some(({ kind }) => kind === 'reply'))
    .map(([id, list], index) => threadOf(id, index + 1, known.get(id), list))
}

/** The remarks that nobody settled, or that were brought up again since, in their order. */
export const openComments = (review: Review): readonly Comment[] =>
  threadsOf(review).flatMap(({ settled, comment }) => (settled || !comment ? [] : [comment]))
