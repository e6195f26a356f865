import { QueryClient, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Unit } from './database'
import type { Content, Draft } from './draft'
import { recover } from './recover'
import { getDraft, listDrafts, listUnits, putDraft, removeDraft, saveContent } from './store'

const local = { networkMode: 'always', retry: false } as const

/** Everything is on this computer: nothing waits for a network, goes stale or is thrown away. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      ...local,
      staleTime: Infinity,
      gcTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: local,
  },
})

const draftsKey = ['drafts'] as const
const unitsKey = ['units'] as const
const draftKey = (id: string) => ['draft', id] as const

const channel =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('gov-info-disclosure-annual-report')

const refresh = async (): Promise<void> => {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: draftsKey }),
    queryClient.invalidateQueries({ queryKey: unitsKey }),
  ])
}

channel?.addEventListener('message', () => void refresh())

const changed = async (): Promise<void> => {
  channel?.postMessage('changed')
  await refresh()
}

/** The drafts on this computer, the last changed first. */
export const useDrafts = (): UseQueryResult<readonly Draft[]> =>
  useQuery({ queryKey: draftsKey, queryFn: () => recover().then(listDrafts) })

/** The units that had a report on this computer. */
export const useUnits = (): UseQueryResult<readonly Unit[]> => useQuery({ queryKey: unitsKey, queryFn: listUnits })

const leaving = new Map<string, Promise<void>>()

/** An editor is being left while its last save is under way: whoever opens the draft next waits for it. */
export const leave = (id: string, lastSave: Promise<void>): void => {
  leaving.set(id, lastSave)
}

const openDraft = async (id: string): Promise<Draft | null> => {
  await leaving.get(id)
  await recover()
  return (await getDraft(id)) ?? null
}

/** One draft as it is stored when its editor opens; null when there is none. Read afresh each time. */
export const useDraft = (id: string): UseQueryResult<Draft | null> =>
  useQuery({
    queryKey: draftKey(id),
    queryFn: () => openDraft(id),
    staleTime: 0,
    gcTime: 0,
  })

/** Stores a whole record; one that it replaces becomes a version. */
export const usePutDraft = () =>
  useMutation({
    mutationFn: ({ draft, why }: { draft: Draft; why: string }) => putDraft(draft, why),
    onSuccess: changed,
  })

/** Removes a draft; gives the record for an undo. */
export const useRemoveDraft = () => useMutation({ mutationFn: removeDraft, onSuccess: changed })

interface Save {
  readonly content: Content
  readonly revision: number
  readonly now: number
}

/** Saves an open draft, one save after the other. */
export const useSaveDraft = (id: string) =>
  useMutation({
    mutationKey: ['save', id],
    scope: { id },
    mutationFn: ({ content, revision, now }: Save) => saveContent(id, revision, content, now),
    onSuccess: changed,
  })
