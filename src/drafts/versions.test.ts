import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { append, noReview } from '../review/review'
import { forget, inTransaction, type Version } from './database'
import { contentOf, newDraft, type Content, type Draft } from './draft'
import { getDraft, listUnits, Overtaken, putDraft, removeDraft, saveContent } from './store'
import { getVersion, keepContent, listVersions, nameVersion, restoreVersion } from './versions'

const agency = { ...blankUnit.agency, name: '示例市数据管理局' }
const blank = blankReport(format2021, 2023, { ...blankUnit, agency })

const draftOf = (id: string, title: string): Draft => {
  const typed = { ...blank, id, title }
  return newDraft(format2021.id, typed, 1_000)
}

const content = (title: string): Content => contentOf(draftOf('r1', title))

/** Noon, so many days from the first of January 2024. */
const noon = (day: number, hour = 12): number => new Date(2024, 0, 1 + day, hour).getTime()

const whys = async (): Promise<readonly string[]> => (await listVersions('r1')).map(({ why }) => why)

const titleAt = async (at: number | undefined): Promise<string | undefined> =>
  (await getVersion('r1', at ?? 0))?.record.typed.title

afterEach(forget)

describe('keeping a version', () => {
  test('holds exactly the content given, on the record that is stored', async () => {
    await putDraft({ ...draftOf('r1', '甲'), name: '初稿' }, 'created')
    const at = await keepContent('r1', content('乙'), { why: 'bulk', detail: '粘贴' }, noon(0))
    expect(await getVersion('r1', at!)).toEqual({
      draft: 'r1',
      at: noon(0),
      why: 'bulk',
      detail: '粘贴',
      record: { ...draftOf('r1', '乙'), name: '初稿' },
    })
    expect(await getDraft('r1')).toMatchObject({ revision: 1, typed: { title: '甲' } })
  })

  test('at the same millisecond takes nothing’s place', async () => {
    await putDraft(draftOf('r1', '甲'), 'created')
    const kept = await Promise.all(
      ['甲', '乙', '丙'].map((title) => keepContent('r1', content(title), { why: 'work' }, noon(0))),
    )
    expect(kept).toEqual([noon(0), noon(0) + 1, noon(0) + 2])
    expect(await Promise.all(kept.map(titleAt))).toEqual(['甲', '乙', '丙'])
  })

  test('of the same content twice is one version, unless an act has to be told', async () => {
    await putDraft(draftOf('r1', '甲'), 'created')
    const first = await keepContent('r1', content('甲'), { why: 'work' }, noon(0))
    expect(await keepContent('r1', content('甲'), { why: 'bulk', detail: '粘贴' }, noon(1))).toBe(first)
    await keepContent('r1', content('甲'), { why: 'final' }, noon(2))
    await keepContent('r1', content('甲'), { why: 'final' }, noon(3))
    await keepContent('r1', content('甲'), { why: 'reopened' }, noon(4))
    expect(await whys()).toEqual(['final', 'work'])
    await keepContent('r1', content('甲'), { why: 'named', name: '初稿' }, noon(4))
    await keepContent('r1', content('乙'), { why: 'work' }, noon(4, 13))
    await keepContent('r1', content('甲'), { why: 'work' }, noon(4, 14))
    expect(await whys()).toEqual(['work', 'work', 'named', 'final', 'work'])
  })

  test('of a draft that was removed builds on what was kept of it; of one never known there is none', async () => {
    await putDraft(draftOf('r1', '甲'), 'created')
    await removeDraft('r1')
    const at = await keepContent('r1', content('乙'), { why: 'work' }, Date.now())
    expect(await titleAt(at)).toBe('乙')
    expect(await keepContent('r2', content('乙'), { why: 'work' }, noon(0))).toBeUndefined()
  })

  test('on a new day leaves of each day before the last of its everyday versions, and of no other draft anything', async () => {
    await putDraft(draftOf('r1', '甲'), 'created')
    await putDraft(draftOf('r2', '甲'), 'created')
    for (const [day, hour, why] of [
      [0, 9, 'work'],
      [0, 10, 'sent'],
      [0, 11, 'work'],
      [40, 9, 'work'],
      [40, 10, 'work'],
      [41, 9, 'work'],
    ] as const) {
      await keepContent('r1', content(`${day} ${hour}`), { why }, noon(day, hour))
      await keepContent('r2', content(`${day} ${hour}`), { why }, noon(day, hour))
      if (day === 0 && hour === 11) expect(await whys()).toEqual(['work', 'sent', 'work'])
    }
    const times = (await listVersions('r1')).map(({ at }) => at)
    expect(times).toEqual([noon(41, 9), noon(40, 10), noon(0, 10)])
    await keepContent('r1', content('42'), { why: 'work' }, noon(42))
    expect(await listVersions('r2')).toHaveLength(3)
  })

  test('a file that is opened in the place of a draft keeps both, what was and what came', async () => {
    await putDraft(draftOf('r1', '甲'), 'created')
    await putDraft(draftOf('r1', '乙'), 'replaced')
    const [came, was] = await listVersions('r1')
    expect([was?.why, await titleAt(was?.at)]).toEqual(['replaced', '甲'])
    expect([came?.why, await titleAt(came?.at)]).toEqual(['imported', '乙'])
  })
})

describe('the list of versions', () => {
  test('begins with the newest and tells how much room each takes', async () => {
    await putDraft(draftOf('r1', '甲'), 'created')
    await keepContent('r1', content('甲'), { why: 'work' }, noon(0))
    await keepContent('r1', content('甲乙'), { why: 'work' }, noon(1))
    const [second, first] = await listVersions('r1')
    expect([second?.at, first?.at]).toEqual([noon(1), noon(0)])
    expect(second!.bytes - first!.bytes).toBe(3)
  })

  test('shows what an older copy of the app kept, with a review of then', async () => {
    await putDraft(draftOf('r1', '甲'), 'created')
    const old = { draft: 'r1', at: 5, why: 'opened', record: { ...draftOf('r1', '旧'), review: [] } }
    await inTransaction(['versions'] as const, 'readwrite', (tx) =>
      tx.objectStore('versions').put(old as unknown as Version),
    )
    expect(await listVersions('r1')).toMatchObject([{ at: 5, why: 'opened' }])
    expect((await getVersion('r1', 5))?.record.review).toEqual(noReview)
    await keepContent('r1', content('旧'), { why: 'work' }, noon(0))
    expect(await listVersions('r1')).toHaveLength(1)
  })

  test('a name is given and taken away again', async () => {
    await putDraft(draftOf('r1', '甲'), 'created')
    await keepContent('r1', content('甲'), { why: 'work' }, noon(0))
    await nameVersion('r1', noon(0), '交局长看')
    expect(await listVersions('r1')).toMatchObject([{ why: 'work', name: '交局长看' }])
    await nameVersion('r1', noon(0), '')
    expect((await listVersions('r1'))[0]).not.toHaveProperty('name')
    await nameVersion('r1', noon(9), '没有这一版')
    expect(await listVersions('r1')).toHaveLength(1)
  })
})

describe('restoring a version', () => {
  test('is a new step: the present is kept, the review keeps all, and the way back is a restoring too', async () => {
    const waived = append(noReview, '王晓', 1, { kind: 'waive', text: '一人承办' })
    const asked = append(noReview, '李审', 2, { kind: 'require', text: '须经审核' })
    await putDraft({ ...draftOf('r1', '甲'), review: waived, name: '初稿' }, 'created')
    const at = (await keepContent('r1', { ...content('甲'), review: waived }, { why: 'work' }, noon(0)))!
    const final = { at: '2024-01-02T00:00:00.000Z', digest: 'sha256:0' }
    const present: Content = { ...content('乙'), review: asked, final, filled: ['requests.granted.natural'] }
    await saveContent('r1', 1, present, noon(1))
    const restored = (await restoreVersion('r1', at, noon(2)))!
    expect(restored.draft).toEqual(await getDraft('r1'))
    expect(restored.draft).toMatchObject({ name: '初稿', revision: 3, final: null, filled: [], typed: { title: '甲' } })
    expect(restored.draft.review.events).toHaveLength(2)
    expect((await getVersion('r1', restored.before))?.record).toMatchObject({ ...present })
    expect((await listUnits())[0]?.at).toBe(noon(2))
    await expect(saveContent('r1', 2, content('丙'), noon(2))).rejects.toThrow(Overtaken)
    const back = (await restoreVersion('r1', restored.before, noon(2)))!
    expect(back.draft).toMatchObject({ revision: 4, typed: { title: '乙' }, filled: ['requests.granted.natural'] })
  })

  test('of what is not there changes nothing', async () => {
    await putDraft(draftOf('r1', '甲'), 'created')
    expect(await restoreVersion('r1', noon(0), noon(1))).toBeUndefined()
    expect(await restoreVersion('r2', noon(0), noon(1))).toBeUndefined()
    expect(await listVersions('r1')).toEqual([])
  })
})
