import { formatForYear } from '../format'
import { newId } from '../report/report'
import { contentOf, newDraft, storedReview, type Content, type Draft } from './draft'
import { leftJournals, type Journal } from './journal'
import { getDraft, putDraft, saveContent } from './store'

const same = (a: Content, b: Content): boolean => JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b))

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

const replay = async (journal: Journal, by: string): Promise<void> => {
  const { draft: id, content } = journal
  const now = Date.now()
  const draft = await getDraft(id)
  if (draft && same(draft, content)) return
  if (draft && buildsOn(journal, draft)) {
    await saveContent(id, draft.revision, content, now, by)
    return
  }
  if (draft && isStoredSince(journal, by, draft)) return
  // The draft went on elsewhere, or is gone: what was typed becomes a draft of its own.
  const format = draft?.format ?? formatForYear(content.typed.year)?.id
  if (format === undefined) return
  const copy: Content['typed'] = { ...content.typed, id: newId() }
  const { agency, year } = content.typed
  const time = new Date(now).toTimeString().slice(0, 5)
  const name = `${agency.name}${year}年年报（${time} 找回的内容）`
  const { filled, accepted } = content
  const review = storedReview(content.review)
  await putDraft({ ...newDraft(format, copy, now), name, filled, accepted, review }, 'recovered')
}

let last: Promise<void> = Promise.resolve()

const replayAll = async (): Promise<void> => {
  for (const { journal, by, drop } of leftJournals()) {
    await replay(journal, by)
    drop()
  }
}

/** Brings back what windows had not stored when they were left; one run after the other. */
export const recover = (): Promise<void> => {
  last = last.then(replayAll, replayAll)
  return last
}
