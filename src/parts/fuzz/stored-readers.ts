import { modern, newDraft, type Draft } from '../../drafts/draft'
import { newReviewCopy } from '../../drafts/review-copy'
import { storedCopy } from '../../drafts/reviews'
import { unitOf } from '../../drafts/unit-of'
import { isDraft, isReviewCopy, isUnit, isVersion } from '../../drafts/whole'
import { formats } from '../../format'
import { blankReport } from '../../report/blank'
import { timeInWords } from '../times'
import type { Reader } from './reader'
import { aside, changedIn, day, ofStored, parsed, printed, records } from './stored'

interface Kind<T> {
  readonly name: string
  readonly seeds: readonly T[]
  readonly isWhole: (value: unknown) => value is T
  /** Works with a record as the app does; gives the first key that did not come through as it was stored. */
  readonly lostIn: (record: T) => string | undefined
}

/** A record in the store that something damaged: whole it is worked with, otherwise it is set aside and nothing of it is changed. */
const storedReader = <T extends object>({ name, seeds, isWhole, lostIn }: Kind<T>): Reader => ({
  name,
  seeds: () => seeds.map((record) => JSON.stringify(record)) as [string, ...string[]],
  ...ofStored,
  read: (bytes) => {
    const record = parsed(new TextDecoder().decode(bytes))
    return isWhole(record) ? { kind: 'accepted', told: [], lost: lostIn(record) } : aside
  },
})

const show = (...times: readonly number[]): void => {
  const none = times.find((at) => timeInWords(at).includes('NaN'))
  if (none !== undefined) throw new Error(`${none} is shown as a time`)
}

const lostInDraft = (record: Draft): string | undefined => {
  const draft = modern(record)
  printed(draft.format, draft)
  show(draft.createdAt, draft.changedAt)
  return changedIn(record, draft, ['typed', 'filled', 'accepted', 'final', 'name', 'format'])
}

export const draftReader = storedReader({
  name: 'stored draft',
  seeds: records,
  isWhole: isDraft,
  lostIn: lostInDraft,
})

export const versionReader = storedReader({
  name: 'stored version',
  seeds: records.map((record) => ({ draft: record.id, at: day, why: 'sent', detail: '1', name: '送审稿', record })),
  isWhole: isVersion,
  lostIn: ({ at, record }) => {
    show(at)
    return lostInDraft(record)
  },
})

/** What the next report of a unit begins with. */
export const unitReader = storedReader({
  name: 'stored unit',
  seeds: records.map((record) => unitOf(record)),
  isWhole: isUnit,
  lostIn: (unit) => {
    show(unit.at)
    const next = formats.map((format) => newDraft(format.id, blankReport(format, format.years.from, unit), day))
    for (const draft of next) printed(draft.format, draft)
    const lost = next.map(({ typed }) => changedIn(unit, typed, ['agency', 'headings', 'signature']))
    return lost.find((key) => key !== undefined)
  },
})

export const reviewCopyReader = storedReader({
  name: 'stored review',
  seeds: records.map((record) => ({ ...newReviewCopy(record, '年报.json', day), unsent: { whole: '请核对' } })),
  isWhole: isReviewCopy,
  lostIn: (record) => {
    const copy = storedCopy(record)
    printed(copy.format, copy)
    show(copy.receivedAt, copy.changedAt)
    return changedIn(record, copy, ['typed', 'filled', 'accepted', 'final', 'format', 'file', 'unsent'])
  },
})
