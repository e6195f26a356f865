import { QueryClient, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Unit } from './database'
import type { Content, Draft } from './draft'
import { listDamaged, putDamaged, removeDamaged, type DamagedRecord } from './damaged'
import { askToPersist, persistence, type Persistence } from './persistence'
import { recover } from './recover'
import { getReview, listReviews, putReview, removeReview, saveReview, type Reviewed } from './reviews'
import { replayReview } from './review-journal'
import type { ReviewCopy } from './review-copy'
import { getPerson, putPerson } from './settings'
import { storageNews } from './storage'
import { noteUnexported } from './unexported'
import { getDraft, listDrafts, listUnits, putDraft, removeDraft, renameDraft, saveContent, type Origin } from './store'

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
    // A save holds a whole copy of the report: it is not kept.
    mutations: { ...local, gcTime: 0 },
  },
})

const draftsKey = ['drafts'] as const
const unitsKey = ['units'] as const
const reviewsKey = ['reviews'] as const
const reviewKey = (id: string) => ['review', id] as const
export const versionsKey = ['versions'] as const
const personKey = ['person'] as const
const persistenceKey = ['persistence'] as const
const damagedKey = ['damaged'] as const
export const draftKey = (id: string) => ['draft', id] as const

const channel =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('gov-info-disclosure-annual-report')

/** What is shown is read again at once, or with 'none' when it is next shown. */
const refresh = async (refetchType: 'active' | 'none' = 'active'): Promise<void> => {
  await Promise.all(
    [draftsKey, unitsKey, reviewsKey, versionsKey].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey, refetchType }),
    ),
  )
}

channel?.addEventListener('message', () => void refresh())

/** What is shown is read again here and, when it is next shown, in other windows. */
export const changed = async (refetchType: 'active' | 'none' = 'active'): Promise<void> => {
  channel?.postMessage('changed')
  await refresh(refetchType)
}

let recovered: Promise<void> | undefined

const recoverOnce = (): Promise<void> => {
  recovered ??= recover().catch((error: unknown) => {
    recovered = undefined
    throw error
  })
  return recovered
}

/** What could not be brought back now is tried again at the next start: it must not keep anything shut. */
const unlessItWaits = (recovering: Promise<void>): Promise<void> => recovering.catch(() => storageNews.set('waiting'))

/** The drafts on this computer, the last changed first. */
export const useDrafts = (): UseQueryResult<readonly Draft[]> =>
  useQuery({ queryKey: draftsKey, queryFn: () => unlessItWaits(recoverOnce()).then(listDrafts) })

/** The units that had a report on this computer. */
export const useUnits = (): UseQueryResult<readonly Unit[]> => useQuery({ queryKey: unitsKey, queryFn: listUnits })

const leaving = new Map<string, Promise<void>>()

/** An editor is being left while its last save is under way: whoever opens the draft next waits for it. */
export const leave = (id: string, lastSave: Promise<void>): void => {
  const known = lastSave.finally(() => {
    if (leaving.get(id) === known) leaving.delete(id)
  })
  leaving.set(id, known)
}

/** Resolves when every editor that was left has stored what it had, or its save has hung for too long. */
export const settled = async (): Promise<void> => {
  const all = Promise.allSettled(leaving.values())
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, patience))])
}

/** A save that hangs must not keep a draft shut. */
const patience = 5_000

const openDraft = async (id: string): Promise<Draft | null> => {
  await Promise.race([leaving.get(id), new Promise((resolve) => setTimeout(resolve, patience))])
  await unlessItWaits(recover())
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

const openReview = async (id: string): Promise<ReviewCopy | null> => {
  await Promise.race([leaving.get(id), new Promise((resolve) => setTimeout(resolve, patience))])
  await unlessItWaits(replayReview(id))
  return (await getReview(id)) ?? null
}

/** The reports that came for review, the last received first. */
export const useReviews = (): UseQueryResult<readonly ReviewCopy[]> =>
  useQuery({ queryKey: reviewsKey, queryFn: listReviews })

/** A report under review as it is stored when its screen opens; null when there is none. Read afresh each time. */
export const useReview = (id: string): UseQueryResult<ReviewCopy | null> =>
  useQuery({ queryKey: reviewKey(id), queryFn: () => openReview(id), staleTime: 0, gcTime: 0 })

/** What is shown of the reports under review is read again, in other windows too. */
export const reviewsChanged = (): Promise<void> => changed()

/** Saves what was remarked on a report under review; gives what is stored then. */
export const saveReviewed = async (copy: ReviewCopy, reviewed: Reviewed, now: number): Promise<ReviewCopy> => {
  const stored = await saveReview(copy, reviewed, now)
  void changed('none')
  noteUnexported(copy.id)
  return stored
}

/** Stores a report under review, new or changed. */
export const usePutReview = () => useMutation({ mutationFn: putReview, onSuccess: () => changed() })

/** Removes a report under review; gives it for an undo. */
export const useRemoveReview = () => useMutation({ mutationFn: removeReview, onSuccess: () => changed() })

/** What the browser says now of keeping what is stored here. */
export const usePersistence = (): UseQueryResult<Persistence> =>
  useQuery({ queryKey: persistenceKey, queryFn: persistence, staleTime: 0 })

/** The records that lie in the store and cannot be read. */
export const useDamaged = (): UseQueryResult<readonly DamagedRecord[]> =>
  useQuery({ queryKey: damagedKey, queryFn: listDamaged })

const damagedChanged = (): Promise<void> => queryClient.invalidateQueries({ queryKey: damagedKey })

/** Removes a record that cannot be read. */
export const useRemoveDamaged = () => useMutation({ mutationFn: removeDamaged, onSuccess: damagedChanged })

/** Puts it back. */
export const usePutDamaged = () => useMutation({ mutationFn: putDamaged, onSuccess: damagedChanged })

/** The name of the person at this computer; '' until one was typed. */
export const usePerson = (): string => useQuery({ queryKey: personKey, queryFn: getPerson }).data ?? ''

/** Keeps the person's name on this computer. Where the browser cannot, it is known until the window is closed. */
export const useSetPerson = () => {
  const { mutate } = useMutation({ mutationFn: putPerson })
  return (name: string): void => {
    queryClient.setQueryData(personKey, name)
    mutate(name)
  }
}

/** One draft as it is stored at this moment. */
export const readDraft = getDraft

/** Stores a whole record; one that it replaces becomes a version. */
export const usePutDraft = () =>
  useMutation({
    mutationFn: ({ draft, origin }: { draft: Draft; origin: Origin }) => putDraft(draft, origin),
    onSuccess: () => changed(),
  })

/** Gives a draft another name in the list. */
export const useRenameDraft = () =>
  useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) => renameDraft(id, name),
    onSuccess: () => changed(),
  })

/** Removes a draft; gives the record for an undo. */
export const useRemoveDraft = () => useMutation({ mutationFn: removeDraft, onSuccess: () => changed() })

interface Save {
  readonly content: Content
  readonly revision: number
  readonly now: number
  /** The record as the editor opened it. */
  readonly opened: Draft
}

/** Saves an open draft, one save after the other. No component watches it: the save line has its own word. */
export const saveDraft = (id: string, { content, revision, now, opened }: Save): Promise<Draft> =>
  queryClient
    .getMutationCache()
    .build(queryClient, {
      mutationKey: ['save', id],
      scope: { id },
      mutationFn: () => saveContent(id, revision, content, now, opened),
      // 已保存 is said as soon as it is: what shows the list looks again by itself.
      onSuccess: () => {
        void changed('none')
        void askToPersist().then(() => queryClient.invalidateQueries({ queryKey: persistenceKey }))
        noteUnexported(id)
      },
    })
    .execute(undefined)
