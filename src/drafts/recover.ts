import canonicalize from 'canonicalize'
import { formatForYear } from '../format'
import { newId } from '../report/report'
import { contentOf, newDraft, storedReview, type Content, type Draft } from './draft'
import { isLiving } from './hold-here'
import { leftJournals, tab, type Journal } from './journal'
import { getDraft, putDraft, saveContent } from './store'
import { storage, storageNews } from './storage'
import { Damaged } from './whole'

const same = (a: Content, b: Content): boolean => canonicalize(contentOf(a)) === canonicalize(contentOf(b))

const buildsOn = ({ bases }: Journal, { revision, changedAt }: Draft): boolean =>
  bases.some((basis) => basis.revision === revision && basis.changedAt === changedAt)

/**
 * Whether the window saved once more after it wrote its journal, so that all of it is stored. The browser writes local
 * storage to the disk some seconds late: after a crash a journal is there again that had been dropped.
 */
const isStoredSince = ({ bases }: Journal, by: string, draft: Draft): boolean => {
  const last = draft.savedBy?.[by]
  return last !== undefined && last <= draft.revision && bases.every(({ revision }) => revision < last)
}

/**
 * Stores what was typed in a draft that went on elsewhere, or is gone, as a draft of its own; gives its name. `known` is the
 * draft's format, where it is known.
 */
const setAside = async (content: Content, known?: string): Promise<string | undefined> => {
  const format = known ?? formatForYear(content.typed.year)?.id
  if (format === undefined) return undefined
  const now = Date.now()
  const copy: Content['typed'] = { ...content.typed, id: newId() }
  const { agency, year } = content.typed
  const time = new Date(now).toTimeString().slice(0, 5)
  const name = `${agency.name}${year}年年报（${time} 找回的内容）`
  const { filled, accepted } = content
  const review = storedReview(content.review)
  await putDraft({ ...newDraft(format, copy, now), name, filled, accepted, review }, 'recovered')
  return name
}

/** The draft, where it can be read: what is damaged is set aside, and what was typed stands beside it. */
const readable = (id: string): Promise<Draft | undefined> =>
  getDraft(id).catch((why: unknown) => {
    if (why instanceof Damaged) return undefined
    throw why
  })

/** Sets aside what a window could not store, where it is not what stands in the draft already; gives the name then. */
export const rescue = async (id: string, content: Content, format: string): Promise<string | undefined> => {
  const draft = await readable(id)
  return draft && same(draft, content) ? undefined : setAside(content, format)
}

/** Gives whether what stood in the journal is stored now; what this copy of the app does not know stays in it. */
const replay = async (journal: Journal, by: string): Promise<boolean> => {
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
  return (await setAside(content, draft?.format)) !== undefined
}

let last: Promise<void> = Promise.resolve()

/** What is still open here or in another window has yet to be stored there. */
const isAtWork = async (draft: string, by: string, open: ReadonlySet<string>): Promise<boolean> =>
  by === tab ? open.has(draft) : isLiving(by)

const replayAll = async (open: ReadonlySet<string>): Promise<void> => {
  let failure: unknown
  for (const { journal, by, drop } of leftJournals()) {
    if (await isAtWork(journal.draft, by, open)) continue
    try {
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

/** Brings back what windows had not stored when they were left; one run after the other. `open` are the drafts open here. */
export const recover = (open: ReadonlySet<string> = new Set()): Promise<void> => {
  last = last.then(
    () => replayAll(open),
    () => replayAll(open),
  )
  return last
}
