import { describe, expect, test } from 'vitest'
import { wordRules } from './rules'
import { sentences } from './sentences'
import { subjectWith } from './subject-of-words'

describe('sentences as a careful reader judges them', () => {
  test.each(sentences.map((sentence) => [sentence.text, sentence] as const))(
    '%s',
    (_, { text, set, in: place, fails, unknown }) => {
      const subject = subjectWith(text, set, place)
      const found = wordRules.flatMap(({ id, judge }) => judge(subject).map((verdict) => ({ id, ...verdict })))
      const of = (result: string): readonly string[] => [
        ...new Set(found.filter((one) => one.result === result).map(({ id }) => id)),
      ]
      expect(
        of('fail').slice().sort(),
        found.map(({ id, result, message }) => `${id} ${result} ${message}`).join('\n'),
      ).toEqual([...fails].sort())
      if (unknown) expect(of('unknown')).toEqual(expect.arrayContaining([...unknown]))
    },
  )
})
