import { inTransaction } from '../database'
import type { Folder } from './folder'
import type { WrittenCopy } from './write-copy'

/** What was last copied of a draft: which state of it, when, into which file. */
export interface CopyOf extends WrittenCopy {
  readonly revision: number
  readonly changedAt: number
  readonly at: number
}

export interface KeptFolder {
  readonly folder: Folder
  /** When it was chosen: tells it from one that was chosen before or after. */
  readonly since: number
  readonly copies: Readonly<Record<string, CopyOf>>
}

// It means something on this computer alone: a backup leaves it out by its prefix.
const key = 'here:folder'

/** The folder that was chosen for the copies, and what was written there; undefined where none is. */
export const keptFolder = async (): Promise<KeptFolder | undefined> =>
  (await inTransaction(['settings'] as const, 'readonly', (tx) => tx.objectStore('settings').get(key))) as
    KeptFolder | undefined

/** Keeps another folder: nothing was written there yet. */
export const keepFolder = async (folder: Folder): Promise<void> => {
  const kept: KeptFolder = { folder, since: Date.now(), copies: {} }
  await inTransaction(['settings'] as const, 'readwrite', (tx) => tx.objectStore('settings').put(kept, key))
}

/** Forgets the folder; what was written there stays. */
export const forgetFolder = (): Promise<void> =>
  inTransaction(['settings'] as const, 'readwrite', (tx) => tx.objectStore('settings').delete(key))

/** Remembers what was written of a draft; nothing where another folder was chosen or none is any more. */
export const rememberCopy = ({ since }: KeptFolder, draft: string, copy: CopyOf): Promise<void> =>
  inTransaction(['settings'] as const, 'readwrite', async (tx) => {
    const kept = (await tx.objectStore('settings').get(key)) as KeptFolder | undefined
    if (kept?.since !== since) return
    await tx.objectStore('settings').put({ ...kept, copies: { ...kept.copies, [draft]: copy } }, key)
  })
