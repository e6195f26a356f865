import { recoverNow } from '../queries'
import { flushEverywhere } from '../flushing'
import { settled } from '../sittings'
import { copied } from '../work-since'
import { backupName, writeBackup } from './file'
import { gather } from './gather'
import { waitingBeside } from '../recover'
import { leftJournals } from '../journal'
import { leftReviews, withWaiting } from '../review-journal'
import { sift } from './records'

/** A backup that can be handed out. */
export interface Made {
  readonly name: string
  readonly text: string
  readonly drafts: number
  readonly versions: number
  readonly reviews: number
  /** Records that cannot be read, which are in it as they are. */
  readonly damaged: number
  /** Old versions that did not find room. */
  readonly left: number
  /** What could not be stored, each as a draft of its own. */
  readonly waiting: number
  /** Something that could not be stored is not in it either. */
  readonly isShort: boolean
  /** To be called once it was handed out: all drafts in it stand outside the browser. */
  readonly handedOut: () => void
}

/** Makes a backup of all that is here at this moment, with what open editors and windows that were left had not stored. */
export const makeBackup = async (): Promise<Made> => {
  const isShort = await flushEverywhere()
  await settled()
  await recoverNow()
  const now = Date.now()
  // Read first: what is stored while the store is read leaves its journal.
  const [journals, journalsOfReviews] = [leftJournals().map(({ journal }) => journal), leftReviews()]
  const { contents, damaged: unreadable } = await gather()
  const { drafts, versions } = contents
  const waiting = waitingBeside(drafts, journals)
  const reviews = withWaiting(contents.reviews, journalsOfReviews)
  const isJoined = waiting.length > 0 || journalsOfReviews.length > 0
  // What a journal holds is looked at as closely as what is stored.
  const whole = isJoined ? sift({ ...contents, drafts: [...drafts, ...waiting], reviews }) : { contents, damaged: [] }
  const damaged = [...unreadable, ...whole.damaged]
  const { text, left } = writeBackup({ contents: whole.contents, damaged }, now)
  return {
    name: backupName(now),
    text,
    drafts: drafts.length,
    versions: versions.length - left,
    reviews: reviews.length,
    damaged: damaged.length,
    left,
    waiting: waiting.length,
    isShort,
    handedOut: () => {
      // Which draft it is of is not known here.
      if (isShort) return
      for (const { id } of drafts) copied(id, now)
    },
  }
}
