import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatForYear } from '../format'
import { digestOf, shortCode } from '../report/digest'
import { exampleReport } from '../report/example'
import { reportOf } from '../report/reading'
import { toExchange } from '../report/schema'
import { reasonsDigest, type Act } from './event'
import { writeFile, type Beside } from './file'
import { append, noReview, type Review } from './review'
import { readCode, verify } from './verify'

const format = formatForYear(2025)!
const example = reportOf(format, exampleReport(format))
const digest = digestOf(format.id, toExchange(example))
const state = { digest, reasons: reasonsDigest([]) }
const code = shortCode(digest)
const review = (...acts: readonly Act[]): Review =>
  acts.reduce((one, act, index) => append(one, '李审核', Date.UTC(2026, 0, 10 + index), act), noReview)
const send = (version: number): Act => ({ kind: 'send', version, text: '', ...state })
const file = (beside: Partial<Beside> = {}): string =>
  writeFile(format, example, { filled: [], accepted: [], review: noReview, final: null, ...beside })

describe('a code as it was read from paper', () => {
  const anyDigest = fc
    .tuple(fc.bigInt({ min: 0n, max: (1n << 40n) - 1n }), fc.constantFrom('0', 'f'))
    .map(([bits, rest]) => `sha256:${bits.toString(16).padStart(10, '0')}${rest.repeat(54)}`)

  /** What a hand or an input method makes of a letter. */
  const spelt = (letter: string): fc.Arbitrary<string> => {
    const ways = [letter, letter.toLowerCase()]
    if (letter === '0') ways.push('O', 'o')
    if (letter === '1') ways.push('I', 'l', 'L', 'i')
    const wide = (one: string): string => String.fromCharCode(one.charCodeAt(0) + 0xfee0)
    return fc.constantFrom(...ways, ...ways.map(wide))
  }

  const between = fc.constantFrom('', '', '', '-', '－', '—', '–', ' ', '\u3000', ' - ', '\t')

  test('is known however it is spelt, spaced and led in', () => {
    const decorated = anyDigest.chain((one) =>
      fc
        .tuple(
          fc.constantFrom('', '校验码 ', '校验码：', '校验短码 ', '  '),
          fc.tuple(...[...shortCode(one).replace('-', '')].map((letter) => fc.tuple(spelt(letter), between))),
          fc.constantFrom('', '。', '\n'),
        )
        .map(([before, letters, after]) => [one, `${before}${letters.flat().join('')}${after}`] as const),
    )
    fc.assert(
      fc.property(decorated, ([one, text]) => {
        expect(readCode(text)).toBe(shortCode(one))
      }),
    )
  })

  test.each(['', '   ', '7K3M', '7K3M-9QX', '7K3M-9QXZ7', '7K3M-9QXU', '7K3M-9Q政Z', '校验码', digest])(
    'is none: “%s”',
    (text) => {
      expect(readCode(text)).toBeUndefined()
    },
  )
})

describe('a file and a code', () => {
  test('agree: which report it is, and how it stood', () => {
    const final = { at: '2026-01-20T08:00:00Z', digest }
    const approved = review(send(1), send(2), { kind: 'approve', text: '同意', ...state })
    expect(verify(file({ final, review: approved }), ` ${code.toLowerCase().replace('-', '')} `)).toEqual({
      kind: 'same',
      about: {
        unit: '示例市数据管理局',
        year: 2025,
        title: format.title,
        code,
        isWhole: true,
        final,
        version: 2,
        approvals: [expect.objectContaining({ kind: 'approve', by: '李审核', text: '同意' })],
        waiver: undefined,
      },
    })
  })

  test('agree on a draft that was never sent', () => {
    expect(verify(file(), code)).toMatchObject({
      kind: 'same',
      about: { final: null, version: undefined, approvals: [], waiver: undefined },
    })
  })

  test('agree, and the file says that no approval was needed', () => {
    const waived = review({ kind: 'waive', text: '一人办公的小单位，由主任签发' })
    expect(verify(file({ review: waived }), code)).toMatchObject({ about: { waiver: '一人办公的小单位，由主任签发' } })
  })

  test('do not agree: the file’s own code is told', () => {
    const other = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`
    expect(verify(file(), other)).toMatchObject({ kind: 'other', about: { code, isWhole: true } })
  })

  test('do not agree when the file was changed since, with the code of what stands in it now', () => {
    const changed = file().replace('"natural": 38', '"natural": 39')
    expect(changed).not.toBe(file())
    const found = verify(changed, code)
    expect(found).toMatchObject({ kind: 'other', about: { isWhole: false } })
    if (found.kind !== 'other') throw new Error('not compared')
    expect(found.about.code).not.toBe(code)
    expect(verify(changed, found.about.code)).toMatchObject({ kind: 'same', about: { isWhole: false } })
  })

  test('agree by the content alone, whatever digest the file states', () => {
    const forged = file().replace(digest, `sha256:${'0'.repeat(64)}`)
    expect(verify(forged, code)).toMatchObject({ kind: 'same', about: { isWhole: false } })
    expect(verify(forged, '0000-0000')).toMatchObject({ kind: 'other' })
  })

  test('are not compared while the code is none, and the sentence says how much of it there is', () => {
    expect(verify(file(), '7K3M-9Q')).toEqual({
      kind: 'noCode',
      message: '校验码是 8 个字母和数字，现在有 6 个，请照纸上的填全。',
    })
    expect(verify(file(), '')).toEqual({ kind: 'noCode', message: '请填印在页脚的校验码，8 个字母和数字。' })
    expect(verify(file(), '7K3M-9QXU')).toEqual({
      kind: 'noCode',
      message: '校验码里没有“U”，请对照纸上再看一遍。',
    })
  })

  test('are not compared where the file is no report, with the reader’s sentence; a page is told apart', () => {
    expect(verify('{}', code)).toEqual({
      kind: 'unreadable',
      message: '文件不是年报文件，请选择由本程序导出的 .json 文件。',
    })
    expect(verify('\ufeff <!doctype html><p>', code)).toEqual({
      kind: 'unreadable',
      message: '这是网页文件，不能核验。请选择同一份年报的 JSON 文件（在“预览与导出”里导出）。',
    })
  })
})
