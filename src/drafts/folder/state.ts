import { useQuery } from '@tanstack/react-query'
import { isAllowed } from './folder'
import { keptFolder } from './kept-folder'

export const folderKey = ['folder'] as const

/** How the copies into a folder stand. */
export type FolderState =
  | { readonly kind: 'none' }
  /** `at` is the time of the last copy; 0 before the first. */
  | { readonly kind: 'ready' | 'asks'; readonly name: string; readonly at: number }
  | { readonly kind: 'failed'; readonly name: string; readonly at: number; readonly why: unknown }

let problem: unknown

/** Why the last copies were not written; undefined where they were. */
export const lastProblem = (): unknown => problem

export const setProblem = (why: unknown): void => {
  problem = why
}

const folderState = async (): Promise<FolderState> => {
  const kept = await keptFolder()
  if (!kept) return { kind: 'none' }
  const { name } = kept.folder
  const at = Math.max(0, ...Object.values(kept.copies).map((copy) => copy.at))
  if (!(await isAllowed(kept.folder))) return { kind: 'asks', name, at }
  return problem === undefined ? { kind: 'ready', name, at } : { kind: 'failed', name, at, why: problem }
}

/** How the copies stand; undefined until it is known. */
export const useFolder = (): FolderState | undefined =>
  useQuery({
    queryKey: folderKey,
    queryFn: folderState,
    staleTime: 0,
  }).data
