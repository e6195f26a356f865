import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { check, subjectOf } from '../checks/run'
import { format2021 as format } from '../format/2021'
import { enteredCells } from '../report/cells'
import { exampleReport } from '../report/example'
import type { Act } from '../review/event'
import { append, noReview, type Review } from '../review/review'
import { sheetOf, type SheetSource } from './sheet'
import { sheetHtmlOf } from './sheet-html'

const typed = exampleReport(format)
const state = { digest: `sha256:${'a'.repeat(64)}`, reasons: `sha256:${'0'.repeat(64)}` }
const before = { ...state, digest: `sha256:${'b'.repeat(64)}` }
const noon = (day: number): number => new Date(2026, 0, day, 12).getTime()
const reviewed = (...acts: readonly (readonly [string, Act])[]): Review =>
  acts.reduce((review, [by, act], index) => append(review, by, noon(1 + index), act), noReview)
const send = (version: number, about = state): Act => ({ kind: 'send', version, text: '', ...about })
const approve = (about = state): Act => ({ kind: 'approve', text: '', ...about })
const giveBack = (about = state): Act => ({ kind: 'return', text: '漏一件', ...about })

const plain: SheetSource = {
  format,
  typed,
  findings: [],
  filled: [],
  review: noReview,
  state,
  final: null,
  now: noon(21),
}

const row = (source: Partial<SheetSource>, label: string): readonly string[] => {
  const found = sheetOf({ ...plain, ...source }).rows.find((one) => one.label === label)
  return found ? [found.summary, ...found.entries.flat().map(({ text }) => text), found.rest].filter(Boolean) : []
}

describe('审核结论', () => {
  test.each<[string, Review, readonly string[]]>([
    ['nobody was asked', noReview, ['尚未审核']],
    ['it waits', reviewed(['王', send(1)]), ['尚未审核']],
    ['it was approved', reviewed(['王', send(1)], ['李', approve()]), ['审核通过　李　2026-01-02 12:00']],
    [
      'two said different things',
      reviewed(['王', send(1)], ['李', approve()], ['张', giveBack()]),
      ['审核通过　李　2026-01-02 12:00', '退回修改　张　2026-01-03 12:00', '漏一件'],
    ],
    [
      'somebody changed his mind',
      reviewed(['王', send(1)], ['李', giveBack()], ['李', approve()]),
      ['审核通过　李　2026-01-03 12:00'],
    ],
    [
      'it changed after it was approved',
      reviewed(['王', send(1, before)], ['李', approve(before)]),
      ['现在的内容尚未审核。', '以下是对改动前内容的结论：', '审核通过　李　2026-01-02 12:00'],
    ],
    ['it changed after it was sent', reviewed(['王', send(1, before)]), ['现在的内容尚未审核。']],
    [
      'it was mended after it came back',
      reviewed(['王', send(1, before)], ['李', giveBack(before)]),
      ['现在的内容尚未审核。以下是对改动前内容的结论：', '退回修改　李　2026-01-02 12:00', '漏一件'],
    ],
    [
      'it was sent once more unchanged',
      reviewed(['王', send(1)], ['李', giveBack()], ['王', send(2)]),
      ['再次送审，尚未审核。以下是再次送审前的结论：', '退回修改　李　2026-01-02 12:00', '漏一件'],
    ],
    [
      'none is needed',
      reviewed(['王', { kind: 'waive', text: '由主任签发' }]),
      ['本单位无需审核　王　2026-01-01 12:00', '由主任签发'],
    ],
  ])('when %s', (_, review, words) => {
    expect(row({ review }, '审核结论')).toEqual(words)
  })
})

test('送审 tells the sending of this content, or the last and that it is another', () => {
  expect(row({}, '送审')).toEqual(['无'])
  expect(row({ review: reviewed(['王', send(1)], ['王', send(2, before)]) }, '送审')).toEqual([
    '王　2026-01-01 12:00　第 1 版',
  ])
  expect(row({ review: reviewed(['', send(3, before)]) }, '送审')).toEqual([
    '未署名　2026-01-01 12:00　第 3 版，此后内容有改动',
  ])
})

test('检查 counts what passed, failed and was let stand, with each reason; 未能核对 lists the rest', () => {
  const findings = check(subjectOf(format, { ...typed, agency: { ...typed.agency, kind: '' } }))
  const [any] = findings
  if (!any) throw new Error('nothing was checked')
  const fault = { ...any, result: 'fail' as const, severity: 'error' as const, message: '不平，差 1' }
  const warning = { ...fault, severity: 'warning' as const, message: '偏多' }
  const acceptance = { check: 'C2', at: [], values: [], reason: '本年集中清理' }
  const stands = { ...warning, message: '多于现行有效', accepted: acceptance }
  const open = { ...any, result: 'open' as const, severity: 'error' as const }
  const unknown = { ...any, result: 'unknown' as const, at: ['overview.a'], message: '2 个数不在表格中' }
  const passed = { ...any, result: 'pass' as const }
  const all = [passed, stands, warning, fault, open, unknown, { ...unknown, at: [] }, { ...unknown, at: [] }]
  expect(row({ findings: all }, '检查')).toEqual([
    '1 项通过，1 处错误，1 处提醒，1 处写明理由，还有内容没有填完',
    '1. 错误：不平，差 1',
    '2. 提醒：偏多',
    '3. 多于现行有效',
    '理由：本年集中清理',
  ])
  expect(row({ findings: all }, '未能核对')).toEqual(['1. 2 个数不在表格中', '2. 没有上年年报，2 项不能核对'])
})

test('what 其余填 0 filled is told by table, its rows named, each cell once', () => {
  const cells = enteredCells(format, 'requests')
  const granted = cells.filter(({ row: one }) => one === 'granted').map(({ at }) => at)
  expect(row({ filled: [...granted, ...granted, 'nowhere', 'licensing.licences.decisions'] }, '其余填 0 的格')).toEqual(
    [
      `由“其余填 0”填的共 ${granted.length + 1} 格`,
      '行政许可　共 1 格',
      `收到和处理政府信息公开申请情况　共 ${granted.length} 格：三、本年度办理结果 （一）予以公开 ${granted.length} 格`,
    ],
  )
  expect(row({ filled: cells.map(({ at }) => at) }, '其余填 0 的格')[1]).toMatch(/格；等 \d+ 行$/)
})

test('未解决的意见 tells who said what, and where', () => {
  const about = { kind: 'comment', digest: state.digest } as const
  const review = reviewed(
    ['李', { ...about, anchor: { kind: 'section', section: 'requests' }, text: '请核对' }],
    ['李', { ...about, anchor: { kind: 'place', at: 'issued.normative.inForce', value: '18' }, text: '附\n清单' }],
    [
      '',
      { ...about, anchor: { kind: 'words', at: 'overview.gone', words: '426条', before: '', after: '' }, text: '何来' },
    ],
    ['张', { ...about, anchor: { kind: 'whole' }, text: '很好' }],
  )
  expect(row({ review }, '未解决的意见')).toEqual([
    '共 4 条',
    '1. 李：请核对',
    '在：三、收到和处理政府信息公开申请情况',
    '2. 李：附 清单',
    '在：行政规范性文件 现行有效件数',
    '3. 未署名：何来',
    '在：已删去的段落“426条”',
    '4. 张：很好',
    '在：全文',
  ])
})

describe('the html of the sheet', () => {
  test('lets in its own style sheet and nothing else', () => {
    const file = sheetHtmlOf(plain)
    const style = /<style>([^]*?)<\/style>/.exec(file)?.[1] ?? ''
    const hash = createHash('sha256').update(style, 'utf8').digest('base64')
    expect(file).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'"`)
    expect(file).not.toMatch(/<script|<link|<img|<a\b|<iframe| style=| on[a-z]+=|href=|src="|url\(|@import/i)
  })

  test('shows whatever anybody wrote as text', () => {
    const nasty = '</style><script>x</script><img src=x onerror=y>'
    const file = sheetHtmlOf({
      ...plain,
      typed: { ...typed, agency: { ...typed.agency, name: nasty } },
      review: reviewed(
        [nasty, { ...send(1), text: nasty } as Act],
        [nasty, { ...approve(), text: nasty } as Act],
        [nasty, { kind: 'comment', digest: state.digest, anchor: { kind: 'whole' }, text: nasty }],
      ),
    })
    expect(file).not.toMatch(/<script|<img/)
    expect(file.match(/<\/style>/g)).toHaveLength(1)
    expect(file.split('&lt;img src=x onerror=y&gt;').length - 1).toBe(8)
  })
})
