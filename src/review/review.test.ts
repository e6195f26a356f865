import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSealed, reasonsDigest, seal, type Act, type Event } from './event'
import { append, merge, newIn, noReview, reviewOf, type Decided, type Review } from './review'

const digestOf = (letter: string): string => `sha256:${letter.repeat(64)}`
const letters = fc.constantFrom('a', 'b', 'c')
const state = letters.map((letter) => ({ digest: digestOf(letter), reasons: digestOf('0') }))
const text = fc.string({ maxLength: 12 })

const anchor = fc.oneof(
  fc.constant({ kind: 'whole' as const }),
  fc.record({ kind: fc.constant('place' as const), at: fc.constant('requests.received.natural'), value: text }),
)

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('comment' as const), digest: letters.map(digestOf), anchor, text }),
  fc.record({ kind: fc.constant('reply' as const), to: fc.constant('e1'), text }),
  fc.record({ kind: fc.constantFrom('settle' as const, 'unsettle' as const), to: fc.constant('e1') }),
  state.map((one) => ({ kind: 'send' as const, version: 1, text: '', ...one })),
  fc.tuple(state, text).map(([one, words]) => ({ kind: 'return' as const, text: words, ...one })),
  fc.tuple(state, text).map(([one, words]) => ({ kind: 'approve' as const, text: words, ...one })),
  fc.record({ kind: fc.constantFrom('waive' as const, 'require' as const), text }),
)

const people = fc.constantFrom('王晓', '李审核', '赵复核')

const decided = letters.map(
  // What stands in it does not matter here: it is told by its digests.
  (letter): Decided => ({ digest: digestOf(letter), reasons: digestOf('0'), accepted: [], report: {} as never }),
)

/** A review as somebody may have it after any acts. */
const review: fc.Arbitrary<Review> = fc
  .tuple(fc.array(fc.tuple(people, fc.nat(1_000_000), act), { maxLength: 8 }), fc.array(decided, { maxLength: 3 }))
  .map(([acts, reports]) => {
    const { events } = acts.reduce((all, [by, at, one]) => append(all, by, at, one), noReview)
    return reviewOf(events, reports)
  })

describe('merging', () => {
  test('does not depend on the order', () => {
    fc.assert(fc.property(review, review, (a, b) => void expect(merge(a, b)).toEqual(merge(b, a))))
  })

  test('nor on how it is bracketed', () => {
    fc.assert(
      fc.property(
        review,
        review,
        review,
        (a, b, c) => void expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c))),
      ),
    )
  })

  test('nor on how often it is done', () => {
    fc.assert(
      fc.property(review, review, (a, b) => {
        const both = merge(a, b)
        expect(merge(both, b)).toEqual(both)
        expect(merge(both, a)).toEqual(both)
        expect(merge(a, a)).toEqual(a)
      }),
    )
  })

  test('loses nothing of either, and adds nothing', () => {
    fc.assert(
      fc.property(review, review, (a, b) => {
        const ids = ({ events }: Review) => events.map(({ id }) => id)
        expect(new Set(ids(merge(a, b)))).toEqual(new Set([...ids(a), ...ids(b)]))
        expect(newIn(merge(a, b), a).map(({ id }) => id)).toEqual(ids(merge(a, b)).filter((id) => !ids(a).includes(id)))
      }),
    )
  })
})

test('no sequence of acts, merges and old copies on either side loses an event', () => {
  const step = fc.oneof(
    fc.tuple(fc.constant('act' as const), fc.nat(1), people, act),
    fc.tuple(fc.constant('hand over' as const), fc.nat(1)),
    fc.tuple(fc.constant('hand an old copy over' as const), fc.nat(1), fc.nat(20)),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const desks: Review[] = [noReview, noReview]
      const sent: Review[] = []
      const made = [new Set<string>(), new Set<string>()]
      for (const [index, one] of steps.entries()) {
        const from = one[1]
        const to = 1 - from
        if (one[0] === 'act') {
          desks[from] = append(desks[from]!, one[2], index * 1_000, one[3])
          for (const { id } of desks[from]!.events) made[from]!.add(id)
        } else {
          sent.push(desks[from]!)
          const copy = one[0] === 'hand over' ? desks[from]! : sent[one[2] % sent.length]!
          desks[to] = merge(desks[to]!, copy)
          for (const { id } of copy.events) made[to]!.add(id)
        }
        for (const side of [0, 1])
          for (const id of made[side]!) expect(desks[side]!.events.some((event) => event.id === id)).toBe(true)
      }
    }),
  )
})

test('an answer stands after what it answers, whatever the clocks say', () => {
  const asked = append(noReview, '李审核', Date.parse('2030-01-01T00:00:00Z'), {
    kind: 'comment',
    digest: digestOf('a'),
    anchor: { kind: 'whole' },
    text: '请核对',
  })
  const to = asked.events[0]?.id ?? ''
  const answered = append(asked, '王晓', Date.parse('2020-01-01T00:00:00Z'), { kind: 'reply', to, text: '已核对' })
  expect(answered.events.map(({ kind }) => kind)).toEqual(['comment', 'reply'])
  expect(answered.events.map(({ order }) => order)).toEqual([1, 2])
})

describe('a seal', () => {
  const event = seal({ kind: 'waive', text: '一人承办', order: 1, at: '2026-01-01T00:00:00.000Z', by: '王晓' })

  test('is the same everywhere for the same content, however its keys are laid out', () => {
    const { id, text: words, kind, ...rest } = event as Extract<Event, { kind: 'waive' }>
    expect(seal({ ...rest, text: words, kind })).toEqual({ ...rest, text: words, kind, id })
    expect(isSealed(event)).toBe(true)
  })

  test.each([
    ['its words', { text: '两人承办' }],
    ['its author', { by: '李审核' }],
    ['its time', { at: '2026-01-02T00:00:00.000Z' }],
    ['its place in the order', { order: 2 }],
  ])('breaks when somebody changes %s', (_, change) => {
    expect(isSealed({ ...event, ...change } as Event)).toBe(false)
  })
})

test('the digest of the reasons does not depend on their order, and changes with each of them', () => {
  const one = { check: 'C2', at: ['a'], values: {}, reason: '年内集中发布', by: '', time: '' } as never
  const two = { check: 'C3', at: ['b'], values: {}, reason: '跨年办理', by: '', time: '' } as never
  expect(reasonsDigest([one, two])).toBe(reasonsDigest([two, one]))
  expect(reasonsDigest([one])).not.toBe(reasonsDigest([one, two]))
  expect(reasonsDigest([one, one])).toBe(reasonsDigest([one]))
})
