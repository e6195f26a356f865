import { waiving } from '../review/standing'
import { unitKey } from '../report/blank'
import { inTransaction, type Unit } from './database'
import { contentOf, modern, type Content, type Draft } from './draft'

/** A save that would overwrite what another window saved in the meantime. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

const unitOf = ({ id, typed, changedAt, review }: Draft): Unit => {
  const waiver = waiving(review)
  return {
    draft: id,
    at: changedAt,
    agency: typed.agency,
    headings: typed.headings,
    signature: typed.signature,
    ...(waiver && { waiver: { by: waiver.by, text: waiver.text } }),
  }
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

/** Stores a whole record, new or given back; one of the same id that stands there becomes a version. */
export const putDraft = (draft: Draft, why: string): Promise<void> =>
  inTransaction(['drafts', 'versions', 'units'] as const, 'readwrite', async (tx) => {
    const before = await tx.objectStore('drafts').get(draft.id)
    if (before) await tx.objectStore('versions').put({ draft: draft.id, at: Date.now(), why, record: before })
    await tx.objectStore('drafts').put({ ...draft, revision: Math.max(draft.revision, (before?.revision ?? 0) + 1) })
    await tx.objectStore('units').put(unitOf(draft))
  })

/** Stores what an open editor changed, on top of the revision that it knows. Rejects with Overtaken otherwise. */
export const saveContent = (id: string, revision: number, content: Content, now: number): Promise<Draft> =>
  inTransaction(['drafts', 'units'] as const, 'readwrite', async (tx) => {
    const before = await tx.objectStore('drafts').get(id)
    if (!before || before.revision !== revision) throw new Overtaken()
    const draft: Draft = { ...before, ...contentOf(content), revision: revision + 1, changedAt: now }
    await tx.objectStore('drafts').put(draft)
    await tx.objectStore('units').put(unitOf(draft))
    return draft
  })

/** Keeps what is stored of a draft as a version. */
export const keepVersion = (id: string, why: string): Promise<void> =>
  inTransaction(['drafts', 'versions'] as const, 'readwrite', async (tx) => {
    const record = await tx.objectStore('drafts').get(id)
    if (record) await tx.objectStore('versions').put({ draft: id, at: Date.now(), why, record })
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
    if (before) await tx.objectStore('versions').put({ draft: id, at: Date.now(), why: 'deleted', record: before })
    await tx.objectStore('drafts').delete(id)
    return before
  })
