import type { ReviewCopy } from '../../drafts/review-copy'
import { formatById } from '../../format'
import { reviewerWords } from '../../parts/reviewer-words'
import type { Sending } from '../../review/event'
import { sendingOf, standingOf } from '../../review/standing'
import { stateOf } from '../../review/state'
import { threadsOf } from '../../review/threads'

interface Summary extends ReturnType<typeof reviewerWords> {
  /** The sending of just this content; undefined where the file has none. */
  readonly sent: Sending | undefined
  /** Remarks that are not settled. */
  readonly open: number
}

/** How a report under review stands; undefined where its format is newer than this program. */
export const summaryOf = ({ format: id, typed, accepted, review }: ReviewCopy): Summary | undefined => {
  const format = formatById(id)
  if (!format) return undefined
  const state = stateOf(format, typed, accepted)
  return {
    ...reviewerWords(standingOf(review, state)),
    sent: sendingOf(review, state),
    open: threadsOf(review).filter(({ settled }) => !settled).length,
  }
}
