// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, renderHook } from '@testing-library/react'
import canonicalize from 'canonicalize'
import { useForm } from 'react-hook-form'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createAutosave, type SaveState } from '../drafts/autosave'
import { databaseName, drop } from '../drafts/connection'
import { forget } from '../drafts/database'
import { listDamaged } from '../drafts/damaged'
import { asCopy, contentOf, newDraft, type Content, type Draft } from '../drafts/draft'
import { createInjector, faultsOf, type Fault, type Injector } from '../drafts/fake-faults'
import { forgetAsking } from '../drafts/persistence'
import { queryClient, saveDraft, saveReviewed } from '../drafts/queries'
import { receive } from '../drafts/receive'
import { newReviewCopy, type ReviewCopy } from '../drafts/review-copy'
import { putReview } from '../drafts/put-review'
import { getReview, listReviews, removeReview } from '../drafts/reviews'
import { getPerson, putPerson } from '../drafts/settings'
import { getDraft, listDrafts, listUnits, putDraft, removeDraft, renameDraft } from '../drafts/store'
import { keepBeforeWork, keepVersion } from '../drafts/version-queries'
import { getVersion, listVersions, nameVersion, restoreVersion } from '../drafts/versions'
import { createWorkClock } from '../drafts/work-clock'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { exampleReport } from '../report/example'
import type { TypedReport } from '../report/report'
import { append } from '../review/review'
import { nextVersion } from '../review/standing'
import { saveProblem } from './save-problem'
import { createSession } from './session'

// An hour's work, done again and again, each time with another of all its calls of the database going wrong in one of the
// ways in which they can. Nothing that was typed may be missing, nor any failure untold, nor any other draft harmed.

const start = Date.parse('2026-01-20T08:00:00+08:00')
const minute = 60_000
const [one, two] = ['requests.received.natural', 'requests.received.business'] as const

/** What is said to people is Chinese, and no browser's own words. */
const chinese = /^[^A-Za-z]*[\u4e00-\u9fff][^A-Za-z]*$/

const example: TypedReport = { ...exampleReport(format2021), id: 'r1' }
const other: Draft = {
  ...newDraft(format2021.id, { ...blankReport(format2021, 2023, blankUnit), id: 'other' }, start),
  name: '另一份',
}

// The rules are no part of this: what they found in a report once they need not find again in each of the hours.
vi.mock('../checks/run', async (importOriginal) => {
  const own = await importOriginal<typeof import('../checks/run')>()
  const keys = new WeakMap<object, string>()
  const known = new Map<string, ReturnType<typeof own.check>>()
  return {
    ...own,
    subjectOf: (...parts: Parameters<typeof own.subjectOf>) => {
      const subject = own.subjectOf(...parts)
      keys.set(subject, JSON.stringify(parts[1]))
      return subject
    },
    check: (subject: Parameters<typeof own.check>[0]) => {
      const key = keys.get(subject) ?? ''
      const found = known.get(key) ?? own.check(subject)
      known.set(key, found)
      return found
    },
  }
})

let injector: Injector

const turns = async (): Promise<void> => {
  for (let turn = 0, idle = 0; turn < 400 && idle < 3; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(0)
    idle = injector.isIdle() ? idle + 1 : 0
  }
}

const wait = async (milliseconds: number): Promise<void> => {
  await turns()
  await vi.advanceTimersByTimeAsync(milliseconds)
  await turns()
}

/** Waits for what is done while time passes, two minutes at most. */
const ended = async <T>(work: Promise<T>): Promise<T> => {
  const state = { isDone: false }
  const done = (): void => {
    state.isDone = true
  }
  work.then(done, done)
  for (let second = 0; second < 120 && !state.isDone; second += 1) {
    await turns()
    if (!state.isDone) await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(state.isDone, 'no call waits for ever').toBe(true)
  return work
}

/** What lies in a store at this moment, read past the injector. */
const lying = <T>(store: string): readonly T[] => {
  const { _databases } = indexedDB as unknown as {
    _databases: Map<string, { rawObjectStores: Map<string, { getAllValues(): readonly T[] }> }>
  }
  return _databases.get(databaseName)?.rawObjectStores.get(store)?.getAllValues() ?? []
}

interface Told {
  /** Words to the person about what could not be done. */
  readonly words: string[]
}

/** Does what a person asks for; where it fails that is told, and the person asks again. */
const doing =
  ({ words }: Told) =>
  async <T>(work: () => Promise<T>): Promise<T> => {
    for (let time = 0; ; time += 1) {
      try {
        return await ended(work())
      } catch (why) {
        words.push(saveProblem(why))
        expect(words[words.length - 1]).toMatch(chinese)
        if (time === 2) throw why
      }
    }
  }

/** An open editor, wired as the screen does it. */
const openEditor = (draft: Draft, { words }: Told) => {
  const form = renderHook(() => useForm<TypedReport>({ defaultValues: draft.typed })).result.current
  const told: SaveState[] = []
  let hasBegun = false
  const session = createSession(
    format2021,
    form,
    draft,
    () => {
      autosave.touch()
      clock.touch()
      if (hasBegun) return
      hasBegun = true
      void keepBeforeWork(draft)
    },
    (content, occasion) => keepVersion(draft.id, content, occasion),
  )
  const clock = createWorkClock(() => session.keep({ why: 'work' }))
  const autosave = createAutosave({
    start: draft,
    content: session.content,
    save: (content, revision, now) => saveDraft(draft.id, { content, revision, now, opened: draft, by: 'a' }),
    keepJournal: () => false,
    tell: (state) => {
      told.push(state)
      if (state.kind !== 'failed') return
      words.push(saveProblem(state.why))
      expect(saveProblem(state.why)).toMatch(chinese)
    },
  })
  session.notice.on(() => {
    const notice = session.notice.get()
    if (!notice?.message.startsWith('没有能另存')) return
    words.push(notice.message)
    expect(notice.message).toMatch(chinese)
  })
  const stored = (): Content | undefined => lying<Draft>('drafts').find(({ id }) => id === draft.id)
  /** What is typed is stored and said to be, or is to be saved yet, and after some seconds said to have failed. */
  const look = (seconds: number): boolean => {
    const last = told[told.length - 1]
    if (autosave.unsaved()) {
      expect(last?.kind, 'said while unsaved').not.toBe('saved')
      if (seconds > 8) expect(last?.kind, 'said after eight seconds').toBe('failed')
      return false
    }
    expect(canonicalize(contentOf(stored()!)), 'stored').toBe(canonicalize(session.content()))
    if (told.length > 0) expect(last?.kind, 'said when stored').toBe('saved')
    return true
  }
  /** Until everything is stored, by itself and without any further key. */
  const rest = async (): Promise<void> => {
    await wait(250)
    for (let second = 0; !look(second); second += 1) {
      expect(second, 'seconds until a save succeeded').toBeLessThan(60)
      await wait(1_000)
    }
  }
  return {
    form,
    session,
    rest,
    flush: autosave.flush,
    close: async (): Promise<void> => {
      await ended(autosave.flush())
      await rest()
      clock.stop()
      autosave.stop()
    },
    type: async (text: string): Promise<void> => {
      for (const key of text) {
        form.setValue('agency.address', `${form.getValues('agency.address')}${key}`)
        session.changed('agency.address')
        await vi.advanceTimersByTimeAsync(60)
      }
    },
    enter: (at: string, text: string): void => {
      session.typing(at, text)
      session.leave(at)
    },
  }
}

const hour = async (): Promise<Told & { readonly drafts: readonly Draft[]; readonly whys: readonly string[] }> => {
  const told: Told = { words: [] }
  const does = doing(told)

  // The list, a new report, its first words.
  expect((await does(listDrafts)).map(({ id }) => id)).toEqual(['other'])
  await does(listUnits)
  const created = newDraft(format2021.id, example, Date.now())
  await does(() => putDraft(created, 'created'))
  let editor = openEditor((await does(() => getDraft('r1')))!, told)
  await editor.type('示例路')
  await editor.rest()
  // The window is left in mid-word.
  await editor.type('3号')
  await ended(editor.flush())
  await editor.rest()

  // A figure, a quarter of an hour's work, an act on many cells that is undone.
  const before = editor.session.textAt(one)
  editor.enter(one, '1.2万')
  await wait(5 * minute)
  editor.enter(one, before)
  await wait(8 * minute)
  // The bell of the clock rings within these: what it begins is not to wait for minutes of the test.
  for (let step = 0; step < 36; step += 1) await wait(5_000)
  await editor.rest()
  const second = editor.session.textAt(two)
  editor.enter(one, '')
  editor.enter(two, '')
  editor.session.fillRest(['requests'])
  await editor.rest()
  editor.session.undo()
  editor.enter(one, before)
  editor.enter(two, second)
  await editor.rest()

  // Sent, and the review taken in.
  const { desk } = editor.session
  desk.add('王晓', { kind: 'send', version: nextVersion(desk.review.get()), text: '请审阅', ...desk.state() })
  editor.session.keep({ why: 'sent' })
  await editor.rest()
  const { digest } = desk.state()
  const review = append(desk.review.get(), '李审核', Date.now(), {
    kind: 'comment',
    digest,
    anchor: { kind: 'whole' },
    text: '请核对',
  })
  editor.session.keep({ why: 'merged' })
  desk.take(review)
  await editor.rest()
  await does(() => renameDraft('r1', '送审稿'))

  // A version is named and restored, and work goes on.
  const sent = (await does(() => listVersions('r1'))).find(({ why }) => why === 'sent' || why === 'work')
  await editor.close()
  if (sent) {
    await does(() => nameVersion('r1', sent.at, '第一次'))
    expect((await does(() => getVersion('r1', sent.at)))?.name).toBe('第一次')
    await does(() => restoreVersion('r1', sent.at, Date.now()))
  }
  editor = openEditor((await does(() => getDraft('r1')))!, told)
  await editor.type('改')

  // Final, and opened again.
  editor.session.desk.add('王晓', { kind: 'waive', text: '单位只有一人承办，由负责人直接签发' })
  expect(editor.session.finalise()).toBeUndefined()
  editor.session.keep({ why: 'final' })
  await editor.rest()
  editor.session.reopen('王晓', '附表二漏填了一项数据')
  await editor.type('再改')
  await editor.close()

  // A copy that is removed and given back.
  await does(() =>
    putDraft({ ...asCopy(created, Date.now()), id: 'r2', typed: { ...created.typed, id: 'r2' } }, 'duplicated'),
  )
  const removed =
    (await does(() => removeDraft('r2'))) ??
    lying<{ record: Draft }>('versions').find(({ record }) => record.id === 'r2')?.record
  expect(lying<Draft>('drafts').map(({ id }) => id)).not.toContain('r2')
  await does(() => putDraft(removed!, 'restored'))

  // The other side: a report that came for review.
  const copy = newReviewCopy((await does(() => getDraft('r1')))!, '送审稿.json', Date.now())
  await does(() => receive(copy))
  const opened = (await does(() => getReview('r1')))!
  const remarked = append(opened.review, '李审核', Date.now(), {
    kind: 'comment',
    digest,
    anchor: { kind: 'whole' },
    text: '再核对',
  })
  await does(() => saveReviewed(opened, { review: remarked, unsent: { whole: '写了一半' }, known: {} }, Date.now()))
  const gone = lying<ReviewCopy>('reviews')[0]!
  await does(() => removeReview('r1'))
  await does(() => putReview(gone))
  expect(await does(listReviews)).toMatchObject([{ review: remarked, unsent: { whole: '写了一半' } }])
  await does(() => putPerson('王晓'))
  expect(await does(getPerson)).toBe('王晓')
  expect(await does(listDamaged)).toEqual([])
  expect((await does(listDrafts)).map(({ id }) => id).sort()).toEqual(['other', 'r1', 'r2'])
  await turns()
  const whys = lying<{ draft: string; why: string }>('versions').map(({ draft, why }) => `${draft} ${why}`)
  return { ...told, drafts: lying<Draft>('drafts'), whys: whys.sort() }
}

beforeAll(() => {
  injector = createInjector()
})
afterAll(() => injector.remove())

beforeEach(async () => {
  vi.useFakeTimers({ now: start, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  vi.stubGlobal('navigator', {
    ...navigator,
    storage: { persist: () => Promise.resolve(false), persisted: () => Promise.resolve(false) },
  })
})
afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  await forget()
})

const once = async (fault?: Fault) => {
  forgetAsking()
  vi.setSystemTime(start)
  injector.arm()
  await putDraft(other, 'created')
  await turns()
  drop()
  injector.arm(fault)
  const done = await hour()
  const [calls, hasStruck] = [injector.calls(), injector.hasStruck()]
  cleanup()
  queryClient.clear()
  vi.clearAllTimers()
  injector.arm()
  await ended(forget())
  return { ...done, calls, hasStruck }
}

/** What is kept of every report, whenever it happened: times are left out, for what goes wrong takes time. */
const typedIn = (drafts: readonly Draft[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    drafts.map(({ id, name, typed, filled, accepted, review }) => [
      id,
      { name, typed, filled, accepted, review: review.events.map(({ kind, by }) => `${by} ${kind}`) },
    ]),
  )

const holds = async (fault: Fault, call: string, well: Awaited<ReturnType<typeof once>>): Promise<void> => {
  try {
    const ill = await once(fault)
    expect(ill.hasStruck, 'it went wrong').toBe(true)
    expect(ill.drafts.find(({ id }) => id === 'other')).toEqual(other)
    expect(typedIn(ill.drafts)).toEqual(typedIn(well.drafts))
    // A version that is missing was told to be.
    if (ill.words.length === 0) expect(ill.whys).toEqual(well.whys)
    else expect(well.whys.filter((why) => !ill.whys.includes(why)).length).toBeLessThanOrEqual(1)
  } catch (why) {
    if (why instanceof Error) why.message = `call ${fault.at} (${call}) ${fault.how}: ${why.message}`
    throw why
  }
}

const isWhole = process.env['FAULTS'] === 'all'
/** About so many of all faults every run of the tests tries. */
const share = 120

test(
  isWhole
    ? 'whichever call of an hour’s work goes wrong, in whichever way, nothing typed is missing and it is told'
    : 'whichever call of an hour’s work goes wrong, nothing typed is missing and it is told (a share; all: FAULTS=all)',
  async () => {
    const well = await once()
    expect(well.words).toEqual([])
    expect(well.whys).toContain('r1 work')
    const faults = well.calls.flatMap((call, index) =>
      faultsOf[call].map((how): readonly [Fault, string] => [{ at: index + 1, how }, call]),
    )
    const every = isWhole ? 1 : Math.ceil(faults.length / share)
    const tried = faults.filter((_, index) => index % every === 0)
    for (const [fault, call] of tried) await holds(fault, call, well)
    expect(tried.length).toBeGreaterThan(share / 2)
    console.info(`${tried.length} of ${faults.length} faults at ${well.calls.length} calls`)
  },
  isWhole ? 1_800_000 : 300_000,
)
