import { inTransaction } from '../database'
import { putUnsent } from '../unsent-texts'
import { allIn, everyStore, gather } from './gather'
import { planRestore, type Choice, type Plan } from './plan'
import type { Backup } from './read'
import { sift } from './records'

/** A great backup on a slow disk takes minutes. */
const limit = 10 * 60_000

/** What restoring would come to now; nothing is changed. */
export const previewRestore = async (backup: Backup, choices: ReadonlyMap<string, Choice> = new Map()): Promise<Plan> =>
  planRestore(backup, await gather(), choices, Date.now())

/**
 * Restores a backup onto what is here at that moment, all of it or nothing, in one transaction; then the replies that were
 * being written, which are kept beside it. Gives what was done.
 */
export const restoreBackup = async (backup: Backup, choices: ReadonlyMap<string, Choice>): Promise<Plan> => {
  const plan = await inTransaction(
    everyStore,
    'readwrite',
    async (tx) => {
      const here = sift(await allIn(tx))
      const made = planRestore(backup, here, choices, Date.now())
      const { drafts, versions, units, reviews, settings } = made.writes
      for (const draft of drafts) await tx.objectStore('drafts').put(draft)
      for (const version of versions) await tx.objectStore('versions').put(version)
      for (const unit of units) await tx.objectStore('units').put(unit)
      for (const copy of reviews) await tx.objectStore('reviews').put(copy)
      for (const { key, value } of settings) await tx.objectStore('settings').put(value, key)
      return made
    },
    limit,
  )
  const lost = plan.writes.unsent.filter(({ draft, texts }) => !putUnsent(draft, texts)).length
  return lost === 0
    ? plan
    : { ...plan, told: [...plan.told, `有 ${lost} 份没写完的话浏览器存不下，没有恢复，仍在备份文件里。`] }
}
