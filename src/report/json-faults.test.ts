import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonFault, jsonLimits } from './json-faults'

describe('in valid JSON', () => {
  test.each([
    ['{"a":1,"a":1}', 'a'],
    ['{"a":1,"b":{"a":2,"c":[0,{"d":1,"e":2,"d":3}]}}', 'b.c.1.d'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"a":"}","\\"":{"x":1},"\\"":2}', '"'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['[[{}],{"":1,"":2}]', '1.'],
  ])('%s a key stands twice', (text, place) => {
    JSON.parse(text)
    expect(jsonFault(text)).toMatch(/写了两次.*没有读入。请/)
    expect(jsonFault(text)).toContain(`“${place}”`)
  })

  test.each(['1e400', '-1e400', '0.1000000000000000055', '12345678901234567890', '5.0000000000000000001', '1e-400'])(
    '%s is more than a number keeps',
    (literal) => {
      for (const text of [literal, `{"a":{"b":[true,${literal}]}}`]) {
        JSON.parse(text)
        expect(jsonFault(text)).toContain(`的数字 ${literal} 位数太多`)
      }
      expect(jsonFault(`{"a":{"b":[true,${literal}]}}`)).toContain('“a.b.1”')
    },
  )

  test.each(['0', '-0', '5.0', '1E2', '1.50e+3', '0.1', '1e21', '123456789012345680000', '0e999'])(
    '%s is kept, however it is written',
    (literal) => {
      expect(jsonFault(literal)).toBeUndefined()
    },
  )

  test('that JSON.stringify wrote there is nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 2, '\t'), (value, space) => {
        expect(jsonFault(JSON.stringify(value, null, space))).toBeUndefined()
      }),
    )
  })

  test('a number is exact just when its digits come back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(jsonFault(JSON.stringify(value))).toBeUndefined()
        // Seventeen digits more than a double has, and not zeros.
        const exact = JSON.stringify(value)
        if (/^-?\d+\.\d+$/.test(exact)) expect(jsonFault(`${exact}00000000000000000001`)).toContain('位数太多')
      }),
    )
  })

  test('lists and objects may be as large as a file ever has them, and no larger', () => {
    const list = (length: number) => `{"events":[${Array.from({ length }, () => '0').join()}]}`
    const keys = (length: number) => `{"typed":{${Array.from({ length }, (_, index) => `"${index}":null`).join()}}}`
    expect(jsonFault(list(jsonLimits.items))).toBeUndefined()
    expect(jsonFault(list(jsonLimits.items + 1))).toContain('“events”的内容太多')
    expect(jsonFault(keys(jsonLimits.keys))).toBeUndefined()
    expect(jsonFault(keys(jsonLimits.keys + 1))).toContain('“typed”的内容太多')
    const many = `[${Array.from({ length: 60 }, () => list(jsonLimits.items)).join()}]`
    expect(jsonFault(many)).toContain('的内容太多')
  })

  test('a sentence about a fault is short, however long the key or the number', () => {
    const long = `{"${'a'.repeat(1_000_000)}":1,"${'a'.repeat(1_000_000)}":1}`
    expect(jsonFault(long)?.length).toBeLessThan(200)
    expect(jsonFault('9'.repeat(1_000_000))?.length).toBeLessThan(200)
    expect(jsonFault('{"a\\u202e":1,"a\\u202e":1}')).not.toContain('\u202e')
  })
})
