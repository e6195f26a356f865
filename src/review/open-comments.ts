import type { Comment } from './event'
import type { Review } from './review'

/** The comments that nobody settled, or that were reopened since, in their order. */
export const openComments = ({ events }: Review): readonly Comment[] => {
  const settled = new Map(
    events.flatMap((event) =>
      event.kind === 'settle' || event.kind === 'unsettle' ? [[event.to, event.kind === 'settle'] as const] : [],
    ),
  )
  return events.filter((event): event is Comment => event.kind === 'comment' && settled.get(event.id) !== true)
}
