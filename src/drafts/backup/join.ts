import canonicalize from 'canonicalize'
import { joinCopies } from '../joining'
import type { ReviewCopy } from '../review-copy'
import { storedCopy } from '../reviews'
import { nameOfReport } from './copy-beside'

type Texts = Readonly<Record<string, string>>

/** Texts that were being written, here and in a backup: none is lost, and one that is here stays where it is. */
export const joinTexts = (here: Texts, there: Texts): Texts => {
  const joined: Record<string, string> = { ...here }
  for (const [key, text] of Object.entries(there)) {
    const mine = here[key] ?? ''
    if (!mine.includes(text)) joined[key] = mine === '' ? text : `${mine}\n（备份里的：）${text}`
  }
  return joined
}

/** What is said of both copies but the bookkeeping. */
const sayingOf = (copy: ReviewCopy): string => canonicalize({ ...copy, revision: 0, receivedAt: 0, changedAt: 0 }) ?? ''

/** A report under review that is here and in a backup; `next` is left out where nothing changes. */
export const joinReview = (
  stored: ReviewCopy,
  incoming: ReviewCopy,
): { readonly next?: ReviewCopy; readonly told: readonly string[] } => {
  const [mine, other] = [storedCopy(stored), storedCopy(incoming)]
  const { kind, copy } = joinCopies(mine, other)
  const next: ReviewCopy = {
    ...copy,
    unsent: joinTexts(mine.unsent, other.unsent),
    receivedAt: Math.max(mine.receivedAt, other.receivedAt),
    changedAt: Math.max(mine.changedAt, other.changedAt),
  }
  const name = nameOfReport(mine)
  const told =
    kind === 'older'
      ? [`待审阅的“${name}”在这里是另一版内容，内容保留这里的，意见已并入。`]
      : kind === 'newer'
        ? [`待审阅的“${name}”在备份里是更晚送审的一版，已换成那一版，意见都在。`]
        : []
  return sayingOf(next) === sayingOf(mine) ? { told: kind === 'older' ? told : [] } : { next, told }
}
