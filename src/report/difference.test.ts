import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { applyDifference, changesOf, differenceOf } from './difference'
import { exampleReport } from './example'
import type { Part, TypedReport } from './report'

const example = exampleReport(format2021)
const text = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('', '0', '38', '一。二。', '<b>'))
const id = fc.oneof(fc.constantFrom('a', 'b', 'c', '__proto__', 'a#1', '1'), fc.string({ maxLength: 3 }))

const part: fc.Arbitrary<Part> = fc.record({
  id,
  aspect: fc.constantFrom(null, 'management', 'other'),
  heading: text,
  text,
})
const parts = fc.array(part, { maxLength: 5 })
const notes = fc.dictionary(fc.oneof(fc.constantFrom('requests', '__proto__', 'constructor', 'a.b'), text), text, {
  maxKeys: 3,
})

/** Any state of a report: what may stand where, stands there, and cells are now and then others. */
const report: fc.Arbitrary<TypedReport> = fc
  .record({
    year: fc.integer({ min: 2019, max: 2030 }),
    title: text,
    agency: fc.record({
      name: text,
      kind: text,
      rulemaking: fc.boolean(),
      address: text,
      postcode: text,
      phone: text,
      email: text,
    }),
    preface: text,
    signedOn: text,
    headings: fc.constantFrom('ownLine' as const, 'runIn' as const),
    overview: parts,
    improvement: parts,
    other: parts,
    notes,
    cellNotes: notes,
    signature: fc.record({ name: text, place: fc.constantFrom('none' as const, 'end' as const, 'both' as const) }),
    handlingFee: fc.record({ notices: text, billed: text, paid: text, collected: text }),
    natural: text,
    business: text,
  })
  .map(({ natural, business, ...rest }) => {
    const granted = { ...example.cells['requests']?.['granted'], natural, business }
    const requests = { ...example.cells['requests'], granted }
    return { ...example, ...rest, cells: { ...example.cells, requests } }
  })

describe('the difference of two states', () => {
  test('applied to the first gives the second', () => {
    fc.assert(
      fc.property(report, report, (a, b) => {
        expect(applyDifference(a, differenceOf(a, b))).toEqual(b)
      }),
    )
  })

  test('stays so when it went through a file', () => {
    fc.assert(
      fc.property(report, report, (a, b) => {
        const stored: unknown = JSON.parse(JSON.stringify(differenceOf(a, b)))
        expect(applyDifference(a, stored as ReturnType<typeof differenceOf>)).toEqual(b)
      }),
    )
  })

  test('is empty for the same state, and only then', () => {
    fc.assert(
      fc.property(report, report, (a, b) => {
        expect(differenceOf(a, a)).toEqual([])
        expect(changesOf(format2021, a, a)).toEqual([])
        const isEqual = JSON.stringify(a) === JSON.stringify(b)
        if (!isEqual && differenceOf(a, b).length === 0) expect(a).toEqual(b)
      }),
    )
  })

  test('shows every change of it', () => {
    fc.assert(
      fc.property(report, report, (a, b) => {
        const shown = changesOf(format2021, a, b)
        for (const change of differenceOf(a, b))
          if (change.kind === 'value') {
            const at = (change.path[0] === 'cells' ? change.path.slice(1) : change.path).join('.')
            expect(shown.some((one) => one.at === at)).toBe(true)
          } else if (change.kind === 'part') {
            const at = `${change.list}.${(change.after ?? change.before)?.id}`
            expect(shown.some((one) => one.at === at || one.at === `${at}.heading`)).toBe(true)
          }
      }),
    )
  })
})

describe('what is shown', () => {
  const withCell = (value: string): TypedReport => ({
    ...example,
    cells: {
      ...example.cells,
      requests: {
        ...example.cells['requests'],
        granted: { ...example.cells['requests']?.['granted'], natural: value },
      },
    },
  })

  test('of a cell is its label and both states', () => {
    expect(changesOf(format2021, example, withCell('39'))).toEqual([
      {
        at: 'requests.granted.natural',
        label: expect.stringContaining('自然人'),
        section: 'requests',
        kind: 'cell',
        before: '38',
        after: '39',
      },
    ])
  })

  test('of a part that is new, gone or moved is told as that', () => {
    const [first, second, ...rest] = example.overview
    if (!first || !second) throw new Error('no parts')
    const moved = changesOf(format2021, example, { ...example, overview: [second, first, ...rest] })
    expect(moved).toMatchObject([{ kind: 'order', section: 'overview' }])
    const gone = changesOf(format2021, example, { ...example, overview: [second, ...rest] })
    expect(gone).toMatchObject([{ at: `overview.${first.id}`, after: undefined }])
    const fresh = { id: 'new', aspect: null, heading: '其他', text: '新写的一段。' }
    const added = changesOf(format2021, example, { ...example, overview: [...example.overview, fresh] })
    expect(added).toMatchObject([{ at: 'overview.new', before: undefined, after: '其他\n新写的一段。' }])
  })

  test('of a choice is its label', () => {
    const other = { ...example, headings: 'runIn' as const, agency: { ...example.agency, kind: 'township' } }
    expect(changesOf(format2021, example, other)).toMatchObject([
      { at: 'agency.kind', before: '政府部门', after: '乡镇人民政府' },
      { at: 'headings', before: '单独成行', after: '与正文同段' },
    ])
  })

  test('comes in the order of the format', () => {
    const both = { ...withCell('39'), preface: '改', signedOn: '2026-01-21' }
    const changed = { ...both, improvement: both.improvement.map((one) => ({ ...one, text: `${one.text}改。` })) }
    const sections = changesOf(format2021, example, changed).map(({ section }) => section)
    expect(sections).toEqual(['', '', 'requests', ...changed.improvement.map(() => 'improvement')])
  })
})
