import { expect, test } from 'vitest'
import type { Anchor } from './event'
import type { Finding } from '../checks/rule'
import { anchorOfKey, readableTexts, reasonKey, remarkKey, replyKey, staleReasonKey } from './unsent-keys'

const anchors: readonly Anchor[] = [
  { kind: 'whole' },
  { kind: 'section', section: 'overview' },
  { kind: 'place', at: 'title', value: '' },
  { kind: 'words', at: 'preface', words: '公开', before: '政府信息', after: '工作' },
]

test.each(anchors)('what a remark on %j is about is read from its key, and its words stay there', (anchor) => {
  const key = remarkKey(anchor)
  expect(anchorOfKey(key)).toEqual(anchor)
  expect(readableTexts({ [key]: '请核对' })).toEqual({ [key]: '请核对' })
})

const whole = remarkKey({ kind: 'whole' })

test.each([
  'comment {"kind":"place"}',
  'comment {"kind":"place","at":3,"value":""}',
  'comment {"kind":"words","at":"title","words":"题"}',
  'comment {"kind":"section"}',
  'comment {"kind":"sky"}',
  'comment null',
  'comment []',
  'comment {',
  'comment ',
])('%s is about no place: its words are a remark on the whole', (key) => {
  expect(anchorOfKey(key)).toBeUndefined()
  expect(readableTexts({ [key]: '请核对' })).toEqual({ [whole]: '请核对' })
  expect(readableTexts({ [whole]: '总的还好', [key]: '请核对' })).toEqual({ [whole]: '总的还好\n请核对' })
})

test('a key that says the same in another way becomes the one under which the words are looked for', () => {
  const key = 'comment { "at": "title", "value": "", "kind": "place", "more": 1 }'
  expect(readableTexts({ [key]: '请核对' })).toEqual({
    [remarkKey({ kind: 'place', at: 'title', value: '' })]: '请核对',
  })
})

const finding = { rule: 'D3', at: ['requests.received.natural', 'requests.total.natural'], message: '不平，差 −1' }

test('all other texts stay where they are', () => {
  const texts = JSON.parse(
    `{"return":"请改","${replyKey('e1')}":"已改","${reasonKey(finding)}":"口径","later":"别的","__proto__":"也在"}`,
  ) as Record<string, string>
  expect(Object.keys(texts).map(anchorOfKey)).toEqual([undefined, undefined, undefined, undefined, undefined])
  expect(JSON.stringify(readableTexts(texts))).toBe(JSON.stringify(texts))
})

test('a reason half written before a figure changed is found again, unless another finding has it now', () => {
  const before = { ...finding, message: '不平，差 −2' }
  const texts = { [reasonKey(before)]: '口径', [replyKey('e1')]: '已改' }
  const now = { ...finding, severity: 'error' } as unknown as Finding
  expect(staleReasonKey(texts, finding, [now])).toBe(reasonKey(before))
  expect(staleReasonKey(texts, finding, [now, { ...now, message: before.message }])).toBeUndefined()
  expect(staleReasonKey(texts, { ...finding, rule: 'D4' }, [now])).toBeUndefined()
  expect(staleReasonKey(texts, { ...finding, at: ['requests.total.natural'] }, [now])).toBeUndefined()
})
