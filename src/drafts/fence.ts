import { inTransaction } from './database'
import { modern, type Draft } from './draft'
import { Damaged, isDraft } from './whole'

/**
 * Makes a draft's next revision without changing anything in it, and gives it: whatever the window that had the draft may
 * still try to save builds on an older one and is refused. Undefined where the draft is not there any more;
 * rejects with Damaged where it cannot be read.
 */
export const fence = (id: string): Promise<Draft | undefined> =>
  inTransaction(['drafts'] as const, 'readwrite', async (tx) => {
    const before = await tx.objectStore('drafts').get(id)
    if (before === undefined) return undefined
    if (!isDraft(before)) throw new Damaged()
    const draft = { ...before, revision: before.revision + 1 }
    await tx.objectStore('drafts').put(draft)
    return modern(draft)
  })
