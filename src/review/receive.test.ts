import { describe, expect, test } from 'vitest'
import type { Act } from './event'
import { countsOf, receiptOf } from './receive'
import { append, merge, noReview, type Review } from './review'
import { standingOf } from './standing'

const digestOf = (letter: string): string => `sha256:${letter.repeat(64)}`
const stateOf = (letter: string) => ({ digest: digestOf(letter), reasons: digestOf('0') })

let clock = Date.parse('2026-01-10T08:00:00Z')
const act = (review: Review, by: string, one: Act): Review => append(review, by, (clock += 60_000), one)
const send = (review: Review, version: number, letter: string): Review =>
  act(review, '王晓', { kind: 'send', version, text: '', ...stateOf(letter) })
const remark = (review: Review, letter: string): Review =>
  act(review, '李审核', { kind: 'comment', digest: digestOf(letter), anchor: { kind: 'whole' }, text: '请核对' })

const sent = send(noReview, 1, 'a')
const returned = act(remark(sent, 'a'), '李审核', { kind: 'return', text: '请改', ...stateOf('a') })

describe('a file that comes back', () => {
  test('brings remarks and the decision on just this content', () => {
    const receipt = receiptOf(sent, stateOf('a'), { review: returned, state: stateOf('a') })
    expect(countsOf(receipt.fresh)).toBe('1 条意见、1 个退回修改')
    expect(receipt).toMatchObject({ about: { version: 1 }, later: undefined, differs: false })
    expect(receipt.decisions).toHaveLength(1)
  })

  test('brings nothing the second time', () => {
    const known = merge(sent, returned)
    const receipt = receiptOf(known, stateOf('a'), { review: returned, state: stateOf('a') })
    expect(receipt.fresh).toEqual([])
    expect(countsOf(receipt.fresh)).toBe('')
    expect(merge(known, returned)).toEqual(known)
  })

  test('tells that the draft went on', () => {
    const receipt = receiptOf(sent, stateOf('b'), { review: returned, state: stateOf('a') })
    expect(receipt).toMatchObject({ about: { version: 1 }, later: undefined, differs: true })
  })

  test('is late: the version after it goes on waiting, whatever the word on the first', () => {
    const again = send(sent, 2, 'b')
    const approvedLate = act(sent, '李审核', { kind: 'approve', text: '', ...stateOf('a') })
    const receipt = receiptOf(again, stateOf('b'), { review: approvedLate, state: stateOf('a') })
    expect(receipt).toMatchObject({ about: { version: 1 }, later: { version: 2 }, differs: true })
    expect(standingOf(merge(again, approvedLate), stateOf('b')).kind).toBe('sent')
  })

  test('holds a content that was never sent from here', () => {
    const receipt = receiptOf(sent, stateOf('a'), { review: returned, state: stateOf('c') })
    expect(receipt).toMatchObject({ about: undefined, differs: true })
  })

  test('differs too when only its reasons do', () => {
    const other = { digest: digestOf('a'), reasons: digestOf('1') }
    expect(receiptOf(sent, stateOf('a'), { review: returned, state: other }).differs).toBe(true)
  })
})
