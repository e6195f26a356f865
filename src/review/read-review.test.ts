import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { exampleReport } from '../report/example'
import { seal, type Act, type Event } from './event'
import { readReview } from './read-review'
import { append, noReview, reviewOf, type Review } from './review'
import { standingOf } from './standing'
import { exchangedOf, stateOf } from './state'

const typed = exampleReport(format2021)
const state = stateOf(format2021, typed, [])
const act = (review: Review, by: string, one: Act): Review =>
  append(review, by, Date.parse('2026-01-10T08:00:00Z') + review.events.length, one)

const sent = act(noReview, '王晓', { kind: 'send', version: 1, text: '', ...state })
const remarked = act(sent, '李审核', {
  kind: 'comment',
  digest: state.digest,
  anchor: { kind: 'place', at: 'requests.received.natural', value: '38' },
  text: '与台账不符',
})
const returned = act(remarked, '李审核', { kind: 'return', text: '请核对', ...state })
const whole = reviewOf(returned.events, [{ ...state, report: exchangedOf(format2021, typed), accepted: [] }])

/** As it comes out of a file, with one event changed. */
const raw = (change: (event: Event) => object = (event) => event): unknown => {
  const copy = JSON.parse(JSON.stringify(whole)) as { events: Event[] }
  return { ...copy, events: copy.events.map((event) => change(event)) }
}

describe('a review part', () => {
  test('is read as it was written', () => {
    expect(readReview(format2021, raw())).toEqual({ review: whole, told: [] })
  })

  test.each([[undefined], [null], ['words'], [[]], [{}], [{ events: 'none' }]])('that is %j is no review', (value) => {
    expect(readReview(format2021, value).review).toEqual(noReview)
  })

  test('whose approval was written by hand over a return is not believed, and told', () => {
    const { review, told } = readReview(
      format2021,
      raw((event) => (event.kind === 'return' ? { ...event, kind: 'approve' } : event)),
    )
    expect(review.events.map(({ kind }) => kind)).toEqual(['send', 'comment'])
    expect(standingOf(review, state).kind).toBe('sent')
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining('1 条送审或审核的记录被改动过')])
  })

  test('whose remark was changed by hand keeps it as another, and tells', () => {
    const { review, told } = readReview(
      format2021,
      raw((event) => (event.kind === 'comment' ? { ...event, text: '与台账相符' } : event)),
    )
    const [remark] = review.events.filter(({ kind }) => kind === 'comment')
    expect(remark).toMatchObject({ text: '与台账相符' })
    expect(whole.events.map(({ id }) => id)).not.toContain(remark?.id)
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining('1 条意见或回复被改动过')])
  })

  test('with an event that no program knows keeps the others, and tells', () => {
    const { review, told } = readReview(
      format2021,
      raw((event) => (event.kind === 'comment' ? { ...event, kind: 'stamp' } : event)),
    )
    expect(review.events).toHaveLength(2)
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining('1 条审核记录读不出')])
  })

  test('whose decided report was changed does without it, and tells', () => {
    const copy = JSON.parse(JSON.stringify(whole)) as { decided: { report: { preface: string } }[] }
    copy.decided[0]!.report.preface = '改过'
    const { review, told } = readReview(format2021, copy)
    expect(review.decided).toEqual([])
    expect(review.events).toEqual(whole.events)
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining('1 份审核过的旧版')])
  })

  test('of an older program holds the openings of the final copy', () => {
    const opening = { at: '2026-01-20T08:00:00.000Z', reason: '漏报一件', digest: state.digest }
    const { review, told } = readReview(format2021, { reopened: [opening] })
    expect(told).toEqual([])
    expect(review.events).toEqual([
      seal({ kind: 'unfreeze', order: 1, at: opening.at, by: '', text: '漏报一件', digest: state.digest }),
    ])
  })
})
