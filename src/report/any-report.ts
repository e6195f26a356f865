import fc from 'fast-check'
import type { Format } from '../format'
import { allTables, cellsOf, enteredCells, type Cell } from './cells'
import { readFigure } from './figures'
import { mapCells, mapFees } from './reading'
import type { Part, Report } from './report'
import { yearsOf } from './years'

/** Any character of Unicode but half of a surrogate pair. */
const character = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code))

const nasty = [
  '"',
  "'",
  '\\',
  '\n',
  '\r\n',
  '\t',
  '😀',
  '👨‍👩‍👧',
  '<b>&amp;',
  '__proto__',
  'constructor',
  '=1+1',
  '\u2028',
  '\u0000',
  '\ufffd',
]
const words = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: character, maxLength: 40 }),
  fc.constant('示例文字'),
)

const figure = ({ unit }: Cell) =>
  unit === 'count'
    ? fc.nat({ max: 999_999_999 })
    : unit === 'change'
      ? fc.integer({ min: -999_999_999, max: 999_999_999 })
      : fc.stringMatching(/^(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?$/)

const partsOf = (one: Format, id: string): fc.Arbitrary<Part[]> => {
  const aspects = one.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'subsections' && block.id === id ? block.aspects.map((aspect) => aspect.id) : [],
    ),
  )
  const aspect = fc.constantFrom(null, ...aspects)
  return fc.uniqueArray(
    fc.record({ id: fc.stringMatching(/^[a-z][A-Za-z0-9_-]{0,20}$/), aspect, heading: words, text: words }),
    {
      maxLength: 4,
      selector: ({ id }) => id,
    },
  )
}

/** Any report that can be filled: figures, blanks, unreadable cells, and every kind of text. */
export const anyReport = (one: Format): fc.Arbitrary<Report> => {
  const cells = enteredCells(one)
  const tables = allTables(one).map(({ id }) => id)
  const value = (cell: Cell) => fc.oneof(fc.constant(null), { weight: 3, arbitrary: figure(cell) })
  return fc
    .record({
      figures: fc.tuple(...cells.map(value)),
      year: fc.integer({ min: yearsOf(one).from, max: yearsOf(one).to }),
      texts: fc.tuple(words, words, words, words, words, words, words),
      rulemaking: fc.boolean(),
      kind: fc.constantFrom('', 'government', 'department', 'township', 'subdistrict', 'other'),
      headings: fc.constantFrom('ownLine' as const, 'runIn' as const),
      place: fc.constantFrom('none' as const, 'end' as const, 'underTitle' as const, 'both' as const),
      signedOn: fc.constantFrom(null, '2024-02-29'),
      signer: fc.option(words.filter((text) => text !== '')),
      overview: partsOf(one, 'overview'),
      improvement: partsOf(one, 'improvement'),
      other: partsOf(one, 'other'),
      notes: fc.dictionary(fc.constantFrom(...tables), words, { maxKeys: 3 }),
      cellNotes: fc.dictionary(fc.constantFrom(...cellsOf(one).keys()), words, { maxKeys: 3 }),
      unread: words,
    })
    .map(({ figures, texts, signer, place, unread, kind, rulemaking, ...rest }) => {
      const [name, title, address, postcode, phone, email, preface] = texts
      const at = new Map(cells.map((cell, index) => [cell.at, figures[index] ?? null]))
      const typed = Object.fromEntries(
        cells
          .filter(({ at: place, unit }) => at.get(place) === null && readFigure(unread, unit).kind === 'unreadable')
          .map((cell) => [cell.at, unread]),
      )
      return {
        ...rest,
        id: 'r1',
        title,
        preface,
        agency: { name, kind, rulemaking, address, postcode, phone, email },
        cells: mapCells(one, (cell) => at.get(cell.at) ?? null),
        handlingFee: mapFees(one, (cell) => at.get(cell.at) ?? null),
        signature: { name: signer, place },
        typed,
      }
    })
}
