import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { exampleReport } from '../report/example'
import { mapCells, reportOf } from '../report/reading'
import type { Report } from '../report/report'
import type { Block, Cell, Table } from './document'
import { documentOf } from './model'

const example = (): Report => reportOf(format2021, exampleReport(format2021))
const blank = (): Report => reportOf(format2021, blankReport(format2021, 2025, blankUnit))
const isTable = (block: Block): block is Table => block.kind === 'table'
const blocksOf = (report: Report, section: string, draft = true): readonly Block[] =>
  documentOf(format2021, report, { draft }).sections.find(({ id }) => id === section)?.blocks ?? []
const cellsIn = (report: Report, draft = true): readonly Cell[] =>
  documentOf(format2021, report, { draft })
    .sections.flatMap(({ blocks }) => blocks.filter(isTable))
    .flatMap(({ rows }) => rows.flat())
const cellAt = (report: Report, address: string, draft = true): Cell | undefined =>
  cellsIn(report, draft).find((cell) => cell.address === address)
const parts = (...headings: readonly string[]): Report['overview'] =>
  headings.map((heading, index) => ({ id: `p${index}`, aspect: null, heading, text: `文字${index}` }))

describe('figures', () => {
  test('keep their digits', () => {
    const typed = exampleReport(format2021)
    typed.cells = mapCells(format2021, ({ at }) => (at === 'fees.charges.amount' ? '676.10' : '7'))
    expect(cellAt(reportOf(format2021, typed), 'fees.charges.amount')?.text).toBe('676.10')
  })

  test('that are blank are gaps in a draft and nothing in a finished report, never 0', () => {
    for (const draft of [true, false]) {
      const cells = cellsIn(blank(), draft).filter(({ address }) => address !== undefined)
      expect(cells).toHaveLength(6 + 1 + 2 + 1 + 175 + 15)
      expect(new Set(cells.map(({ text }) => text))).toEqual(new Set(['']))
      expect(cells.every(({ gap }) => gap === (draft ? true : undefined))).toBe(true)
    }
  })

  test('make no total while one of its parts is blank', () => {
    const { cells } = example()
    cells['requests']!['granted']!['natural'] = null
    const report = { ...example(), cells }
    for (const at of [
      'requests.granted.natural',
      'requests.granted.total',
      'requests.total.natural',
      'requests.total.total',
    ])
      expect(cellAt(report, at)).toMatchObject({ text: '', gap: true })
    expect(cellAt(report, 'requests.granted.total', false)?.text).toBe('')
    expect(cellAt(report, 'requests.received.total')).toMatchObject({ text: '115', kind: 'total' })
    expect(cellAt(example(), 'requests.total.total')?.text).toBe('112')
  })

  test('that could not be read are gaps', () => {
    const typed = exampleReport(format2021)
    typed.cells['issued']!['rules']!['issued'] = '1.2万'
    expect(cellAt(reportOf(format2021, typed), 'issued.rules.issued')).toMatchObject({ text: '', gap: true })
  })
})

describe('narrative', () => {
  test('numbers headed parts and passes over those without a heading', () => {
    const report = { ...example(), overview: parts('', ...Array.from({ length: 11 }, () => '题')) }
    const headings = blocksOf(report, 'overview').flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    expect(headings.slice(0, 2)).toEqual(['（一）题', '（二）题'])
    expect(headings[10]).toBe('（十一）题')
    expect(blocksOf(report, 'overview')[0]).toEqual({ kind: 'paragraph', text: '文字0', at: 'overview.p0', start: 0 })
  })

  test('gives a single heading no number', () => {
    expect(blocksOf({ ...example(), improvement: parts('', '题') }, 'improvement')[1]).toEqual({
      kind: 'heading',
      text: '题',
      at: 'improvement.p1.heading',
    })
  })

  test('runs headings into their paragraphs with one end mark', () => {
    const report: Report = { ...example(), headings: 'runIn', overview: parts('甲', '乙：', '丙') }
    expect(blocksOf(report, 'overview')).toMatchObject([
      { kind: 'paragraph', lead: '（一）甲。', leadAt: 'overview.p0.heading', text: '文字0' },
      { kind: 'paragraph', lead: '（二）乙：', text: '文字1' },
      { kind: 'paragraph', lead: '（三）丙。', text: '文字2' },
    ])
  })

  test('splits texts at line breaks and changes nothing else', () => {
    const words = fc.stringMatching(/^[一-龥a-z0-9“”<&]( {0,3}[一-龥a-z0-9，。]){0,9}$/)
    const breaks = fc.constantFrom('\n', '\r\n', '\n\n', ' \n\u3000\u3000')
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), breaks, (lines, lineBreak) => {
        const preface = `\u3000${lines.join(lineBreak)}\n`
        const { preface: printed } = documentOf(format2021, { ...example(), preface }, { draft: false })
        expect(printed.map(({ text }) => text)).toEqual(lines)
        expect(printed.map(({ start = 0, text }) => preface.slice(start, start + text.length))).toEqual(lines)
      }),
    )
  })

  test('shows a part without text as a gap in a draft only', () => {
    const report = { ...example(), other: [{ id: 'p', aspect: 'fee', heading: '', text: ' \n' }] }
    expect(blocksOf(report, 'other')).toEqual([{ kind: 'paragraph', text: '', gap: true, at: 'other.p' }])
    expect(blocksOf(report, 'other', false)).toEqual([])
  })
})

test('a long title has the name of the unit on a line of its own; a break that was typed stays', () => {
  const lines = (title: string): readonly string[] =>
    documentOf(format2021, { ...example(), title }, { draft: false }).title.map(({ text }) => text)
  const name = example().agency.name
  expect(lines(`${name}2025年${format2021.title}`)).toEqual([name, `2025年${format2021.title}`])
  expect(lines(`${name}2025年报`)).toEqual([`${name}2025年报`])
  expect(lines(`${name}2025年\n${format2021.title}`)).toEqual([`${name}2025年`, format2021.title])
  const title = ` ${name}  2025年${format2021.title}`
  const printed = documentOf(format2021, { ...example(), title }, { draft: false }).title
  expect(printed.map(({ start = 0, text }) => title.slice(start, start + text.length))).toEqual([
    name,
    `2025年${format2021.title}`,
  ])
})

test('the signature stands where it was asked for, the date only where there is one', () => {
  const signed = (place: Report['signature']['place'], name: string | null, signedOn: string | null) => {
    const { underTitle, end } = documentOf(
      format2021,
      { ...example(), signedOn, signature: { place, name } },
      { draft: true },
    )
    return { underTitle, end }
  }
  const own = {
    name: { text: '示例市数据管理局', at: 'agency.name' },
    date: { text: '2026年1月20日', at: 'signedOn' },
  }
  expect(signed('both', null, '2026-01-20')).toEqual({ underTitle: own, end: own })
  expect(signed('end', '甲', null)).toEqual({
    underTitle: null,
    end: { name: { text: '甲', at: 'signature.name' }, date: null },
  })
  expect(signed('none', '甲', '2026-01-20')).toEqual({ underTitle: null, end: null })
})
