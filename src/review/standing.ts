import type { Decision, Event, Sending } from './event'
import type { Review } from './review'

/** What exactly a decision is about: the report's digest and the digest of its reasons. */
export interface State {
  readonly digest: string
  readonly reasons: string
}

/**
 * How a report stands. `changed`: it is not any more what was last sent or decided on. Of several reviewers each one's
 * last word on the same content counts, and one that returns it outweighs those that approve.
 */
export type Standing =
  | { readonly kind: 'unsent' }
  | { readonly kind: 'sent'; readonly sending: Sending }
  | { readonly kind: 'returned'; readonly decisions: readonly Decision[]; readonly changed: boolean }
  | { readonly kind: 'approved'; readonly decisions: readonly Decision[] }
  /** What was approved, or sent and not yet decided on, is not what stands here now. */
  | { readonly kind: 'outdated'; readonly after: Sending | Decision }

const isDecision = (event: Event): event is Decision => event.kind === 'return' || event.kind === 'approve'
const isSending = (event: Event): event is Sending => event.kind === 'send'

const isSame = (a: State, b: State): boolean => a.digest === b.digest && a.reasons === b.reasons

export const sendingsOf = ({ events }: Review): readonly Sending[] => events.filter(isSending)
export const decisionsOf = ({ events }: Review): readonly Decision[] => events.filter(isDecision)

/** The sending by which a content went out, the last of them; undefined where it never did. */
export const sendingOf = (review: Review, state: State): Sending | undefined =>
  [...sendingsOf(review)].reverse().find((sending) => isSame(sending, state))

/** Each reviewer's last word on a content. */
export const lastWords = (review: Review, state: State): readonly Decision[] => [
  ...new Map(
    decisionsOf(review)
      .filter((decision) => isSame(decision, state))
      .map((decision) => [decision.by.normalize('NFKC').trim(), decision]),
  ).values(),
]

/** How a report of a certain content stands in its review. */
export const standingOf = (review: Review, state: State): Standing => {
  const steps = review.events.filter((event): event is Sending | Decision => isSending(event) || isDecision(event))
  const last = steps[steps.length - 1]
  if (!last) return { kind: 'unsent' }
  const words = lastWords(review, state)
  const returns = words.filter(({ kind }) => kind === 'return')
  const sending = sendingOf(review, state)
  const lastWord = words[words.length - 1]
  // The same content was sent once more after it was decided on: it waits for a word again.
  if (sending && (!lastWord || sending.order > Math.max(...words.map(({ order }) => order))))
    return { kind: 'sent', sending }
  if (returns.length > 0) return { kind: 'returned', decisions: returns, changed: false }
  if (words.length > 0) return { kind: 'approved', decisions: words }
  const decisions = decisionsOf(review).filter((decision) => isSame(decision, last))
  return last.kind === 'return'
    ? { kind: 'returned', decisions: decisions.filter(({ kind }) => kind === 'return'), changed: true }
    : { kind: 'outdated', after: last }
}

/** The word that the unit's reports need no approval, with its reason; undefined where they do. */
export const waiving = ({ events }: Review): Extract<Event, { kind: 'waive' }> | undefined => {
  const last = [...events].reverse().find(({ kind }) => kind === 'waive' || kind === 'require')
  return last?.kind === 'waive' ? last : undefined
}

/** The reason why the unit's reports need no approval; undefined where they do. */
export const waiverOf = (review: Review): string | undefined => waiving(review)?.text

/** The number of the next sending. */
export const nextVersion = (review: Review): number =>
  1 + Math.max(0, ...sendingsOf(review).map(({ version }) => version))

/** Whether a content may become the final copy: approved, or the unit needs no approval. */
export const isCleared = (review: Review, state: State): boolean =>
  waiverOf(review) !== undefined || standingOf(review, state).kind === 'approved'
