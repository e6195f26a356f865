import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatForYear, formats } from '../format'
import type { Format } from '../format'
import { allTables, cellsOf, enteredCells, type Cell } from '../report/cells'
import { digestOf, shortCode } from '../report/digest'
import { exampleReport } from '../report/example'
import { fileSchema, fileType, readFile, writeFile, type Beside } from './file'
import { mapCells, mapFees, reportOf } from '../report/reading'
import type { Part, Report } from '../report/report'
import { toExchange } from '../report/schema'
import { append, noReview } from './review'

/** Any character of Unicode but half of a surrogate pair. */
const character = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code))

const format = formatForYear(2025)!
const beside: Beside = { filled: [], accepted: [], review: noReview, final: null }
const example = reportOf(format, exampleReport(format))

const opened = (text: string) => {
  const result = readFile(text)
  if (!result.ok) throw new Error(result.problem.message)
  return result
}

const toldOf = (text: string): readonly string[] => opened(text).told.map(({ message }) => message)

/** Any object of a parsed file, loosely, to be spoilt by a test. */
interface Loose {
  [key: string]: Loose
}

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
  fc.constant('本年新收'),
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
  return fc.array(
    fc.record({ id: fc.stringMatching(/^[a-z][A-Za-z0-9_-]{0,20}$/), aspect, heading: words, text: words }),
    {
      maxLength: 4,
    },
  )
}

/** Any report that can be filled: figures, blanks, unreadable cells, and every kind of text. */
const anyReport = (one: Format): fc.Arbitrary<Report> => {
  const cells = enteredCells(one)
  const tables = allTables(one).map(({ id }) => id)
  const value = (cell: Cell) => fc.oneof(fc.constant(null), { weight: 3, arbitrary: figure(cell) })
  return fc
    .record({
      figures: fc.tuple(...cells.map(value)),
      year: fc.integer({ min: one.years.from, max: one.years.to ?? 2999 }),
      texts: fc.tuple(words, words, words, words, words, words, words),
      rulemaking: fc.boolean(),
      kind: fc.constantFrom('', 'government', 'department', 'township', 'subdistrict', 'other'),
      headings: fc.constantFrom('ownLine' as const, 'runIn' as const),
      place: fc.constantFrom('none' as const, 'end' as const, 'underTitle' as const, 'both' as const),
      signedOn: fc.constantFrom(null, '2024-02-29'),
      signer: fc.option(words),
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
        cells.filter((cell) => at.get(cell.at) === null).map((cell) => [cell.at, unread]),
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

describe('the report’s own file', () => {
  test.each(formats.map((one) => [one.id, one] as const))(
    'gives back every figure, digit and word of a report in the format %s',
    (_, one) => {
      fc.assert(
        fc.property(anyReport(one), (report) => {
          const { value, told } = opened(writeFile(one, report, beside))
          expect(value.report).toEqual(report)
          expect(value.format).toBe(one)
          expect(told).toEqual([])
        }),
        { numRuns: 60 },
      )
    },
    30_000,
  )

  test('gives back what stands beside the report', () => {
    const full: Beside = {
      filled: ['requests.granted.research'],
      accepted: [{ check: 'C2', at: ['issued.rules.issued'], values: ['3', '2'], reason: '年内集中清理过一次文件' }],
      review: append(noReview, '李审核', 1_000, {
        kind: 'comment',
        digest: digestOf('2021', toExchange(example)),
        anchor: { kind: 'whole' },
        text: '请核对',
      }),
      final: { at: '2026-01-20T08:00:00Z', digest: digestOf('2021', toExchange(example)) },
    }
    expect(opened(writeFile(format, example, full)).value).toMatchObject(full)
  })

  test('is a draft again, and says so, when its content is not what was made final', () => {
    const final = { at: '2026-01-20T08:00:00Z', digest: digestOf('2021', toExchange({ ...example, preface: '旧' })) }
    const { value, told } = opened(writeFile(format, example, { ...beside, final }))
    expect(value.final).toBeNull()
    expect(told.map(({ message }) => message).join()).toContain('已作为草稿读入')
  })

  test('is a draft, and says so, when it is marked final and a cell is blank, whatever its digest', () => {
    const requests = example.cells['requests'] ?? {}
    const cells = { ...example.cells, requests: { ...requests, granted: { ...requests['granted'], natural: null } } }
    const blank = { ...example, cells }
    const final = { at: '2026-01-20T08:00:00Z', digest: digestOf('2021', toExchange(blank)) }
    const { value, told } = opened(writeFile(format, blank, { ...beside, final }))
    expect(value.final).toBeNull()
    expect(told.map(({ message }) => message).join()).toContain('已作为草稿读入')
  })

  test('a reason or a final mark that cannot be read is left out and told, and costs nothing else', () => {
    const file = JSON.parse(writeFile(format, example, beside)) as Record<string, unknown>
    const kept = { check: 'C2', at: ['issued.rules.issued'], values: ['3'], reason: '年内集中清理过一次文件' }
    const broken = { ...file, accepted: [{ check: 'C2' }, kept, 7], final: '已定稿' }
    const { value, told } = opened(JSON.stringify(broken))
    expect(value.accepted).toEqual([kept])
    expect(value.final).toBeNull()
    expect(value.report).toEqual(example)
    expect(told.map(({ message }) => message).join()).toMatch(/2 条理由读不出.*定稿标记读不出/)
  })

  test('has the shape that is published, and says the same when written twice', () => {
    const text = writeFile(format, example, beside)
    const file = JSON.parse(text) as Loose
    expect(file).toMatchObject({ type: fileType, version: 1, format: '2021', final: null })
    expect(fileSchema(format).safeParse(file).error).toBeUndefined()
    expect(file['digest']).toBe(digestOf('2021', toExchange(example)))
    expect(shortCode(String(file['digest']))).toMatch(/^.{4}-.{4}$/)
    expect(JSON.parse(writeFile(format, opened(text).value.report, beside))).toEqual(file)
    expect(writeFile(format, example, { ...beside, filled: ['a'] })).toContain(String(file['digest']))
  })

  test('states the totals, a provisional one as null', () => {
    const one = { ...example, cells: { ...example.cells, requests: { ...example.cells['requests'] } } }
    one.cells.requests['granted'] = { ...one.cells.requests['granted'], research: null }
    const totals = (JSON.parse(writeFile(format, one, beside)) as Loose)['totals']
    expect(totals?.['requests']?.['received']).toEqual({ total: 115 })
    expect(totals?.['requests']?.['granted']).toEqual({ total: null })
    expect(totals?.['requests']?.['total']).toMatchObject({ natural: 86, research: null, total: null })
    expect(totals?.['disputes']?.['cases']).toEqual({ reviewTotal: 5, directTotal: 2, afterReviewTotal: 2 })
    expect(opened(writeFile(format, one, beside)).value.stated.get('requests.received.total')).toBe(115)
  })

  test('holds no half character, and is read behind a byte order mark', () => {
    const text = writeFile(format, { ...example, preface: '甲\ud800' }, beside)
    expect(opened(text).value.report.preface).toBe('甲\ufffd')
    expect(toldOf(`\ufeff${text}`)).toEqual([])
  })
})
