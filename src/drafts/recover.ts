import { formatForYear } from '../format'
import { newId } from '../report/report'
import { contentOf, newDraft, storedReview, type Content, type Draft } from './draft'
import { leftJournals, type Journal } from './journal'
import { getDraft, putDraft, saveContent } from './store'
import { Damaged } from './whole'

const same = (a: Content, b: Content): boolean => JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b))

const buildsOn = ({ bases }: Journal, { revision, changedAt }: Draft): boolean =>
  bases.some((basis) => basis.revision === revision && basis.changedAt === changedAt)

/** Gives whether what stood in the journal is stored now; what this copy of the app does not know stays in it. */
const replay = async ({ draft: id, bases, content }: Journal): Promise<boolean> => {
  const now = Date.now()
  const draft = await getDraft(id).catch((why: unknown) => {
    // What cannot be read is set aside; what was typed stands beside it.
    if (why instanceof Damaged) return undefined
    throw why
  })
  if (draft && same(draft, content)) return true
  if (draft && buildsOn({ draft: id, bases, content }, draft)) {
    await saveContent(id, draft.revision, content, now)
    return true
  }
  // The draft went on elsewhere, or is gone: what was typed becomes a draft of its own.
  const format = draft?.format ?? formatForYear(content.typed.year)?.id
  if (format === undefined) return false
  const copy: Content['typed'] = { ...content.typed, id: newId() }
  const { agency, year } = content.typed
  const time = new Date(now).toTimeString().slice(0, 5)
  const name = `${agency.name}${year}年年报（${time} 找回的内容）`
  const { filled, accepted } = content
  const review = storedReview(content.review)
  await putDraft({ ...newDraft(format, copy, now), name, filled, accepted, review }, 'recovered')
  return true
}

let last: Promise<void> = Promise.resolve()

const replayAll = async (): Promise<void> => {
  let failure: unknown
  for (const { journal, drop } of leftJournals()) {
    try {
      if (await replay(journal)) drop()
    } catch (why) {
      // It waits in its journal, and keeps no other from being brought back.
      failure ??= why
    }
  }
  if (failure !== undefined) throw failure
}

/** Brings back what windows had not stored when they were left; one run after the other. */
export const recover = (): Promise<void> => {
  last = last.then(replayAll, replayAll)
  return last
}
