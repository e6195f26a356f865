import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { exampleReport } from '../report/example'
import { typedTextAt } from '../report/places'
import { reportOf } from '../report/reading'
import type { TypedReport } from '../report/report'
import { writeHtml } from './html'
import { documentOf } from './model'
import { sentencesIn } from './sentences'

const example = (): TypedReport => {
  const report = exampleReport(format2021)
  return {
    ...report,
    preface: '  根据规定编制本报告；现予公布。\n',
    notes: { requests: '说明' },
    cellNotes: { 'requests.granted.total': '口径' },
    signature: { name: '示例市局', place: 'both' },
  }
}
const files = (typed: TypedReport, draft = false) => {
  const document = documentOf(format2021, reportOf(format2021, typed), { draft })
  return { plain: writeHtml(document), anchored: writeHtml(document, { anchored: true }) }
}
const stripped = (file: string): string =>
  file
    .replace(/<style>[^]*?<\/style>\n?/g, '')
    .replace(/<meta http-equiv[^>]*>/, '')
    .replace(/ (data-(at|start|end|section)|tabindex)="[^"]*"/g, '')
    .replace(/<\/?span>/g, '')

describe('a document in which every place can be pointed at', () => {
  test('is the printed one but for the pointers', () => {
    for (const headings of ['ownLine', 'runIn'] as const)
      for (const draft of [true, false]) {
        const { plain, anchored } = files({ ...example(), headings }, draft)
        expect(stripped(anchored)).toBe(stripped(plain))
        expect(plain).not.toMatch(/data-at|tabindex="-1"/)
      }
  })

  test('has its tables in boxes that Tab comes to only where no cell can be pointed at', () => {
    const { plain, anchored } = files(example())
    expect(
      plain.match(/<div class="sideways" role="group" tabindex="0" aria-labelledby="[^"]+">\n<table/g),
    ).toHaveLength(3)
    expect(anchored.match(/<div class="sideways" role="group" aria-labelledby="[^"]+">\n<table/g)).toHaveLength(3)
    expect(anchored).not.toContain('tabindex="0"')
  })

  test('lets in its two style sheets and nothing else', () => {
    const { anchored } = files(example())
    const hashes = [...anchored.matchAll(/<style>([^]*?)<\/style>/g)].map(
      ([, style = '']) => `'sha256-${createHash('sha256').update(style, 'utf8').digest('base64')}'`,
    )
    expect(hashes).toHaveLength(2)
    expect(anchored).toContain(`content="default-src 'none'; style-src ${hashes.join(' ')}"`)
    expect(anchored).not.toMatch(/<script| style=| on[a-z]+=|href=|src=/i)
  })

  test('says of each sentence where it stands in what was typed', () => {
    const typed = example()
    const { anchored } = files(typed)
    const spans = [...anchored.matchAll(/data-at="([^"]*)" data-start="(\d+)" data-end="(\d+)"[^>]*>([^<]*)</g)]
    expect(spans.length).toBeGreaterThan(20)
    for (const [, at = '', start, end, words] of spans)
      expect(typedTextAt(format2021, typed, at)?.slice(Number(start), Number(end))).toBe(words)
  })

  test('points at cells, totals, headings, notes, signature and sections', () => {
    const { anchored } = files(example())
    const at = [...anchored.matchAll(/data-at="([^"]*)"/g)].map(([, address = '']) => address)
    expect(at).toEqual(
      expect.arrayContaining([
        'title',
        'preface',
        'requests.total.total',
        'issued.normative.inForce',
        'notes.requests',
        'cellNotes.requests.granted.total',
        'signature.name',
        'signedOn',
      ]),
    )
    expect(at.filter((address) => address.endsWith('.heading')).length).toBeGreaterThan(3)
    expect([...anchored.matchAll(/data-section="([^"]*)"/g)].map(([, id]) => id)).toEqual(
      format2021.sections.map(({ id }) => id),
    )
  })
})

describe('sentences', () => {
  test('end at their marks, a semicolon too, closing quotes with them', () => {
    const cut = (text: string): readonly string[] => sentencesIn(text).map(({ start, end }) => text.slice(start, end))
    expect(cut('一是甲；二是乙。“丙！”丁')).toEqual(['一是甲；', '二是乙。', '“丙！”', '丁'])
    expect(cut('见http://a.cn/?b=1;c 处。')).toEqual(['见http://a.cn/?b=1;c 处。'])
    expect(cut('3.5件')).toEqual(['3.5件'])
  })

  test('tile any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('甲', '。', '；', '!', '”', ' ', '1', '𠮷') }), (text) => {
        const found = sentencesIn(text)
        expect(found.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        expect(found.every(({ start, end }) => end > start)).toBe(true)
      }),
    )
  })
})
