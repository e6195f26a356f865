import { expect, test } from 'vitest'
import { feeRules } from '../fees/rules'
import { holdingRules } from '../holdings'
import { acrossRules } from './rules'
import { subjectFrom } from './samples'

test('each rule stands once, as grave as the catalogue says', () => {
  expect([...acrossRules, ...feeRules, ...holdingRules].map(({ id, severity }) => `${id} ${severity}`)).toEqual([
    'B7 warning',
    'C1 warning',
    'D4 warning',
    'E5 info',
    'G1 warning',
    'G2 info',
    'G3 warning',
    'D6 warning',
    'D7 warning',
    'F9 error',
    'C3 warning',
    'C5 info',
  ])
})

test('without last year’s report each says once that it cannot be decided', () => {
  for (const { id, judge } of acrossRules) {
    const found = judge(subjectFrom({}))
    expect(
      found.map(({ result, at }) => [result, at]),
      id,
    ).toEqual([['unknown', []]])
    expect(found[0]?.message, id).toMatch(/^没有上年年报，/)
  }
})

test('each tells in Chinese what must hold, with an example', () => {
  for (const { holds, basis, example } of [...acrossRules, ...feeRules, ...holdingRules]) {
    expect(holds).toMatch(/^\p{Script=Han}[^a-zA-Z]+$/u)
    expect(basis.replace(/\{form\}|\{law\}/g, '')).toMatch(/^[^a-zA-Z]*$/)
    expect(example?.message).toMatch(/^[^a-zA-Z!！]+$/)
  }
})
