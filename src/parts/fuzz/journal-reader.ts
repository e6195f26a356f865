import { modern } from '../../drafts/draft'
import { fakeLocalStorage } from '../../drafts/fake-local-storage'
import { leftJournals, writeJournal } from '../../drafts/journal'
import type { Reader } from './reader'
import { aside, changedIn, ofStored, parsed, printed, records } from './stored'

const storage = fakeLocalStorage()

const journals = records.map(({ id, revision, changedAt, ...content }) => {
  const { typed, filled, accepted, review, final } = content
  return JSON.stringify({
    draft: id,
    bases: [{ revision, changedAt }],
    content: { typed, filled, accepted, review, final },
  })
})

/** What a window left in the local storage; what is no journal stays there as it is. */
export const journalReader: Reader = {
  name: 'journal',
  seeds: () => journals as [string, ...string[]],
  ...ofStored,
  read: (bytes) => {
    const text = new TextDecoder().decode(bytes)
    if (parsed(text) === undefined) return aside
    storage.clear()
    storage.set('gov-info-disclosure-annual-report:journal:r1:a', text)
    const [left] = leftJournals()
    if (storage.size !== 1) throw new Error('reading removed it')
    if (!left) return aside
    const { journal } = left
    if (journal.bases.some(({ revision, changedAt }) => typeof revision !== 'number' || typeof changedAt !== 'number'))
      throw new Error('gave a basis that is none')
    printed(records[0]?.format ?? '', { ...journal.content, review: modern(journal.content).review })
    if (!writeJournal(journal, 'b')) throw new Error('could not be written again')
    const again = parsed(storage.get(`gov-info-disclosure-annual-report:journal:${journal.draft}:b`) ?? '')
    const [was, is] = [parsed(text), again].map((value) => Reflect.get(Object(value), 'content') as unknown)
    return { kind: 'accepted', told: [], lost: changedIn(was, is, ['typed', 'filled', 'accepted', 'review', 'final']) }
  },
}
