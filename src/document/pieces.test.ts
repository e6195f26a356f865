import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { piecesOf, type Piece } from './pieces'

const textOf = (pieces: readonly Piece[], kind: Piece['kind']): string =>
  pieces
    .filter((piece) => piece.kind === 'same' || piece.kind === kind)
    .map(({ text }) => text)
    .join('')

const sentence = fc.oneof(
  fc.constantFrom('本年新收申请115件。', '办结112件；', '无。', '\n', '收到38件，', 'https://a.b/c?d;e', '𠮷𠮷'),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const text = fc.array(sentence, { maxLength: 8 }).map((all) => all.join(''))

test('what is the same and what was removed is the first text, with what was added the second', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = piecesOf(before, after)
      expect(textOf(pieces, 'removed')).toBe(before)
      expect(textOf(pieces, 'added')).toBe(after)
      expect(pieces.every((piece) => piece.text !== '')).toBe(true)
    }),
  )
})

describe('a reader sees', () => {
  const shown = (before: string, after: string): string =>
    piecesOf(before, after)
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}]` : `[+${text}]`))
      .join('')

  test.each([
    ['a number whole', '本年受理38件。', '本年受理39件。', '本年受理[-38][+39]件。'],
    ['a number in Chinese whole', '受理十二件申请。', '受理十三件申请。', '受理[-十二][+十三]件申请。'],
    ['money whole', '收取312.5元。', '收取312.8元。', '收取[-312.5][+312.8]元。'],
    [
      'a sentence that was put in',
      '办结112件。没有其他事项。',
      '办结112件。结转8件。没有其他事项。',
      '办结112件。[+结转8件。]没有其他事项。',
    ],
    ['a sentence that was written anew', '无其他事项。', '已印发办法并公布。', '[-无其他事项。][+已印发办法并公布。]'],
    ['nothing where nothing changed', '无。', '无。', '无。'],
    ['a text that was blank', '', '无。', '[+无。]'],
  ])('%s', (_, before, after, expected) => {
    expect(shown(before, after)).toBe(expected)
  })
})

test('two long texts with nothing in common are each whole', () => {
  const before = Array.from({ length: 20_000 }, (_, index) => `甲${index}。`).join('')
  const after = Array.from({ length: 20_000 }, (_, index) => `乙${index}！`).join('')
  expect(piecesOf(before, after)).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])
})

test('a long sentence that differs everywhere is whole', () => {
  const before = '甲乙'.repeat(40_000)
  const after = '丙丁'.repeat(40_000)
  expect(piecesOf(before, after)).toHaveLength(2)
})
