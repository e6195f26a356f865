import { describe, expect, test } from 'vitest'
import { wordRules } from './rules'
import { subjectWith } from './subject-of-words'

test('the rules of the catalogue, each once', () => {
  expect(wordRules.map(({ id }) => id)).toEqual('E3 F1 F2 F3 F4 F5 F6 F7 F8 F10 F11 F12 F13 F14'.split(' '))
  const released = wordRules.filter(({ releasable }) => releasable).map(({ id }) => id)
  expect(released).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F10'])
})

describe('each rule’s published example is what it says', () => {
  test.each(wordRules.map((rule) => [rule.id, rule] as const))('%s', (id, { example, judge }) => {
    const subject = subjectWith(example?.fault ?? '', id === 'F8' ? 'compared' : 'catalogue')
    const faults = judge(subject).filter(({ result }) => result === 'fail')
    expect(faults.map(({ message }) => message)).toEqual([example?.message])
  })
})
