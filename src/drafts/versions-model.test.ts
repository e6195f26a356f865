import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { append, noReview, type Review } from '../review/review'
import { forget, inTransaction, type Version } from './database'
import { newDraft, type Content, type Draft } from './draft'
import { isProtected, type Why } from './occasion'
import { AlreadyHere, getDraft, putDraft, removeDraft, saveContent } from './store'
import { keepContent, nameVersion, restoreVersion } from './versions'

// Without figures: the laws do not look into the report, and hundreds of copies are compared.
const blank = {
  ...blankReport(format2021, 2023, blankUnit),
  id: 'r1',
  cells: {},
  overview: [],
  improvement: [],
  other: [],
}
const start = new Date(2024, 0, 1, 9).getTime()

const draftOf = (title: string, review: Review = noReview): Draft => ({
  ...newDraft(format2021.id, { ...blank, title }, start),
  review,
})

const stored = (): Promise<readonly Version[]> =>
  inTransaction(['versions'] as const, 'readonly', (tx) => tx.objectStore('versions').getAll())

/** What one computer does with a report, in any order and at any time. */
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('save' as const), title: fc.constantFrom('甲', '乙', '丙'), remark: fc.boolean() }),
    fc.record({
      do: fc.constant('keep' as const),
      why: fc.constantFrom<Why>('work', 'bulk', 'sent', 'returned', 'approved', 'final', 'merged', 'reopened'),
    }),
    fc.record({ do: fc.constant('name' as const), which: fc.nat(20), name: fc.constantFrom('初稿', '交局长') }),
    fc.record({ do: fc.constant('restore' as const), which: fc.nat(20) }),
    fc.record({ do: fc.constantFrom('remove' as const, 'put back' as const) }),
    fc.record({ do: fc.constant('replace' as const), title: fc.constantFrom('甲', '丁'), remark: fc.boolean() }),
    fc.record({ do: fc.constant('pass' as const), hours: fc.constantFrom(0, 1, 13, 24, 24 * 35) }),
  ),
  { maxLength: 40 },
)

type Step = typeof steps extends fc.Arbitrary<readonly (infer S)[]> ? S : never

const remark = (review: Review, turn: number): Review =>
  append(review, '李审', start + turn, { kind: 'waive', text: `第 ${turn} 次` })

const contentOf = ({ typed, filled, accepted, review, final }: Draft): Content => ({
  typed,
  filled,
  accepted,
  review,
  final,
})

const take = async (step: Step, turn: number, removed: Draft[]): Promise<void> => {
  const now = Date.now()
  const draft = await getDraft('r1')
  const versions = await stored()
  const chosen = 'which' in step ? versions[step.which % Math.max(1, versions.length)] : undefined
  if (step.do === 'pass') vi.setSystemTime(now + step.hours * 3_600_000)
  else if (step.do === 'put back') {
    const last = removed.pop()
    // Where another one stands by now it stays, and what was removed is among the versions.
    if (last)
      await putDraft(last, 'restored').catch((why: unknown) => {
        if (!(why instanceof AlreadyHere)) throw why
      })
  } else if (step.do === 'replace') {
    const review = step.remark ? remark(noReview, turn) : noReview
    await putDraft(draftOf(step.title, review), 'replaced')
  } else if (step.do === 'name') {
    if (chosen) await nameVersion('r1', chosen.at, step.name)
  } else if (step.do === 'restore') {
    if (chosen) await restoreVersion('r1', chosen.at, now)
  } else if (!draft) return
  else if (step.do === 'save') {
    const review = step.remark ? remark(draft.review, turn) : draft.review
    const content = { ...contentOf(draft), typed: { ...blank, title: step.title }, review }
    await saveContent('r1', draft.revision, content, now)
  } else if (step.do === 'keep') await keepContent('r1', contentOf(draft), { why: step.why }, now)
  else {
    const gone = await removeDraft('r1')
    if (gone) removed.push(gone)
  }
}

afterEach(async () => {
  vi.useRealTimers()
  await forget()
})

test('no sequence of operations loses a version that is kept for ever, nor any event of the review', async () => {
  // Only the clock is the test's own: the database needs its timers.
  vi.useFakeTimers({ toFake: ['Date'] })
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      await forget()
      vi.setSystemTime(start)
      await putDraft(draftOf('甲'), 'created')
      const events = new Set<string>()
      const removed: Draft[] = []
      let kept: readonly Version[] = []
      for (const [turn, step] of all.entries()) {
        const before = await getDraft('r1')
        await take(step, turn, removed)
        const versions = await stored()
        const draft = await getDraft('r1')
        for (const version of kept) {
          const now = versions.find(({ at }) => at === version.at)
          // What is there is what it was: nothing takes another's place.
          if (isProtected(version) || now)
            expect(JSON.stringify(now?.record), step.do).toBe(JSON.stringify(version.record))
        }
        // What the step took from the draft is a version: nobody typed over it.
        if (before && ['restore', 'remove', 'replace'].includes(step.do) && draft?.revision !== before.revision)
          expect(versions.map(({ record }) => JSON.stringify(contentOf(record)))).toContain(
            JSON.stringify(contentOf(before)),
          )
        const holders = [...versions.map(({ record }) => record), ...(draft ? [draft] : [])]
        const known = new Set(holders.flatMap(({ review }) => review.events.map(({ id }) => id)))
        for (const id of events) expect(known.has(id), step.do).toBe(true)
        for (const id of known) events.add(id)
        kept = versions
      }
    }),
    { numRuns: 40 },
  )
}, 60_000)
