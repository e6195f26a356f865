import { describe, expect, test } from 'vitest'
import type { Act } from './event'
import { append, merge, noReview, type Review } from './review'
import { isCleared, nextVersion, standingOf, waiverOf } from './standing'

const digestOf = (letter: string): string => `sha256:${letter.repeat(64)}`
const content = (letter: string, reasons = '0') => ({ digest: digestOf(letter), reasons: digestOf(reasons) })
const [first, second] = [content('a'), content('b')]

let clock = Date.parse('2026-01-10T08:00:00Z')
const by =
  (name: string) =>
  (review: Review, act: Act): Review =>
    append(review, name, (clock += 60_000), act)
const clerk = by('王晓')
const [reviewer, other] = [by('李审核'), by('赵复核')]

const sent = clerk(noReview, { kind: 'send', version: 1, text: '', ...first })
const returned = reviewer(sent, { kind: 'return', text: '请改', ...first })
const approved = reviewer(sent, { kind: 'approve', text: '', ...first })

describe('a report', () => {
  test('is unsent at first', () => expect(standingOf(noReview, first)).toEqual({ kind: 'unsent' }))

  test('is sent, and out of date as soon as it is another', () => {
    expect(standingOf(sent, first)).toMatchObject({ kind: 'sent', sending: { version: 1 } })
    expect(standingOf(sent, second)).toMatchObject({ kind: 'outdated', after: { kind: 'send' } })
  })

  test('is returned, and stays so while it is mended', () => {
    expect(standingOf(returned, first)).toMatchObject({ kind: 'returned', changed: false })
    expect(standingOf(returned, second)).toMatchObject({ kind: 'returned', changed: true })
    const again = clerk(returned, { kind: 'send', version: nextVersion(returned), text: '', ...second })
    expect(standingOf(again, second)).toMatchObject({ kind: 'sent', sending: { version: 2 } })
  })

  test('is approved for just what was approved: figures, words and reasons', () => {
    expect(standingOf(approved, first).kind).toBe('approved')
    expect(standingOf(approved, second)).toMatchObject({ kind: 'outdated', after: { kind: 'approve' } })
    expect(standingOf(approved, content('a', '1')).kind).toBe('outdated')
    expect(isCleared(approved, first)).toBe(true)
    expect(isCleared(approved, second)).toBe(false)
  })

  test('that was approved before is so again when it is what it was', () => {
    const later = clerk(approved, { kind: 'send', version: 2, text: '', ...second })
    expect(standingOf(later, first).kind).toBe('approved')
    expect(standingOf(later, second).kind).toBe('sent')
  })

  test('waits again when the same content is sent once more', () => {
    const again = clerk(returned, { kind: 'send', version: 2, text: '数字已核对，不需改', ...first })
    expect(standingOf(again, first)).toMatchObject({ kind: 'sent', sending: { version: 2 } })
    expect(standingOf(reviewer(again, { kind: 'approve', text: '', ...first }), first).kind).toBe('approved')
  })
})

describe('of two reviewers', () => {
  test('one that returns it outweighs the other, in whatever order their files come', () => {
    const no = other(sent, { kind: 'return', text: '还须核对', ...first })
    for (const both of [merge(approved, no), merge(no, approved)])
      expect(standingOf(both, first)).toMatchObject({ kind: 'returned', decisions: [{ by: '赵复核' }] })
  })

  test('each one’s last word counts', () => {
    const no = other(sent, { kind: 'return', text: '还须核对', ...first })
    const yes = other(no, { kind: 'approve', text: '已核对', ...first })
    const both = merge(approved, yes)
    expect(standingOf(both, first)).toMatchObject({ kind: 'approved' })
    const takenBack = reviewer(both, { kind: 'return', text: '又发现一处', ...first })
    expect(standingOf(takenBack, first)).toMatchObject({ kind: 'returned', decisions: [{ by: '李审核' }] })
  })
})

describe('无需审核', () => {
  const waived = clerk(noReview, { kind: 'waive', text: '一人承办' })

  test('clears any content, until it is taken back', () => {
    expect(waiverOf(waived)).toBe('一人承办')
    expect(isCleared(waived, first)).toBe(true)
    const required = clerk(waived, { kind: 'require', text: '现在有两个人了' })
    expect(waiverOf(required)).toBeUndefined()
    expect(isCleared(required, first)).toBe(false)
  })
})

test('versions are counted on, also over a gap', () => {
  expect(nextVersion(noReview)).toBe(1)
  expect(nextVersion(clerk(sent, { kind: 'send', version: 7, text: '', ...second }))).toBe(8)
})
