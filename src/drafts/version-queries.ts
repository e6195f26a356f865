import { useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Version } from './database'
import type { Content, Draft } from './draft'
import type { Occasion } from './occasion'
import { changed, draftKey, queryClient, versionsKey } from './queries'
import {
  getVersion,
  keepContent,
  keepOpened,
  listVersions,
  nameVersion,
  restoreVersion,
  type KeptVersion,
  type Restored,
} from './versions'

/** The versions of a draft, the newest first. */
export const useVersions = (draft: string): UseQueryResult<readonly KeptVersion[]> =>
  useQuery({ queryKey: [...versionsKey, draft], queryFn: () => listVersions(draft), staleTime: 0, gcTime: 0 })

/** One version with its report; null where it is not kept any longer. Asked for nothing where there is no time. */
export const useVersion = (draft: string, at: number | undefined): UseQueryResult<Version | null> =>
  useQuery({
    queryKey: ['version', draft, at],
    queryFn: async () => (at === undefined ? null : ((await getVersion(draft, at)) ?? null)),
    staleTime: 0,
    gcTime: 0,
  })

const versionsChanged = (): Promise<void> => queryClient.invalidateQueries({ queryKey: versionsKey })

/** Keeps exactly this content, as it stands at this moment, as a version. Rejects where the browser cannot. */
export const keepVersion = async (id: string, content: Content, occasion: Occasion): Promise<void> => {
  await keepContent(id, content, occasion, Date.now())
  void versionsChanged()
}

/** Keeps a draft as it was opened, where work goes on after a pause. Where that fails the draft itself is stored still. */
export const keepBeforeWork = (draft: Draft): Promise<void> =>
  keepOpened(draft, Date.now()).then(versionsChanged, () => undefined)

/** Gives a version a name, or with '' takes it away. */
export const useNameVersion = (draft: string) =>
  useMutation({
    mutationFn: ({ at, name }: { at: number; name: string }) => nameVersion(draft, at, name),
    onSuccess: versionsChanged,
  })

/** Restores a version as a new step; gives undefined where it is not there. The open editor is told by `reopen`. */
export const restore = async (id: string, at: number): Promise<Restored | undefined> => {
  const restored = await restoreVersion(id, at, Date.now())
  void changed('none')
  return restored
}

/** Opens a draft anew as it is stored now, in the place of the editor that has it open. */
export const reopen = (draft: Draft): void => {
  queryClient.setQueryData<Draft>(draftKey(draft.id), (open) => open && draft)
}
