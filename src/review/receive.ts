import type { Decision, Event, Sending } from './event'
import { newIn, type Review } from './review'
import { sendingOf, sendingsOf, type State } from './standing'

/** What a file brings to a report that is here: its review, and exactly what content it holds. */
export interface Incoming {
  readonly review: Review
  readonly state: State
}

/** What came with a file that was not known here, and how its content stands to the one here. */
export interface Receipt {
  readonly fresh: readonly Event[]
  readonly decisions: readonly Decision[]
  /** The sending whose content the file holds; undefined where it is none that was sent from here. */
  readonly about: Sending | undefined
  /** The sending that came after it: the word is about an older version than the one that is waiting. */
  readonly later: Sending | undefined
  /** Whether the file's content is another than the one here. */
  readonly differs: boolean
}

/** Compares what a file brings with what is known here; changes nothing. */
export const receiptOf = (mine: Review, here: State, { review, state }: Incoming): Receipt => {
  const fresh = newIn(review, mine)
  const about = sendingOf(mine, state)
  const later = about && sendingsOf(mine).filter(({ version }) => version > about.version)
  return {
    fresh,
    decisions: fresh.filter((event): event is Decision => event.kind === 'return' || event.kind === 'approve'),
    about,
    later: later?.[later.length - 1],
    differs: state.digest !== here.digest || state.reasons !== here.reasons,
  }
}

const counted = (events: readonly Event[], kind: Event['kind'], words: string): readonly string[] => {
  const count = events.filter((event) => event.kind === kind).length
  return count > 0 ? [`${count} ${words}`] : []
}

/** What is new in a file, counted in words: 3 条意见、1 条回复; '' where nothing is. */
export const countsOf = (fresh: readonly Event[]): string =>
  [
    ...counted(fresh, 'comment', '条意见'),
    ...counted(fresh, 'reply', '条回复'),
    ...counted(fresh, 'settle', '条标为已解决'),
    ...counted(fresh, 'unsettle', '条重新提起'),
    ...counted(fresh, 'return', '个退回修改'),
    ...counted(fresh, 'approve', '个审核通过'),
    ...counted(fresh, 'send', '次送审'),
  ].join('、')
