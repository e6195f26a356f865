import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { blankReport, blankUnit } from '../report/blank'
import { exampleReport } from '../report/example'
import { reportOf } from '../report/reading'
import type { Report } from '../report/report'
import { writeHtml } from './html'
import { documentOf } from './model'
import { cellGap, draftWord } from './words'

const example = (): Report => reportOf(format2021, exampleReport(format2021))
const html = (report: Report, draft = false): string => writeHtml(documentOf(format2021, report, { draft }))

const known = new Set(
  'html head meta title style body main header section h1 h2 h3 p br span strong sup div table colgroup col thead tbody tr th td'.split(
    ' ',
  ),
)

/** The tags of a file, without the style sheet's text. */
const tagsOf = (file: string): readonly string[] =>
  file.replace(/<style>[^]*?<\/style>/, '<style></style>').match(/<[^>]*>?/g) ?? []

const textOf = (file: string): string =>
  file
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<br>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')

const shapeOf = (file: string): string =>
  tagsOf(file)
    .join('')
    .replace(/ class="[^"]*"/g, '')

describe('the html file', () => {
  test('lets in its own style sheet and nothing else', () => {
    const file = html(example())
    const style = /<style>([^]*?)<\/style>/.exec(file)?.[1] ?? ''
    expect(style).toContain('@page')
    expect(file.match(/<style/g)).toHaveLength(1)
    const hash = createHash('sha256').update(style, 'utf8').digest('base64')
    expect(file).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'"`)
    expect(file.indexOf('Content-Security-Policy')).toBeLessThan(file.indexOf('<style'))
    expect(file).not.toMatch(/<script|<link|<img|<a\b|<iframe| style=| on[a-z]+=|href=|src="|url\(|@import/i)
  })

  test('balances its tags and uses known ones only', () => {
    const open: string[] = []
    for (const tag of tagsOf(html(example(), true)).slice(1)) {
      const [, end, name = ''] = /^<(\/?)([a-z0-9]+)/.exec(tag) ?? []
      expect(known).toContain(name)
      if (end === '/') expect(open.pop()).toBe(name)
      else if (!['meta', 'br', 'col'].includes(name)) open.push(name)
    }
    expect(open).toEqual([])
  })

  test('shows any text in any field as that text', () => {
    const nasty = fc.oneof(
      fc.constantFrom(
        '</style><script>x</script>',
        '<img src=x onerror=y>',
        '"><b>',
        '&lt;',
        "' onclick='",
        ']]>',
        '<!--',
      ),
      fc.string({ minLength: 1, maxLength: 30 }).filter((text) => /^[!-~](?:[ -~]*[!-~])?$/.test(text)),
    )
    const with_ = (text: string): Report => {
      const report = example()
      const part = { id: 'p', aspect: null, heading: text, text }
      return {
        ...report,
        title: text,
        preface: text,
        overview: [part, part],
        improvement: [part],
        other: [part],
        agency: { ...report.agency, name: text },
        notes: { requests: text },
        cellNotes: { 'requests.granted.total': text },
        signature: { name: text, place: 'both' },
      }
    }
    const plain = shapeOf(html(with_('x')))
    fc.assert(
      fc.property(nasty, (text) => {
        const file = html(with_(text))
        expect(shapeOf(file).replace(/<\/?span>/g, '')).toBe(plain)
        // title element, title, preface, 4 parts' headings and texts, note, cell's note, two signatures
        expect(textOf(file).split(text).length - 1).toBeGreaterThanOrEqual(15)
      }),
    )
  })

  test('marks a draft and nothing else as one', () => {
    const mark = `<p class="draft-mark">${draftWord}</p>`
    expect(html(example(), true)).toContain(mark)
    expect(html(example(), true)).toContain('<body class="draft">')
    expect(textOf(html(example(), true))).toContain(draftWord)
    expect(textOf(html(example()))).not.toContain(draftWord)
    expect(html(example())).not.toContain('class="draft')
    expect(html(example())).toContain(`content: '${draftWord}'`)
  })

  test('marks what is blank in a draft', () => {
    const blank = reportOf(format2021, blankReport(format2021, 2025, blankUnit))
    expect(
      html(blank, true).match(new RegExp(`<td class="figure"[^>]*><span class="gap">${cellGap}</span></td>`, 'g')),
    ).toHaveLength(10 + 144 + 12)
    expect(html(blank, true)).not.toMatch(/<td class="figure"[^>]*>0</)
    expect(html(blank)).not.toContain('class="gap"')
  })

  test('has heads that say what they are over', () => {
    const file = html(example())
    expect(file.match(/<thead>/g)).toHaveLength(2)
    expect(file.match(/<tbody>/g)).toHaveLength(4 + 1 + 1)
    expect(file).toContain('<th class="label left narrow" scope="row" rowspan="22">')
    expect(file).toContain('<th class="head center" scope="col" colspan="7">')
    // By the algorithm of HTML a scope of a group reaches to the end of its tbody or colgroup.
    const groups = file.match(/.*scope="[a-z]+group".*/g) ?? []
    expect(groups).toHaveLength(4)
    for (const row of groups) expect(file).toContain(`<tbody>\n${row}`)
    expect(file).toContain('<th class="caption left" scope="rowgroup" colspan="4">')
  })

  test('sets long figures smaller and never breaks them', () => {
    const typed = exampleReport(format2021)
    typed.cells['requests']!['received']!['natural'] = '1234567'
    typed.cells['fees']!['charges']!['amount'] = '999999999999.123456'
    const file = html(reportOf(format2021, typed))
    expect(file).toContain('<td class="figure f75">1234567</td>')
    expect(file).toContain('999999999999.123456</td>')
    expect(file).toMatch(/\.figure \{[^}]*white-space: nowrap/)
    expect(file).toContain('.f75{font-size:7.5pt}')
  })
})
