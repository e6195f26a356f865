import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Act, Event } from './event'
import { append, merge, noReview, reviewOf, type Review } from './review'
import { threadsOf } from './threads'

const digest = `sha256:${'a'.repeat(64)}`
const comment = (text: string): Act => ({ kind: 'comment', digest, anchor: { kind: 'whole' }, text })
const act = (review: Review, one: Act, by = '李'): Review => append(review, by, 1_000, one)
const lastId = ({ events }: Review): string => events[events.length - 1]?.id ?? ''

const remarked = act(noReview, comment('甲'))
const first = lastId(remarked)
const replied = act(remarked, { kind: 'reply', to: first, text: '改了' }, '王')
const reply = lastId(replied)

describe('threads', () => {
  test('hold a remark and its replies, also replies to replies', () => {
    const review = act(replied, { kind: 'reply', to: reply, text: '好' })
    expect(threadsOf(review)).toMatchObject([
      { id: first, number: 1, comment: { text: '甲' }, replies: [{ text: '改了' }, { text: '好' }], settled: false },
    ])
  })

  test('are settled, taken up again and settled again; who did it is told', () => {
    const settled = act(replied, { kind: 'settle', to: reply }, '赵')
    expect(threadsOf(settled)).toMatchObject([{ settled: true, settledBy: { by: '赵' } }])
    const again = act(settled, { kind: 'unsettle', to: first })
    expect(threadsOf(again)[0]).toMatchObject({ settled: false })
    expect(threadsOf(again)[0]?.settledBy).toBeUndefined()
  })

  test('keep replies whose remark never came', () => {
    const orphaned = reviewOf(
      replied.events.filter(({ kind }) => kind === 'reply'),
      [],
    )
    expect(threadsOf(orphaned)).toMatchObject([{ id: first, replies: [{ text: '改了' }] }])
    expect(threadsOf(orphaned)[0]?.comment).toBeUndefined()
  })

  test('end where replies go in a circle', () => {
    const [one] = replied.events.filter(({ kind }) => kind === 'reply')
    const circle = [
      { ...one, id: 'e1', to: 'e2' },
      { ...one, id: 'e2', to: 'e1' },
    ] as Event[]
    expect(threadsOf({ events: circle, decided: [] }).flatMap(({ replies }) => replies)).toHaveLength(2)
  })

  test('lose no remark and no reply, whoever wrote what on which copy, in whatever order they meet', () => {
    const step = fc.record({ copy: fc.nat(1), kind: fc.constantFrom('comment', 'reply', 'settle'), to: fc.nat(20) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), fc.nat(20), (steps, lost) => {
        const copies: [Review, Review] = [noReview, noReview]
        steps.forEach(({ copy, kind, to }, index) => {
          const side = copy === 0 ? 0 : 1
          const known = copies[side]
          const target = known.events[to % Math.max(1, known.events.length)]?.id ?? 'e0'
          const one: Act =
            kind === 'comment'
              ? comment(`${index}`)
              : kind === 'reply'
                ? { kind, to: target, text: `${index}` }
                : { kind: 'settle', to: target }
          copies[side] = act(known, one, `${side}`)
        })
        const both = merge(...copies)
        const events = both.events.filter((_, index) => index !== lost)
        const shown = threadsOf({ events, decided: [] }).flatMap((thread) => [
          ...(thread.comment ? [thread.comment.id] : []),
          ...thread.replies.map(({ id }) => id),
        ])
        const written = events.filter(({ kind }) => kind === 'comment' || kind === 'reply').map(({ id }) => id)
        expect([...shown].sort()).toEqual([...written].sort())
        expect(threadsOf(merge(copies[1], copies[0]))).toEqual(threadsOf(both))
      }),
    )
  })
})
