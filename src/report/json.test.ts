import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileLimits, parseBounded } from './json'

const nested = (depth: number, open = '[', close = ']') => `${open.repeat(depth)}1${close.repeat(depth)}`

describe('a text read as JSON', () => {
  test('is what JSON.parse makes of it, also behind a byte order mark', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        expect(parseBounded(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown, told: [] })
        expect(parseBounded(`\ufeff${text}`)).toEqual(parseBounded(text))
      }),
    )
  })

  test('may nest as deep as a report ever does, and no deeper', () => {
    expect(parseBounded(nested(fileLimits.depth)).ok).toBe(true)
    expect(parseBounded(nested(fileLimits.depth + 1)).ok).toBe(false)
    expect(parseBounded(nested(fileLimits.depth + 1, '{"a":', '}')).ok).toBe(false)
  })

  test('is refused without a crash at a depth of 100000', () => {
    for (const text of ['['.repeat(100_000), nested(100_000), nested(100_000, '{"a":', '}'), '{"a":['.repeat(50_000)]) {
      const result = parseBounded(text)
      expect(!result.ok && result.problem.message).toContain('嵌套过深')
    }
  })

  test('may hold brackets, quotes and backslashes in its words', () => {
    const words = ['['.repeat(1000), '"'.repeat(99) + '{'.repeat(99), '\\"[', '\\'.repeat(7), '】]}]']
    const text = JSON.stringify(words)
    expect(parseBounded(text)).toEqual({ ok: true, value: words, told: [] })
  })

  test('counts depth, not length: many brackets side by side are no nesting', () => {
    expect(parseBounded(`[${'[],'.repeat(10_000)}[]]`).ok).toBe(true)
  })

  test.each(['', ' ', '{', '{"a":1', "{'a':1}", '<html>', 'NaN', '{"a":1}}', '"', '\u0000', 'PK\u0003\u0004'])(
    'that is none (“%s”) is refused with what to do',
    (text) => {
      const result = parseBounded(text)
      expect(!result.ok && result.problem.message).toMatch(/不是年报文件.*请选择由本程序导出的 \.json 文件。/)
    },
  )

  test('keeps a key named __proto__ as an ordinary one', () => {
    const result = parseBounded('{"__proto__":{"polluted":true}}')
    expect(result.ok && Object.keys(result.value as object)).toEqual(['__proto__'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
