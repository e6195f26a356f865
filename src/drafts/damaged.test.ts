import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { check, subjectOf } from '../checks/run'
import { settle } from '../checks/accepted'
import { formatById } from '../format'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { exampleReport } from '../report/example'
import { progressOf } from '../report/progress'
import { append, noReview } from '../review/review'
import { standingOf } from '../review/standing'
import { stateOf } from '../review/state'
import { threadsOf } from '../review/threads'
import { forget, inTransaction, type Unit } from './database'
import { listDamaged, putDamaged, removeDamaged } from './damaged'
import { contentOf, modern, newDraft, type Draft } from './draft'
import { newReviewCopy } from './review-copy'
import { receive } from './receive'
import { putReview } from './put-review'
import { getReview, listReviews, saveReview } from './reviews'
import { getDraft, listDrafts, listUnits, putDraft, renameDraft, saveContent } from './store'
import { unitOf } from './unit-of'
import { getVersion, keepContent, listVersions, restoreVersion } from './versions'
import { Damaged, isDraft } from './whole'

const agency = { ...blankUnit.agency, name: '示例市数据管理局' }
const blank = blankReport(format2021, 2023, { ...blankUnit, agency })

const draftOf = (id: string): Draft => newDraft(format2021.id, { ...blank, id }, 1_000)

/** What another program, a fault of the disk or of the app might have left in a store. */
const leave = (store: 'drafts' | 'versions' | 'units' | 'reviews', value: unknown): Promise<void> =>
  inTransaction([store], 'readwrite', async (tx) => {
    await tx.objectStore(store).put(value as never)
  })

const digest = `sha256:${'0'.repeat(64)}`
const reviewed = append(noReview, '李审核', 1_000, {
  kind: 'comment',
  digest,
  anchor: { kind: 'whole' },
  text: '请核对',
})

const broken: readonly (readonly [string, (draft: Draft) => unknown])[] = [
  ['nothing but an id', ({ id }) => ({ id })],
  ['null for what was typed', (draft) => ({ ...draft, typed: null })],
  ['no agency', (draft) => ({ ...draft, typed: { ...draft.typed, agency: undefined } })],
  [
    'figures that are no texts',
    (draft) => ({ ...draft, typed: { ...draft.typed, cells: { requests: { received: { natural: 3 } } } } }),
  ],
  ['a list for the cells', (draft) => ({ ...draft, typed: { ...draft.typed, cells: [] } })],
  [
    'a part without a text',
    (draft) => ({ ...draft, typed: { ...draft.typed, overview: [{ id: 'a', aspect: null, heading: '' }] } }),
  ],
  ['a format that is no text', (draft) => ({ ...draft, format: 2021 })],
  ['a time that is none', (draft) => ({ ...draft, changedAt: 'yesterday' })],
  ['a revision that is no number', (draft) => ({ ...draft, revision: NaN })],
  ['events that are no list', (draft) => ({ ...draft, review: { events: 'x', decided: [] } })],
  [
    'an event without a kind',
    (draft) => ({ ...draft, review: { ...reviewed, events: [{ ...reviewed.events[0], kind: null }] } }),
  ],
  [
    'a remark about nothing',
    (draft) => ({ ...draft, review: { ...reviewed, events: [{ ...reviewed.events[0], anchor: null }] } }),
  ],
  [
    'an event at no time',
    (draft) => ({ ...draft, review: { ...reviewed, events: [{ ...reviewed.events[0], at: '昨天' }] } }),
  ],
  ['reasons that are none', (draft) => ({ ...draft, accepted: [null] })],
  ['a final mark that is none', (draft) => ({ ...draft, final: true })],
]

afterEach(forget)

describe.each(broken)('a draft with %s', (_, breakIt) => {
  test('is set aside as it lies there, and keeps no other from being listed', async () => {
    await putDraft(draftOf('good'), 'created')
    const bad = breakIt(draftOf('bad'))
    await leave('drafts', bad)
    expect((await listDrafts()).map(({ id }) => id)).toEqual(['good'])
    await expect(getDraft('bad')).rejects.toThrow(Damaged)
    expect(await listDamaged()).toEqual([{ store: 'drafts', key: 'bad', value: bad }])
  })

  test('is removed and put back as it was', async () => {
    const bad = breakIt(draftOf('bad'))
    await leave('drafts', bad)
    const [record] = await listDamaged()
    expect(await removeDamaged(record!)).toEqual(record)
    expect(await listDamaged()).toEqual([])
    expect(await putDamaged(record!)).toBe(true)
    expect(await listDamaged()).toEqual([record])
  })

  test('is not lost when a file of the same report takes its place', async () => {
    const bad = breakIt(draftOf('bad'))
    await leave('drafts', bad)
    await putDraft(draftOf('bad'), 'opened')
    expect(await getDraft('bad')).toMatchObject({ id: 'bad' })
    expect(await listDamaged()).toMatchObject([{ store: 'versions', value: { why: 'replaced', record: bad } }])
  })

  test('is written over by the editor that has it open and whole', async () => {
    const opened = draftOf('bad')
    await leave('drafts', breakIt(opened))
    const typed = { ...opened.typed, title: '刚写的' }
    await saveContent('bad', 1, { ...contentOf(opened), typed }, 2_000, { opened })
    expect(await getDraft('bad')).toMatchObject({ revision: 2, typed: { title: '刚写的' } })
    await renameDraft('bad', '新名')
    expect(await listDamaged()).toEqual([])
  })

  test('as a version keeps no other from being listed, nor a new one from being kept', async () => {
    await putDraft(draftOf('r1'), 'created')
    const bad = { draft: 'r1', at: 9, why: 'work', record: breakIt(draftOf('r1')) }
    await leave('versions', bad)
    const at = await keepContent('r1', contentOf(draftOf('r1')), { why: 'work' }, 10)
    expect((await listVersions('r1')).map((version) => version.at)).toEqual([at])
    expect(await getVersion('r1', 9)).toBeUndefined()
    expect(await restoreVersion('r1', 9, 20)).toBeUndefined()
    expect(await listDamaged()).toEqual([{ store: 'versions', key: ['r1', 9], value: bad }])
  })
})

describe('what was listed as damaged', () => {
  const bad = { ...draftOf('bad'), typed: null }

  test('and is whole by now is not removed', async () => {
    await leave('drafts', bad)
    const [record] = await listDamaged()
    await putDraft(draftOf('bad'), 'opened')
    const healed = await getDraft('bad')
    expect(await removeDamaged(record!)).toBeUndefined()
    expect(await getDraft('bad')).toEqual(healed)
  })

  test('is not put back over what stands there by now', async () => {
    await leave('drafts', bad)
    const [record] = await listDamaged()
    await removeDamaged(record!)
    await putDraft(draftOf('bad'), 'opened')
    const healed = await getDraft('bad')
    expect(await putDamaged(record!)).toBe(false)
    expect(await getDraft('bad')).toEqual(healed)
  })

  test('is given as it lay there when it was removed, and where it is gone nothing is', async () => {
    await leave('drafts', bad)
    const [record] = await listDamaged()
    const worse = { ...bad, name: null }
    await leave('drafts', worse)
    expect(await removeDamaged(record!)).toEqual({ ...record, value: worse })
    expect(await removeDamaged(record!)).toBeUndefined()
  })
})

test('a draft of a format that only a newer copy of the app knows is no damaged one', async () => {
  await putDraft({ ...draftOf('r1'), format: '2031' }, 'created')
  expect(await listDrafts()).toHaveLength(1)
  expect(await listDamaged()).toEqual([])
})

test('a damaged unit keeps no other from being proposed', async () => {
  await putDraft(draftOf('r1'), 'created')
  const bad = { ...unitOf(draftOf('r2')), agency: { name: null } } as unknown as Unit
  await leave('units', bad)
  expect((await listUnits()).map(({ draft }) => draft)).toEqual(['r1'])
  expect(await listDamaged()).toEqual([{ store: 'units', key: 'r2', value: bad }])
})

describe('a damaged report under review', () => {
  const bad = { ...newReviewCopy(draftOf('bad'), '甲.json', 1_000), unsent: { whole: 3 } }

  test('keeps no other from being listed, and is not opened', async () => {
    await putReview(newReviewCopy(draftOf('good'), '乙.json', 1_000))
    await leave('reviews', bad)
    expect((await listReviews()).map(({ id }) => id)).toEqual(['good'])
    await expect(getReview('bad')).rejects.toThrow(Damaged)
    expect(await listDamaged()).toEqual([{ store: 'reviews', key: 'bad', value: bad }])
  })

  test('is not written over by a file, but by the window that has it open and whole', async () => {
    await leave('reviews', bad)
    const copy = newReviewCopy(draftOf('bad'), '甲.json', 1_000)
    await expect(receive(copy)).rejects.toThrow(Damaged)
    await saveReview(copy, { review: reviewed, unsent: {}, known: {} }, 2_000)
    expect(await getReview('bad')).toMatchObject({ review: reviewed })
  })
})

/** Every place of plain data, as a path. */
const placesIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))]
    : [path]

const withAt = (value: unknown, [key, ...rest]: readonly string[], next: unknown): unknown => {
  if (key === undefined) return next
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value as object) }
  Reflect.set(copy, key, withAt(Reflect.get(copy, key), rest, next))
  return copy
}

const whole: Draft = {
  ...newDraft(format2021.id, exampleReport(format2021), 1_000),
  filled: ['requests.granted.natural'],
  accepted: [{ check: 'C2', at: ['requests.granted.natural'], values: ['5'], reason: '申请人撤回后又重新提交了申请' }],
  review: append(reviewed, '王晓', 2_000, { kind: 'send', version: 1, digest, reasons: digest, text: '请审阅' }),
  final: { at: '2026-01-07T07:00:00.000Z', digest },
}
const places = placesIn(whole)

test('whatever is broken in a record, either it is set aside or all that the lists do with it can be done', () => {
  const junk = fc.oneof(
    fc.constantFrom<unknown>(undefined, null, '', 'x', 0, -1, NaN, 1e300, true, [], {}, [null], { events: null }),
    fc.jsonValue({ maxDepth: 2 }),
  )
  let wholes = 0
  fc.assert(
    fc.property(fc.constantFrom(...places), junk, (place, value) => {
      const record = withAt(whole, place, value)
      if (!isDraft(record)) return
      wholes += 1
      const draft = modern(record)
      unitOf(draft)
      const format = formatById(draft.format)
      if (!format) return
      progressOf(format, draft.typed)
      const subject = subjectOf(format, draft.typed)
      settle(subject, check(subject), draft.accepted)
      const state = stateOf(format, draft.typed, draft.accepted)
      standingOf(draft.review, state)
      threadsOf(draft.review)
    }),
    { numRuns: 400, examples: places.slice(0, 120).map((place): [readonly string[], unknown] => [place, null]) },
  )
  expect(wholes).toBeGreaterThan(20)
})
