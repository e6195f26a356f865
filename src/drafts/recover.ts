import canonicalize from 'canonicalize'
import { formatForYear } from '../format'
import { copyIdOf } from './copy-id'
import { contentOf, newDraft, storedReview, type Content, type Draft } from './draft'
import { isAtWork } from './hold-here'
import { leftJournals, type Journal } from './journal'
import { getDraft, Overtaken, putDraft, saveContent } from './store'
import { storage, storageNews } from './storage'
import { Damaged } from './whole'

const same = (a: Content, b: Content): boolean => canonicalize(contentOf(a)) === canonicalize(contentOf(b))

const buildsOn = ({ bases }: Journal, { revision, changedAt }: Draft): boolean =>
  bases.some((basis) => basis.revision === revision && basis.changedAt === changedAt)

/**
 * Whether the sitting saved once more after it wrote its journal, so that all of it is stored. The browser writes local
 * storage to the disk some seconds late: after a crash a journal is there again that had been dropped.
 */
const isStoredSince = ({ bases }: Journal, by: string, draft: Draft): boolean => {
  const last = draft.savedBy?.[by]
  // What it builds on may be unreadable, and then nothing is known.
  if (last === undefined || last > draft.revision || bases.length === 0) return false
  return bases.every(({ revision }) => revision < last)
}

/**
 * What was typed in a draft that went on elsewhere, or is gone, as a draft of its own; undefined where this copy of the app
 * does not know its format. `known` is the draft's format, where it is known.
 */
const asideOf = (id: string, content: Content, known: string | undefined): Draft | undefined => {
  const format = known ?? formatForYear(content.typed.year)?.id
  if (format === undefined) return undefined
  const now = Date.now()
  const copy: Content['typed'] = { ...content.typed, id: copyIdOf(id, content) }
  const { agency, year } = content.typed
  const time = new Date(now).toTimeString().slice(0, 5)
  const name = `${agency.name}${year}年年报（${time} 找回的内容）`
  const { filled, accepted } = content
  return { ...newDraft(format, copy, now), name, filled, accepted, review: storedReview(content.review) }
}

/** The draft, where it can be read: what is damaged is set aside, and what was typed stands beside it. */
const readable = (id: string): Promise<Draft | undefined> =>
  getDraft(id).catch((why: unknown) => {
    if (why instanceof Damaged) return undefined
    throw why
  })

/** Stores it beside the draft, and gives its name. */
const setAside = async (id: string, content: Content, known: string | undefined): Promise<string | undefined> => {
  const aside = asideOf(id, content, known)
  if (!aside) return undefined
  await putDraft(aside, 'recovered')
  // Where it was brought back before, it has the name that it got then.
  return (await readable(aside.id))?.name ?? aside.name
}

/** Sets aside what a window could not store, where it is not what stands in the draft already; gives the name then. */
export const rescue = async (id: string, content: Content, format: string): Promise<string | undefined> => {
  const draft = await readable(id)
  return draft && same(draft, content) ? undefined : setAside(id, content, format)
}

const replayOnce = async (journal: Journal, by: string): Promise<boolean> => {
  const { draft: id, content } = journal
  const draft = await readable(id)
  // What is put into memory is gone with the window: the journal keeps it until there is a store again.
  if (storage.get().kind === 'memory') return false
  if (draft && same(draft, content)) return true
  if (draft && buildsOn(journal, draft)) {
    await saveContent(id, draft.revision, content, Date.now(), { by })
    return true
  }
  if (draft && isStoredSince(journal, by, draft)) return true
  return (await setAside(id, content, draft?.format)) !== undefined
}

/** Another window may store something between the reading and the writing: then it is looked at again. */
const tries = 3

/** Gives whether what stood in the journal is stored now; what this copy of the app does not know stays in it. */
const replay = async (journal: Journal, by: string, left = tries): Promise<boolean> => {
  try {
    return await replayOnce(journal, by)
  } catch (why) {
    if (why instanceof Overtaken && left > 1) return replay(journal, by, left - 1)
    throw why
  }
}

/** What journals hold and none of the drafts does, each once and as a draft of its own. */
export const waitingBeside = (drafts: readonly Draft[], journals: readonly Journal[]): readonly Draft[] => {
  const asides = new Map<string, Draft>()
  for (const { draft: id, content } of journals) {
    const draft = drafts.find((one) => one.id === id)
    const aside = draft && same(draft, content) ? undefined : asideOf(id, content, draft?.format)
    if (aside && !drafts.some((one) => one.id === aside.id)) asides.set(aside.id, aside)
  }
  return [...asides.values()]
}

let last: Promise<void> = Promise.resolve()

const replayAll = async (open: ReadonlySet<string>): Promise<void> => {
  let failure: unknown
  for (const { journal, by, drop } of leftJournals()) {
    try {
      if (await isAtWork(by, open)) continue
      const isStored = await replay(journal, by)
      if (isStored) drop()
      else storageNews.set('waiting')
    } catch (why) {
      // It waits in its journal, and keeps no other from being brought back.
      failure ??= why
    }
  }
  if (failure !== undefined) throw failure
}

/** Brings back what windows had not stored when they were left; one run after the other. `open` are the sittings of this window. */
export const recover = (open: ReadonlySet<string> = new Set()): Promise<void> => {
  last = last.then(
    () => replayAll(open),
    () => replayAll(open),
  )
  return last
}
