import { describe, expect, test } from 'vitest'
import { check, subjectOf } from '../checks/run'
import { format2021 } from '../format/2021'
import { exampleReport } from '../report/example'
import type { TypedReport } from '../report/report'
import { answeredSince, baseOf, changesSince } from './changes'
import type { Act } from './event'
import { append, noReview, reviewOf, type Decided, type Review } from './review'
import { exchangedOf, stateOf } from './state'

const typedOf = (title: string): TypedReport => ({ ...exampleReport(format2021), id: 'r1', title })
const [first, second, third] = ['一', '二', '三'].map(typedOf)
const act = (review: Review, one: Act): Review => append(review, '李', 1_000, one)
const decidedOf = (typed: TypedReport): Decided => ({
  ...stateOf(format2021, typed, []),
  report: exchangedOf(format2021, typed),
  accepted: [],
})
const returned = (review: Review, typed: TypedReport): Review => {
  const next = act(review, { kind: 'return', text: '请改', ...stateOf(format2021, typed, []) })
  return reviewOf(next.events, [...next.decided, decidedOf(typed)])
}

describe('a new sending is compared with', () => {
  const once = returned(noReview, first!)
  const twice = returned(once, second!)

  test('what was last decided on, and never with itself', () => {
    expect(baseOf(noReview, stateOf(format2021, first!, []))).toBeUndefined()
    expect(baseOf(once, stateOf(format2021, first!, []))).toBeUndefined()
    expect(baseOf(twice, stateOf(format2021, third!, []))?.decided.report.title).toBe('二')
    expect(baseOf(twice, stateOf(format2021, second!, []))?.decided.report.title).toBe('一')
  })

  test('what came along of it', () => {
    const without = reviewOf(twice.events, [decidedOf(first!)])
    expect(baseOf(without, stateOf(format2021, third!, []))?.decided.report.title).toBe('一')
  })
})

test('faults are cured, new or still there, whatever they say by now', () => {
  const base = exampleReport(format2021)
  const with_ = (natural: string, normative: string) => {
    const typed = { ...base, cells: structuredClone(base.cells) }
    typed.cells['requests']!['received']!['natural'] = natural
    typed.cells['issued']!['normative']!['issued'] = normative
    return { findings: check(subjectOf(format2021, typed)) }
  }
  const [good, off, offOther, both] = [with_('86', '3'), with_('87', '3'), with_('88', '3'), with_('87', '99')]
  expect(changesSince(good!, good!)).toEqual({ cured: [], fresh: [], still: [] })
  const { cured, fresh, still } = changesSince(off!, good!)
  expect([fresh, still]).toEqual([[], []])
  expect(cured.length).toBeGreaterThan(0)
  expect(changesSince(good!, off!).fresh).toHaveLength(cured.length)
  expect(changesSince(off!, offOther!)).toMatchObject({ cured: [], fresh: [] })
  const further = changesSince(off!, both!)
  expect(further.still).toHaveLength(cured.length)
  expect(further.fresh.length).toBeGreaterThan(0)
})

test('remarks are settled, answered or open since', () => {
  const comment = (text: string): Act => ({
    kind: 'comment',
    digest: `sha256:${'a'.repeat(64)}`,
    anchor: { kind: 'whole' },
    text,
  })
  let review = ['早已解决', '后来解决', '回复了', '没有动'].reduce((all, text) => act(all, comment(text)), noReview)
  const [a = '', b = '', c = ''] = review.events.map(({ id }) => id)
  review = act(review, { kind: 'settle', to: a })
  const order = Math.max(...review.events.map((event) => event.order))
  review = act(act(review, { kind: 'settle', to: b }), { kind: 'reply', to: c, text: '改了' })
  review = act(review, comment('之后才提'))
  const textsOf = (list: ReturnType<typeof answeredSince>['open']) => list.map(({ comment: one }) => one?.text)
  const { settled, answered, open } = answeredSince(review, order)
  expect([settled, answered, open].map(textsOf)).toEqual([['后来解决'], ['回复了'], ['没有动']])
})
