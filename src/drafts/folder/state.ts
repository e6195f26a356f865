import { useQuery } from '@tanstack/react-query'

export const folderKey = ['folder'] as const

/** How the copies into a folder stand. */
export type FolderState =
  | { readonly kind: 'none' }
  /** `at` is the time of the last copy; 0 before the first. */
  | { readonly kind: 'ready' | 'asks'; readonly name: string; readonly at: number }
  | { readonly kind: 'failed'; readonly name: string; readonly at: number; readonly why: unknown }

/** How the copies stand; undefined until it is known. */
export const useFolder = (): FolderState | undefined =>
  useQuery({
    queryKey: folderKey,
    queryFn: () => import('./folder-state').then(({ folderState }) => folderState()),
    staleTime: 0,
  }).data
