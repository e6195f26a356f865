import { expect, test } from 'vitest'
import type { Act } from './event'
import { openComments } from './threads'
import { append, merge, noReview, type Review } from './review'

const digest = `sha256:${'a'.repeat(64)}`
const add = (review: Review, act: Act): Review => append(review, '李审核', 1_000, act)
const comment = (text: string): Act => ({ kind: 'comment', digest, anchor: { kind: 'whole' }, text })
const ids = ({ events }: Review): readonly string[] =>
  events.flatMap((event) => (event.kind === 'comment' ? [event.id] : []))
const textsOf = (review: Review): readonly string[] => openComments(review).map(({ text }) => text)

const two = add(add(noReview, comment('甲')), comment('乙'))
const [first = '', second = ''] = ids(two)

test('a comment is open until it is settled, and again once it is reopened', () => {
  expect(textsOf(two)).toEqual(['甲', '乙'])
  const settled = add(two, { kind: 'settle', to: first })
  expect(textsOf(settled)).toEqual(['乙'])
  const reopened = add(settled, { kind: 'unsettle', to: first })
  expect(textsOf(reopened)).toEqual(['甲', '乙'])
  expect(textsOf(add(reopened, { kind: 'settle', to: first }))).toEqual(['乙'])
})

test('an answer does not settle it; what settles an unknown comment settles nothing', () => {
  expect(textsOf(add(two, { kind: 'reply', to: second, text: '已改' }))).toEqual(['甲', '乙'])
  expect(textsOf(add(two, { kind: 'settle', to: 'e0' }))).toEqual(['甲', '乙'])
})

test('two copies that were put together agree, whichever came first', () => {
  const here = add(two, { kind: 'settle', to: first })
  const there = add(two, comment('丙'))
  expect(textsOf(merge(here, there))).toEqual(textsOf(merge(there, here)))
  expect(textsOf(merge(here, there))).toEqual(['乙', '丙'])
})
