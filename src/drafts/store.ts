import { unitKey } from '../report/blank'
import { merge } from '../review/review'
import { inTransaction, type Unit } from './database'
import { contentOf, modern, savedBy, type Content, type Draft } from './draft'
import { tab } from './journal'
import { unitOf } from './unit-of'
import { addVersion } from './versions'

/** A save that would overwrite what another window saved in the meantime. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/** All drafts, the last changed first. */
export const listDrafts = async (): Promise<readonly Draft[]> => {
  const drafts = await inTransaction(['drafts'] as const, 'readonly', (tx) => tx.objectStore('drafts').getAll())
  return drafts.map(modern).sort((a, b) => b.changedAt - a.changedAt)
}

export const getDraft = async (id: string): Promise<Draft | undefined> => {
  const draft = await inTransaction(['drafts'] as const, 'readonly', (tx) => tx.objectStore('drafts').get(id))
  return draft && modern(draft)
}

/** The units that had a report, the last used first, each as it was last. */
export const listUnits = async (): Promise<readonly Unit[]> => {
  const units = await inTransaction(['units'] as const, 'readonly', (tx) => tx.objectStore('units').getAll())
  const byName = new Map<string, Unit>()
  for (const unit of units.sort((a, b) => b.at - a.at)) {
    const key = unitKey(unit.agency.name)
    if (key !== '' && !byName.has(key)) byName.set(key, unit)
  }
  return [...byName.values()]
}

/** Where a whole record comes from: what came from a file is kept as a version, as it came. */
export type Origin = 'created' | 'opened' | 'replaced' | 'restored' | 'duplicated' | 'recovered'

/**
 * Stores a whole record, new or given back; one of the same id that stands there becomes a version, and nothing that
 * happened in its review is forgotten.
 */
export const putDraft = (draft: Draft, origin: Origin): Promise<void> =>
  inTransaction(['drafts', 'versions', 'units'] as const, 'readwrite', async (tx) => {
    const before = await tx.objectStore('drafts').get(draft.id)
    const versions = tx.objectStore('versions')
    const now = Date.now()
    if (before) await addVersion(versions, before, { why: 'replaced' }, now)
    const next: Draft = {
      ...draft,
      review: before ? merge(modern(before).review, draft.review) : draft.review,
      revision: Math.max(draft.revision, (before?.revision ?? 0) + 1),
    }
    await tx.objectStore('drafts').put(next)
    await tx.objectStore('units').put(unitOf(next))
    if (origin === 'opened' || origin === 'replaced') await addVersion(versions, next, { why: 'imported' }, now)
  })

/**
 * Stores what an open editor changed, on top of the revision that it knows. Rejects with Overtaken otherwise. `by` is the
 * window in which it was typed.
 */
export const saveContent = (
  id: string,
  revision: number,
  content: Content,
  now: number,
  by: string = tab,
): Promise<Draft> =>
  inTransaction(['drafts', 'units'] as const, 'readwrite', async (tx) => {
    const before = await tx.objectStore('drafts').get(id)
    if (!before || before.revision !== revision) throw new Overtaken()
    const next = { revision: revision + 1, changedAt: now, savedBy: savedBy(before, by, revision + 1) }
    const draft: Draft = { ...before, ...contentOf(content), ...next }
    await tx.objectStore('drafts').put(draft)
    await tx.objectStore('units').put(unitOf(draft))
    return draft
  })

/** Gives a draft another name in the list, and changes nothing else: whoever has it open goes on undisturbed. */
export const renameDraft = (id: string, name: string): Promise<void> =>
  inTransaction(['drafts'] as const, 'readwrite', async (tx) => {
    const draft = await tx.objectStore('drafts').get(id)
    if (draft) await tx.objectStore('drafts').put({ ...draft, name })
  })

/** Removes a draft and gives the record, so that it can be put back; it stays among the versions. */
export const removeDraft = (id: string): Promise<Draft | undefined> =>
  inTransaction(['drafts', 'versions'] as const, 'readwrite', async (tx) => {
    const before = await tx.objectStore('drafts').get(id)
    if (before) await addVersion(tx.objectStore('versions'), before, { why: 'deleted' }, Date.now())
    await tx.objectStore('drafts').delete(id)
    return before
  })
