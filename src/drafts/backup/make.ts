import { recoverNow, settled } from '../queries'
import { flushEverywhere } from '../flushing'
import { copied } from '../work-since'
import { backupName, writeBackup } from './file'
import { gather } from './gather'

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
  /** To be called once it was handed out: all drafts in it stand outside the browser. */
  readonly handedOut: () => void
}

/** Makes a backup of all that is here at this moment, with what open editors and windows that were left had not stored. */
export const makeBackup = async (): Promise<Made> => {
  await flushEverywhere()
  await settled()
  await recoverNow()
  const now = Date.now()
  const sifted = await gather()
  const { text, left } = writeBackup(sifted, now)
  const { drafts, versions, reviews } = sifted.contents
  return {
    name: backupName(now),
    text,
    drafts: drafts.length,
    versions: versions.length - left,
    reviews: reviews.length,
    damaged: sifted.damaged.length,
    left,
    handedOut: () => {
      for (const { id } of drafts) copied(id, now)
    },
  }
}
