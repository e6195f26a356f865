import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalOf, quoteOf } from './normal'

test('full-width figures and marks are read as plain ones, spaces fall away, lines stay', () => {
  expect(normalOf('共 收到１，２0 件；\r第二行').text).toBe('共收到1,20件;\n第二行')
})

test('a quote leads back to the words as they were typed', () => {
  const normal = normalOf('共收到 １２ ０ 件，办结')
  const start = normal.text.indexOf('120件')
  const { start: first, end } = quoteOf('overview.a', normal, start, start + 4)
  expect(normal.source.slice(first, end)).toBe('１２ ０ 件')
})

test('a quote never takes the space behind its words', () => {
  const normal = normalOf('收到12 件 \u3000，')
  const { start, end } = quoteOf('a', normal, 0, normal.text.indexOf(','))
  expect(normal.source.slice(start, end)).toBe('收到12 件')
})

test('any text: every place leads back, in order, and quoting the whole gives the whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (source) => {
      const { text, from } = normalOf(source)
      expect(from).toHaveLength(text.length + 1)
      expect(from.every((place, index) => index === 0 || place >= (from[index - 1] ?? 0))).toBe(true)
      expect(text).toBe(normalOf(text).text)
    }),
  )
})
