import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFlaw } from './json-flaw'

test.each([
  ['{"x":{"__proto__":{}}}', 'proto'],
  ['{"\\u005f_proto__":1}', 'proto'],
  ['[[[[]]]]', 'deep'],
  ['{"a":{"b":{"c":{}}}}', 'deep'],
  ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}', undefined],
  ['{"a":"\\"a\\":1,\\"a\\":2","b":"[[[[["}', undefined],
  ['{"a":"__proto__","b":["x","x"]}', undefined],
  ['"', undefined],
  ['}}}]', undefined],
  ['{"a', undefined],
])('%s: %s', (text, flaw) => {
  expect(jsonFlaw(text, 3)).toBe(flaw)
})

test('what JSON.stringify writes has none', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = JSON.stringify(value)
      if (text.includes('__proto__')) return
      expect(jsonFlaw(text, 6)).toBe(undefined)
      expect(jsonFlaw(JSON.stringify(value, null, 2), 6)).toBe(undefined)
    }),
  )
})
