import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { append, noReview } from '../review/review'
import { forget } from './database'
import { contentOf, newDraft, type Content, type Draft } from './draft'
import { getDraft, putDraft, saveContent } from './store'
import { getVersion, keepContent, keepOpened, listVersions, restoreVersion } from './versions'
import { spell } from './work-clock'

const now = new Date(2024, 2, 20, 10).getTime()
const day = 86_400_000
const draft: Draft = newDraft(format2021.id, { ...blankReport(format2021, 2023, blankUnit), id: 'r1' }, now)
const titled = (title: string): Content => ({ ...contentOf(draft), typed: { ...draft.typed, title } })

const titles = async (): Promise<readonly (string | undefined)[]> => {
  const versions = await listVersions('r1')
  return Promise.all(versions.map(async ({ at }) => (await getVersion('r1', at))?.record.typed.title))
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  await putDraft(draft, 'created')
})
afterEach(async () => {
  vi.useRealTimers()
  await forget()
})

test('what a restoring took the place of stays, whatever is kept later that day', async () => {
  const at = (await keepContent('r1', titled('旧'), { why: 'work' }, now)) ?? 0
  await saveContent('r1', 1, titled('一天的工作'), now + 1)
  vi.setSystemTime(now + 60_000)
  await restoreVersion('r1', at, now + 60_000)
  await keepContent('r1', titled('后来'), { why: 'work' }, now + 120_000)
  vi.setSystemTime(now + day)
  await keepContent('r1', titled('第二天'), { why: 'work' }, now + day)
  expect(await titles()).toEqual(['第二天', '后来', '一天的工作'])
})

test('a file in the place of a draft forgets nothing of its review', async () => {
  const review = append(noReview, '李', 1_000, { kind: 'reply', to: 'e0', text: '意见' })
  await saveContent('r1', 1, { ...titled(''), review }, now + 1)
  await putDraft(draft, 'replaced')
  expect((await getDraft('r1'))?.review).toEqual(review)
})

test('a version whose format this program does not know is not restored: the draft could not be opened any more', async () => {
  await putDraft({ ...draft, format: 'cn-2099' }, 'created')
  await putDraft(draft, 'created')
  const [newest] = await listVersions('r1')
  expect((await getVersion('r1', newest?.at ?? 0))?.record.format).toBe('cn-2099')
  const before = await getDraft('r1')
  expect(await restoreVersion('r1', newest?.at ?? 0, now)).toBeUndefined()
  expect(await getDraft('r1')).toEqual(before)
})

test('work that goes on after a pause leaves what was there before, of its own time, and once', async () => {
  const opened: Draft = { ...draft, ...titled('上回写的'), changedAt: now + 1 }
  expect(await keepOpened(opened, now + spell - 1)).toBeUndefined()
  expect(await keepOpened(opened, now + spell)).toBe(now + 1)
  expect(await keepOpened({ ...opened, ...titled('又一回') }, now + spell)).toBeUndefined()
  expect(await keepOpened(opened, now + 2 * spell)).toBe(now + 1)
  expect(await titles()).toEqual(['上回写的'])
  expect(await keepOpened({ ...opened, id: 'r2' }, now + 2 * spell)).toBeUndefined()
})
