import { unitKey } from '../report/blank'
import { merge } from '../review/review'
import { inTransaction, type Unit } from './database'
import { contentOf, modern, savedBy, type Content, type Draft } from './draft'
import { tab } from './journal'
import { unitOf } from './unit-of'
import { storageNews } from './storage'
import { addVersion, isSameContent, wasDeleted } from './versions'
import { Damaged, isDraft, isUnit } from './whole'

/** A save that would overwrite what another window did in the meantime. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'

  constructor(readonly how: 'changed' | 'deleted' = 'changed') {
    super()
  }
}

/** A record that was not expected to be there, and is not written over. */
export class AlreadyHere extends Error {
  override readonly name = 'AlreadyHere'
}

/** All drafts that can be read, the last changed first. */
export const listDrafts = async (): Promise<readonly Draft[]> => {
  const drafts = await inTransaction(['drafts'] as const, 'readonly', (tx) => tx.objectStore('drafts').getAll())
  return drafts
    .filter(isDraft)
    .map(modern)
    .sort((a, b) => b.changedAt - a.changedAt)
}

/** One draft; undefined where there is none. Rejects with Damaged where it cannot be read. */
export const getDraft = async (id: string): Promise<Draft | undefined> => {
  const draft = await inTransaction(['drafts'] as const, 'readonly', (tx) => tx.objectStore('drafts').get(id))
  if (draft !== undefined && !isDraft(draft)) throw new Damaged()
  return draft && modern(draft)
}

/** Whether a draft that is not there was deleted in the app, at this revision or a later one. */
export const isDeleted = (id: string, revision: number): Promise<boolean> =>
  inTransaction(['versions'] as const, 'readonly', (tx) => wasDeleted(tx.objectStore('versions'), id, revision))

/** A clock that two systems set by turns is hours ahead, not days. */
const clockSlack = 2 * 86_400_000

/** The units that had a report, the last used first, each as it was last; what a clock that was ahead stored comes last. */
export const listUnits = async (): Promise<readonly Unit[]> => {
  const units = await inTransaction(['units'] as const, 'readonly', (tx) => tx.objectStore('units').getAll())
  const byName = new Map<string, Unit>()
  const believed = Date.now() + clockSlack
  const isAhead = ({ at }: Unit): boolean => at > believed
  for (const unit of units.filter(isUnit).sort((a, b) => Number(isAhead(a)) - Number(isAhead(b)) || b.at - a.at)) {
    const key = unitKey(unit.agency.name)
    if (key !== '' && !byName.has(key)) byName.set(key, unit)
  }
  return [...byName.values()]
}

/** Where a whole record comes from: what came from a file is kept as a version, as it came. */
export type Origin = 'created' | 'opened' | 'replaced' | 'restored' | 'duplicated' | 'recovered'

/**
 * Stores a whole record, new or given back. What `replaced` finds there becomes a version, as does a damaged record, and
 * nothing that happened in its review is forgotten; one that is opened or restored where a whole one of another content stands
 * rejects with AlreadyHere.
 */
export const putDraft = (draft: Draft, origin: Origin): Promise<void> =>
  inTransaction(['drafts', 'versions', 'units'] as const, 'readwrite', async (tx) => {
    const stored = await tx.objectStore('drafts').get(draft.id)
    const versions = tx.objectStore('versions')
    const now = Date.now()
    // Its id is made of its content: the same was brought back before, and may have been written on since.
    if (origin === 'recovered' && isDraft(stored)) {
      if (!isSameContent(stored, draft)) await addVersion(versions, draft, { why: 'imported' }, now)
      return
    }
    if ((origin === 'opened' || origin === 'restored') && isDraft(stored)) {
      if (!isSameContent(stored, draft)) throw new AlreadyHere()
      return
    }
    if (stored) await addVersion(versions, stored, { why: 'replaced' }, now)
    const before = isDraft(stored) ? stored : undefined
    const next: Draft = {
      ...draft,
      review: before ? merge(modern(before).review, draft.review) : draft.review,
      revision: Math.max(draft.revision, (before?.revision ?? 0) + 1),
    }
    await tx.objectStore('drafts').put(next)
    await tx.objectStore('units').put(unitOf(next))
    if (origin === 'opened' || origin === 'replaced') await addVersion(versions, next, { why: 'imported' }, now)
  })

/** Saves of this window of which nobody knows whether they were stored, by draft: the browser gave no answer. */
const unanswered = new Map<string, readonly Made[]>()

type Made = Pick<Draft, 'revision' | 'changedAt'>

interface Saving {
  readonly revision: number
  readonly content: Content
  readonly now: number
  /** The record as the editor opened it: from it the draft is put back where another program cleared the store. */
  readonly opened?: Draft | undefined
  /** The sitting in which it was typed. */
  readonly by: string
  /** Hears what is about to be written. */
  readonly onMade: (made: Made) => void
}

const isOurs = (id: string, { revision, changedAt }: Draft): boolean => {
  const ours = unanswered.get(id) ?? []
  return ours.some((made) => made.revision === revision && made.changedAt === changedAt)
}

const store = async (id: string, { revision, content, now, opened, by, onMade }: Saving): Promise<Draft> => {
  let isPutBack = false
  const draft = await inTransaction(['drafts', 'units', 'versions'] as const, 'readwrite', async (tx) => {
    const stored = await tx.objectStore('drafts').get(id)
    const before = isDraft(stored) ? stored : opened && { ...opened, revision }
    if (before !== stored && (await wasDeleted(tx.objectStore('versions'), id, revision)))
      throw new Overtaken('deleted')
    if (!before || (before.revision !== revision && !isOurs(id, before))) throw new Overtaken()
    isPutBack = before !== stored
    const next = before.revision + 1
    onMade({ revision: next, changedAt: now })
    const own = { revision: next, changedAt: now, savedBy: savedBy(before, by, next) }
    const draft: Draft = { ...before, ...contentOf(content), ...own }
    await tx.objectStore('drafts').put(draft)
    await tx.objectStore('units').put(unitOf(draft))
    return draft
  })
  if (isPutBack) storageNews.set('cleared')
  return draft
}

/**
 * Stores what an open editor changed, on top of the revision that it knows. Rejects with Overtaken where another window
 * changed or deleted the draft; where the store was cleared, the whole record is put back from `opened` and that is told.
 * `by` is the sitting in which it was typed.
 */
export const saveContent = async (
  id: string,
  revision: number,
  content: Content,
  now: number,
  { opened, by = tab }: { readonly opened?: Draft | undefined; readonly by?: string } = {},
): Promise<Draft> => {
  let made: Made | undefined
  try {
    const onMade = (one: Made): void => void (made = one)
    const draft = await store(id, { revision, content, now, opened, by, onMade })
    unanswered.delete(id)
    return draft
  } catch (why) {
    if (made && why instanceof DOMException && why.name === 'TimeoutError')
      unanswered.set(id, [...(unanswered.get(id) ?? []), made])
    throw why
  }
}

/**
 * Gives a draft another name in the list, and changes nothing else: whoever has it open goes on undisturbed. False where it is
 * not there.
 */
export const renameDraft = (id: string, name: string): Promise<boolean> =>
  inTransaction(['drafts'] as const, 'readwrite', async (tx) => {
    const draft = await tx.objectStore('drafts').get(id)
    if (!isDraft(draft)) return false
    await tx.objectStore('drafts').put({ ...draft, name })
    return true
  })

/** Removes a draft and gives the record, so that it can be put back; it stays among the versions. */
export const removeDraft = (id: string): Promise<Draft | undefined> =>
  inTransaction(['drafts', 'versions'] as const, 'readwrite', async (tx) => {
    const before = await tx.objectStore('drafts').get(id)
    if (before) await addVersion(tx.objectStore('versions'), before, { why: 'deleted' }, Date.now())
    await tx.objectStore('drafts').delete(id)
    return before
  })
