import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { format2021 } from '../format/2021'
import { shortCode } from '../report/digest'
import { exampleReport } from '../report/example'
import { reportOf } from '../report/reading'
import { append, noReview, type Review } from '../review/review'
import type { Act } from '../review/event'
import { cssString, footOf, footText, versionOf } from './foot'
import { writeHtml } from './html'
import { documentOf } from './model'

const hex = (letter: string): string => `sha256:${letter.repeat(64)}`
const state = { digest: hex('a'), reasons: hex('0') }
const other = { digest: hex('b'), reasons: hex('0') }
const noon = (day: number): number => new Date(2026, 0, day, 12).getTime()
const with_ = (...acts: readonly Act[]): Review =>
  acts.reduce((review, act, index) => append(review, '王填报', noon(1) + index, act), noReview)

const send = (version: number, about = state): Act => ({ kind: 'send', version, text: '', ...about })
const waive: Act = { kind: 'waive', text: '一人办公的小单位，由主任签发' }

describe('the version of a printed copy', () => {
  test.each<[string, Review, string]>([
    ['was never sent', noReview, '未送审'],
    ['is what was sent', with_(send(1, other), send(2)), '第 2 版'],
    ['was sent twice', with_(send(1), send(2)), '第 2 版'],
    ['was sent, then something else was', with_(send(1), send(2, other)), '第 1 版'],
    ['has changed since it was sent', with_(send(1, other), send(2, other)), '第 2 版后有改动'],
    ['has other reasons than those sent', with_(send(1, { ...state, reasons: hex('1') })), '第 1 版后有改动'],
    ['needs no approval', with_(send(1), waive), ''],
    ['needs an approval again', with_(send(1), waive, { kind: 'require', text: '' }), '第 1 版'],
  ])('when it %s', (_, review, words) => {
    expect(versionOf(review, state)).toBe(words)
  })
})

describe('the foot', () => {
  test('of a draft has the day on which it is printed', () => {
    expect(footOf(with_(send(2)), state, { final: null, now: noon(18) })).toEqual({
      version: '第 2 版',
      date: '2026-01-18',
      code: shortCode(state.digest),
    })
  })

  test('of a final copy has the day on which that was made, whenever it is printed', () => {
    const final = { at: new Date(noon(20)).toISOString(), digest: state.digest }
    const foot = footOf(with_(send(2)), state, { final, now: noon(30) })
    expect(footText(foot)).toBe(`第 2 版　定稿 2026-01-20　校验码 ${shortCode(state.digest)}`)
    expect(footText(footOf(with_(waive), state, { final, now: noon(30) }))).toBe(
      `定稿 2026-01-20　校验码 ${shortCode(state.digest)}`,
    )
    // Approved without having been sent: that it is final says all.
    expect(footOf(noReview, state, { final, now: noon(30) }).version).toBe('')
  })
})

/** What a browser reads of a CSS string, by the rules of CSS Syntax 3. */
const readCss = (string: string): string =>
  string
    .slice(1, -1)
    .replace(/\\([0-9a-f]{1,6}) ?/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))

test('any text is one CSS string that means it, and can end neither the string nor the style', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const string = cssString(text)
      expect(string).toMatch(/^'(?:[ \-0-9A-Za-z\u3000\u4e00-\u9fff]|\\[0-9a-f]{1,6} )*'$/u)
      expect(readCss(string)).toBe(text)
    }),
  )
  expect(cssString(`'}</style>`)).not.toMatch(/.['}<].*'$/)
})

describe('a page with a foot', () => {
  const report = reportOf(format2021, exampleReport(format2021))
  const foot = { version: '第 2 版', date: '2026-01-18', code: '7K3M-9QXZ' }
  const page = (about: typeof foot | null): string =>
    writeHtml(documentOf(format2021, report, { draft: true, foot: about }))
  const styleOf = (file: string): string => /<style>([^]*?)<\/style>/.exec(file)?.[1] ?? ''

  test('has it opposite the page number on both kinds of pages, and once in its text', () => {
    const file = page(foot)
    const style = styleOf(file)
    expect(style).toMatch(/@page :right ?\{\s*@bottom-left ?\{[^}]*content: ?'第 2 版　2026-01-18　校验码 7K3M-9QXZ'/)
    expect(style).toMatch(/@page :left ?\{\s*@bottom-right ?\{[^}]*content: ?'第 2 版　2026-01-18　校验码 7K3M-9QXZ'/)
    expect(file.match(/<p class="foot">第 2 版　2026-01-18　校验码 7K3M-9QXZ<\/p>\n<\/main>/g)).toHaveLength(1)
  })

  test('lets in just this style sheet', () => {
    for (const about of [foot, { ...foot, code: '0000-0000' }, null]) {
      const file = page(about)
      const hash = createHash('sha256').update(styleOf(file), 'utf8').digest('base64')
      expect(file).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'"`)
    }
  })

  test('is without one where none is given', () => {
    expect(page(null)).not.toContain('校验码')
    expect(page(null)).not.toContain('class="foot"')
    expect(styleOf(page(null))).not.toMatch(/@page :right ?\{\s*@bottom-left/)
  })
})
