import { modern, newDraft, type Content, type Draft } from '../../drafts/draft'
import { leftJournals, writeJournal } from '../../drafts/journal'
import { isDraft } from '../../drafts/whole'
import { formatById, formats } from '../../format'
import { exampleReport } from '../../report/example'
import { fileLimits } from '../../report/json'
import { jsonFault } from '../../report/json-faults'
import { jsonFlaw } from '../../report/json-flaw'
import { reportOf, typedOf } from '../../report/reading'
import { fakeLocalStorage } from '../../drafts/fake-local-storage'
import { reviewed } from './file-reader'
import type { Outcome, Reader } from './reader'
import { spoilJson } from './spoil-json'
import { canonical, inTree, treeOf } from './tree'
import { markupIn } from './used'

const day = Date.parse('2026-01-20T02:00:00Z')

const records = formats.map((format): Draft => {
  const report = { ...reportOf(format, exampleReport(format)), year: format.years.to ?? 2025 }
  const accepted = [{ check: 'C2', at: ['issued.rules.issued'], values: ['3'], reason: '年内集中清理过一次文件' }]
  return { ...newDraft(format.id, typedOf(format, report), day), accepted, review: reviewed(format, report) }
})

const storage = fakeLocalStorage()

const aside: Outcome = { kind: 'refused', message: '这条记录读不出，另放在一边，原样留着。' }

/** What nests without end or holds numbers that are none was never stored: no reader of files lets it in. */
const parsed = (text: string): unknown => {
  try {
    if (jsonFlaw(text, fileLimits.depth) === 'deep') return undefined
    const value: unknown = JSON.parse(text)
    return jsonFault(text) === undefined ? value : undefined
  } catch {
    return undefined
  }
}

/** The first key of the record whose value is not what was stored. */
const changedIn = (before: unknown, after: unknown, keys: readonly string[]): string | undefined => {
  const [mine, theirs] = [before, after].map((value) => treeOf(JSON.stringify(value)))
  return keys.find((key) => {
    const [was, is] = [inTree(mine, key), inTree(theirs, key)]
    return was !== undefined && (is === undefined || canonical(was) !== canonical(is))
  })
}

const printed = (formatId: string, content: Content): void => {
  const format = formatById(formatId)
  const markup = format && markupIn(format, content)
  if (markup !== undefined) throw new Error(`printed ${markup} as markup`)
}

/** A record in the store that something damaged: whole it is worked with, otherwise it is set aside and nothing of it is changed. */
export const recordReader: Reader = {
  name: 'stored record',
  seeds: () => records.map((record) => JSON.stringify(record)) as [string, ...string[]],
  spoil: spoilJson,
  outcomes: ['refused', 'silent'],
  valid: ['silent'],
  mostTold: 1,
  share: 1,
  read: (bytes) => {
    const record = parsed(new TextDecoder().decode(bytes))
    if (!isDraft(record)) return aside
    const draft = modern(record)
    printed(draft.format, draft)
    const lost = changedIn(record, draft, ['typed', 'filled', 'accepted', 'final', 'name', 'format'])
    return { kind: 'accepted', told: [], lost }
  },
}

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
  spoil: spoilJson,
  outcomes: ['refused', 'silent'],
  valid: ['silent'],
  mostTold: 1,
  share: 1,
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
