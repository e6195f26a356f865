import { QueryClient, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Unit } from './database'
import type { Content, Draft } from './draft'
import { fence } from './fence'
import { isHeld, showLife, storeElsewhere, takeOver } from './hold-here'
import { askToPersist, persistence, type Persistence } from './persistence'
import { recover, rescue } from './recover'
import { getReview, isCleared, listReviews, removeReview, saveReview, type Reviewed } from './reviews'
import { replayReviews } from './review-journal'
import type { ReviewCopy } from './review-copy'
import { getPerson, putPerson } from './settings'
import { busy, left } from './sittings'
import { storageNews } from './storage'
import { noteUnexported } from './unexported'
import {
  getDraft,
  isDeleted,
  listDrafts,
  listUnits,
  putDraft,
  removeDraft,
  renameDraft,
  saveContent,
  type Origin,
} from './store'

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
export const damagedKey = ['damaged'] as const
export const draftKey = (id: string) => ['draft', id] as const

const channel =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('gov-info-disclosure-annual-report')

/** What is shown is read again at once, or with 'none' when it is next shown. */
const refresh = async (refetchType: 'active' | 'none' = 'active'): Promise<void> => {
  const isAnyDamaged = (queryClient.getQueryData<readonly unknown[]>(damagedKey) ?? []).length > 0
  await Promise.all([
    ...[draftsKey, unitsKey, reviewsKey, versionsKey, personKey].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey, refetchType }),
    ),
    // All is read to find what is damaged: where nothing was, that has time until the list is next shown.
    queryClient.invalidateQueries({ queryKey: damagedKey, refetchType: isAnyDamaged ? refetchType : 'none' }),
  ])
}

channel?.addEventListener('message', () => void refresh())

/** Calls at every change that another window stored; gives what ends that. */
export const onChangedElsewhere = (listener: () => void): (() => void) => {
  channel?.addEventListener('message', listener)
  return () => channel?.removeEventListener('message', listener)
}

/** What is shown is read again here and, when it is next shown, in other windows. */
export const changed = async (refetchType: 'active' | 'none' = 'active'): Promise<void> => {
  channel?.postMessage('changed')
  await refresh(refetchType)
}

const bringBack = async (): Promise<void> => {
  const all = await Promise.allSettled([recover(busy()), replayReviews(busy())])
  for (const one of all) if (one.status === 'rejected') throw one.reason
}

let recovered: Promise<void> | undefined

const recoverOnce = (): Promise<void> => {
  recovered ??= bringBack().catch((error: unknown) => {
    recovered = undefined
    throw error
  })
  return recovered
}

/** What could not be brought back now is tried again at the next start: it must not keep anything shut. */
const unlessItWaits = (recovering: Promise<void>): Promise<void> => recovering.catch(() => storageNews.set('waiting'))

/** Brings back what windows that are left had not stored, as far as it can be. */
export const recoverNow = (): Promise<void> => unlessItWaits(bringBack())

/** The drafts on this computer, the last changed first. */
export const useDrafts = (): UseQueryResult<readonly Draft[]> =>
  useQuery({ queryKey: draftsKey, queryFn: () => unlessItWaits(recoverOnce()).then(listDrafts) })

/** The units that had a report on this computer. */
export const useUnits = (): UseQueryResult<readonly Unit[]> => useQuery({ queryKey: unitsKey, queryFn: listUnits })

const openDraft = async (id: string): Promise<Draft | null> => {
  await left(id)
  await recoverNow()
  return (await getDraft(id)) ?? null
}

/** One draft as it is stored when its editor opens; null when there is none. Read afresh each time, once it is asked for. */
export const useDraft = (id: string, isAsked: boolean): UseQueryResult<Draft | null> =>
  useQuery({
    queryKey: draftKey(id),
    queryFn: () => openDraft(id),
    enabled: isAsked,
    staleTime: 0,
    gcTime: 0,
  })

const openReview = async (id: string): Promise<ReviewCopy | null> => {
  showLife()
  await left(id)
  await unlessItWaits(replayReviews(busy(), id))
  return (await getReview(id)) ?? null
}

/** The reports that came for review, the last received first. */
export const useReviews = (): UseQueryResult<readonly ReviewCopy[]> =>
  useQuery({ queryKey: reviewsKey, queryFn: () => unlessItWaits(recoverOnce()).then(listReviews) })

/** A report under review as it is stored when its screen opens; null when there is none. Read afresh each time. */
export const useReview = (id: string): UseQueryResult<ReviewCopy | null> =>
  useQuery({ queryKey: reviewKey(id), queryFn: () => openReview(id), staleTime: 0, gcTime: 0 })

/** What is shown of the reports under review is read again, in other windows too. */
export const reviewsChanged = (): Promise<void> => changed()

/** Whether a report under review is gone though nobody removed it. */
export const isReviewCleared = isCleared

/** Saves what was remarked on a report under review; gives what is stored then. */
export const saveReviewed = async (copy: ReviewCopy, reviewed: Reviewed, now: number): Promise<ReviewCopy> => {
  const stored = await saveReview(copy, reviewed, now)
  void changed('none')
  noteUnexported(copy.id)
  return stored
}

/** Puts a report under review back, by a part of the program that the list does not wait for. */
export const usePutReview = () =>
  useMutation({
    mutationFn: async (copy: ReviewCopy) => (await import('./put-review')).putReview(copy),
    onSuccess: () => changed(),
  })

/** Removes a report under review; gives it for an undo. */
export const useRemoveReview = () => useMutation({ mutationFn: removeReview, onSuccess: () => changed() })

/** What the browser says now of keeping what is stored here. */
export const usePersistence = (): UseQueryResult<Persistence> =>
  useQuery({ queryKey: persistenceKey, queryFn: persistence, staleTime: 0 })

/** What is known here stays: it may not be stored yet, or never. */
const personNow = async (): Promise<string> => {
  const kept = await getPerson()
  return queryClient.getQueryData<string>(personKey) || kept
}

/** The name of the person at this computer; '' until one was typed. */
export const usePerson = (): string => useQuery({ queryKey: personKey, queryFn: personNow }).data ?? ''

/** Keeps the person's name on this computer. Where the browser cannot, it is known until the window is closed. */
export const useSetPerson = () => {
  const { mutate } = useMutation({ mutationFn: putPerson })
  return (name: string): void => {
    queryClient.setQueryData(personKey, name)
    mutate(name)
  }
}

/** One draft as it is at this moment: what is typed in an editor, of this window or another, is stored first. */
export const readDraft = async (id: string): Promise<Draft | undefined> => {
  await left(id)
  await storeElsewhere(id)
  return getDraft(id)
}

/** All that is stored at this moment, whatever the list shows. */
export const whatIsHere = async () => {
  const [drafts, reviews] = await Promise.all([listDrafts(), listReviews()])
  return { drafts, reviews }
}

/** One draft as it is stored at this moment. */
export const storedDraft = getDraft

/** Whether a draft that is not there was deleted; else the store was cleared. */
export const wasDraftDeleted = isDeleted

/** Stores beside a draft what could not be stored in it, as a draft of its own; gives its name where it was needed. */
export const rescueDraft = async (id: string, content: Content, format: string): Promise<string | undefined> => {
  const name = await rescue(id, content, format)
  void changed('none')
  return name
}

/** The draft as it stands, for the editor that takes it over: no older save is let through any more. */
export const takeDraft = async (id: string): Promise<Draft | undefined> => {
  const draft = await fence(id)
  void changed('none')
  return draft
}

/** A draft that some window is filling in is not taken away under its hands. */
export class BeingFilledIn extends Error {
  override readonly name = 'BeingFilledIn'
}

/** Puts a record in the place of the one of its id, after the window that fills that in has stored all. */
const replace = async (draft: Draft): Promise<void> => {
  await left(draft.id)
  const letGo = await takeOver(draft.id)
  if (!letGo) throw new BeingFilledIn()
  try {
    await putDraft(draft, 'replaced')
  } finally {
    letGo()
  }
}

/** Stores a whole record; one that it replaces becomes a version. Rejects with BeingFilledIn where some window keeps that. */
export const usePutDraft = () =>
  useMutation({
    mutationFn: ({ draft, origin }: { draft: Draft; origin: Origin }) =>
      origin === 'replaced' ? replace(draft) : putDraft(draft, origin),
    onSuccess: () => changed(),
  })

/** Gives a draft another name in the list; false where it is not there. */
export const useRenameDraft = () =>
  useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) => renameDraft(id, name),
    onSuccess: () => changed(),
  })

/** Removes a draft; gives the record for an undo. Rejects with BeingFilledIn where some window fills it in. */
export const useRemoveDraft = () =>
  useMutation({
    mutationFn: async (id: string) => {
      await left(id)
      if (await isHeld(id)) throw new BeingFilledIn()
      return removeDraft(id)
    },
    onSuccess: () => changed(),
  })

interface Save {
  readonly content: Content
  readonly revision: number
  readonly now: number
  /** The record as the editor opened it. */
  readonly opened: Draft
  /** The sitting in which it was typed. */
  readonly by: string
}

/** Saves an open draft, one save after the other. No component watches it: the save line has its own word. */
export const saveDraft = (id: string, { content, revision, now, opened, by }: Save): Promise<Draft> =>
  queryClient
    .getMutationCache()
    .build(queryClient, {
      mutationKey: ['save', id],
      scope: { id },
      mutationFn: () => saveContent(id, revision, content, now, { opened, by }),
      // 已保存 is said as soon as it is: what shows the list looks again by itself.
      onSuccess: () => {
        void changed('none')
        void askToPersist().then(() => queryClient.invalidateQueries({ queryKey: persistenceKey }))
        noteUnexported(id)
      },
    })
    .execute(undefined)
