import { lastProblem } from './copier'
import { isAllowed } from './folder'
import { keptFolder } from './kept-folder'
import type { FolderState } from './state'

/** How the copies into a folder stand at this moment. */
export const folderState = async (): Promise<FolderState> => {
  const kept = await keptFolder()
  if (!kept) return { kind: 'none' }
  const { name } = kept.folder
  const at = Math.max(0, ...Object.values(kept.copies).map((copy) => copy.at))
  if (!(await isAllowed(kept.folder))) return { kind: 'asks', name, at }
  const why = lastProblem()
  return why === undefined ? { kind: 'ready', name, at } : { kind: 'failed', name, at, why }
}
