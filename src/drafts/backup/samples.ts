import fc from 'fast-check'
import { format2021 } from '../../format/2021'
import { blankReport, blankUnit } from '../../report/blank'
import type { TypedReport } from '../../report/report'
import { append, noReview, type Review } from '../../review/review'
import { stateOf } from '../../review/state'
import type { Unit, Version } from '../database'
import { newDraft, type Draft } from '../draft'
import { newReviewCopy, type ReviewCopy } from '../review-copy'
import { unitOf } from '../unit-of'
import type { Contents } from './contents'

// Without figures: what is compared is whole records, and hundreds of them.
const blank: TypedReport = {
  ...blankReport(format2021, 2023, blankUnit),
  id: 'r1',
  cells: {},
  overview: [],
  improvement: [],
  other: [],
}

export const start = Date.UTC(2026, 0, 5, 2)

const typedOf = (id: string, title: string): TypedReport => ({ ...blank, id, title })

export const draftOf = (id: string, title: string, more: Partial<Draft> = {}): Draft => ({
  ...newDraft(format2021.id, typedOf(id, title), start),
  ...more,
})

export const remarked = (review: Review, text: string): Review =>
  append(review, '李审', start, { kind: 'waive', text: `${text}，一人承办` })

const sent = (review: Review, typed: TypedReport, version: number): Review =>
  append(review, '王晓', start, { kind: 'send', version, text: '', ...stateOf(format2021, typed, []) })

const ids = fc.constantFrom('r1', 'r2', 'r3')
const titles = fc.oneof(fc.constantFrom('甲', '乙'), fc.string({ unit: 'binary', maxLength: 8 }))
const times = fc.integer({ min: 0, max: 5 }).map((step) => start + step)
const reviews = fc
  .array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 3 })
  .map((texts) => texts.reduce(remarked, noReview))

const drafts = fc
  .record({
    id: ids,
    title: titles,
    name: fc.constantFrom('', '初稿', '终稿'),
    revision: fc.integer({ min: 1, max: 9 }),
    changedAt: times,
    review: reviews,
    filled: fc.array(fc.constant('requests.received.natural'), { maxLength: 1 }),
  })
  .map(({ id, title, ...more }): Draft => draftOf(id, title, more))

const versions = fc
  .record({
    record: drafts,
    at: times,
    why: fc.constantFrom('work', 'sent', '另一种'),
    name: fc.constantFrom(undefined, '初稿', '终稿'),
  })
  .map(({ record, at, why, name }): Version => ({ draft: record.id, at, why, record, ...(name && { name }) }))

const units = fc.record({ of: drafts, at: times }).map(({ of, at }): Unit => ({ ...unitOf(of), at }))

const unsentTexts = fc.dictionary(fc.constantFrom('reply a', 'reply b'), fc.constantFrom('写到一半', '还没写完'))

const copies = fc
  .record({ of: drafts, sending: fc.boolean(), unsent: unsentTexts, receivedAt: times })
  .map(({ of, sending, unsent, receivedAt }): ReviewCopy => {
    const review = sending ? sent(of.review, of.typed, 1) : of.review
    return { ...newReviewCopy({ ...of, review }, '送审.json', receivedAt), unsent }
  })

/** JSON keeps no negative zero. */
const anyJson = fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value)))

/** What a computer may hold, small enough that two of them often hold the same. */
export const anyContents: fc.Arbitrary<Contents> = fc.record({
  drafts: fc.uniqueArray(drafts, { selector: ({ id }) => id, maxLength: 3 }),
  versions: fc.uniqueArray(versions, { selector: ({ draft, at }) => `${draft} ${at}`, maxLength: 6 }),
  units: fc.uniqueArray(units, { selector: ({ draft }) => draft, maxLength: 2 }),
  reviews: fc.uniqueArray(copies, { selector: ({ id }) => id, maxLength: 2 }),
  settings: fc.uniqueArray(
    fc.record({ key: fc.constantFrom('person', 'other'), value: fc.oneof(fc.string(), anyJson) }),
    { selector: ({ key }) => key, maxLength: 2 },
  ),
  unsent: fc.uniqueArray(
    fc.record({ draft: ids, texts: unsentTexts }).filter(({ texts }) => Object.keys(texts).length > 0),
    { selector: ({ draft }) => draft, maxLength: 2 },
  ),
})

export const nothing: Contents = { drafts: [], versions: [], units: [], reviews: [], settings: [], unsent: [] }
