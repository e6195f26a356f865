import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { exampleReport } from '../report/example'
import { append, noReview } from '../review/review'
import type { Act } from '../review/event'
import { newDraft } from './draft'
import { newReviewCopy } from './review-copy'
import { isDraft, isReviewCopy } from './whole'

const digest = `sha256:${'0'.repeat(64)}`
const state = { digest, reasons: digest }
const acts: readonly Act[] = [
  { kind: 'comment', digest, anchor: { kind: 'place', at: 'title', value: '题' }, text: '请核对' },
  { kind: 'reply', to: 'e0', text: '已核对' },
  { kind: 'settle', to: 'e0' },
  { kind: 'unsettle', to: 'e0' },
  { kind: 'send', version: 1, text: '', ...state },
  { kind: 'return', text: '请改', ...state },
  { kind: 'approve', text: '', ...state },
  { kind: 'waive', text: '一人承办' },
  { kind: 'require', text: '增加了人手' },
  { kind: 'unfreeze', digest, text: '漏报一件' },
]

const draft = newDraft(format2021.id, exampleReport(format2021), 0)
const withEvent = (event: object) => ({ ...draft, review: { events: [event], decided: [] } })

describe.each(acts.map((act) => [act.kind, act] as const))('a stored event, %s', (_, act) => {
  const [event] = append(noReview, '李审核', 0, act).events

  test('is whole as it was written', () => {
    expect(isDraft(withEvent(event ?? {}))).toBe(true)
  })

  test.each(Object.keys(act).filter((key) => key !== 'kind'))('without its %s is damaged', (key) => {
    const { [key as 'kind']: _, ...rest } = event ?? { kind: '' }
    expect(isDraft(withEvent(rest))).toBe(false)
  })
})

test.each(['createdAt', 'changedAt'])('a draft whose %s is no time that a clock can show is damaged', (key) => {
  expect(isDraft({ ...draft, [key]: 8.64e15 })).toBe(true)
  expect(isDraft({ ...draft, [key]: 8.64e15 + 1 })).toBe(false)
  expect(isDraft({ ...draft, [key]: -1e300 })).toBe(false)
})

test('an event of a kind that this copy of the app does not know is kept', () => {
  expect(isDraft(withEvent({ id: 'e1', kind: 'stamp', by: '李', at: '2026-01-20T08:00:00Z', order: 1 }))).toBe(true)
})

test.each([
  {},
  { kind: 'place', at: 'title' },
  { kind: 'words', at: 'title', words: '题', before: '' },
  { kind: 'sky' },
  [],
])('a remark on %j is damaged', (anchor) => {
  const [event] = append(noReview, '李审核', 0, { kind: 'waive', text: '' }).events
  expect(isDraft(withEvent({ ...event, kind: 'comment', digest, anchor }))).toBe(false)
})

test.each([1900, 2019, 2025, 2999])('a draft of the year %d is whole', (year) => {
  expect(isDraft({ ...draft, typed: { ...draft.typed, year } })).toBe(true)
})

test.each([1e300, 1e9, 3000, 0, -1, 2025.5, '2025'])(
  'a draft of the year %j, which no file takes, is damaged',
  (year) => {
    expect(isDraft({ ...draft, typed: { ...draft.typed, year } })).toBe(false)
  },
)

const copy = newReviewCopy(draft, '送审.json', 0)

test.each([0, 1, 2 ** 52 - 1])('a record with the revision %d is whole', (revision) => {
  expect([isDraft({ ...draft, revision }), isReviewCopy({ ...copy, revision })]).toEqual([true, true])
})

test.each([2 ** 60, 2 ** 52, -1, 0.5, '1'])(
  'a record with the revision %j, which cannot be counted on from, is damaged',
  (revision) => {
    expect([isDraft({ ...draft, revision }), isReviewCopy({ ...copy, revision })]).toEqual([false, false])
  },
)

test('a draft whose windows made no revisions is damaged: every save would fail on them', () => {
  expect(isDraft({ ...draft, savedBy: { a1: 2 } })).toBe(true)
  expect([null, 'a1', { a1: '2' }, { a1: 2 ** 60 }].filter((savedBy) => isDraft({ ...draft, savedBy }))).toEqual([])
})
