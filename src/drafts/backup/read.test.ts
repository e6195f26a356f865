import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { format2021 } from '../../format/2021'
import { exampleReport } from '../../report/example'
import { append, noReview } from '../../review/review'
import { readFile, writeFile } from '../../review/file'
import { reportOf } from '../../report/reading'
import { newDraft, type Draft } from '../draft'
import type { Contents } from './contents'
import { backupDigest, writeBackup } from './file'
import { readBackup } from './read'
import { anyContents, draftOf, nothing, start } from './samples'

const example: Draft = {
  ...newDraft(format2021.id, exampleReport(format2021), start),
  review: append(noReview, '李审', start, { kind: 'waive', text: '一人承办，由负责人直接签发' }),
}

const wholeText = (contents: Partial<Contents> = {}): string =>
  writeBackup({ contents: { ...nothing, ...contents }, damaged: [] }, start).text

const opened = (text: string) => {
  const read = readBackup(text)
  if (!read.ok) throw new Error(read.problem.message)
  return read
}

const refusal = (text: string): string => {
  const read = readBackup(text)
  return read.ok ? '' : read.problem.message
}

/** The text of a backup that somebody changed and gave a digest that fits. */
const changed = (
  change: (file: Record<string, unknown>) => Record<string, unknown>,
  contents: Partial<Contents>,
): string => {
  const file = change(JSON.parse(wholeText(contents)) as Record<string, unknown>)
  return JSON.stringify({ ...file, digest: backupDigest(file) })
}

const byKey = (contents: Contents): unknown =>
  Object.fromEntries(
    Object.entries(contents).map(([store, list]) => [
      store,
      [...(list as readonly unknown[])].map((one) => JSON.stringify(one)).sort(),
    ]),
  )

test('what is written is read again: every record as it was, with nothing to tell', () => {
  fc.assert(
    fc.property(anyContents, (contents) => {
      const read = opened(wholeText(contents))
      expect(byKey(read.value.contents)).toEqual(byKey(contents))
      expect(read.value.damaged).toEqual([])
      expect(read.value.at).toBe(start)
      expect(read.told).toEqual([])
    }),
    { numRuns: 200 },
  )
})

describe('a backup is refused', () => {
  const text = wholeText({ drafts: [draftOf('r1', '甲')] })

  test('when it is cut, wherever', () => {
    for (let length = 0; length < text.trimEnd().length; length += 7)
      expect(refusal(text.slice(0, length)), `cut at ${length}`).not.toBe('')
    expect(refusal(text.slice(0, -20))).toContain('没有传完整')
  })

  test.each([
    ['a text', '备份', '文件不是备份文件，或者没有传完整'],
    ['null', 'null', '文件不是备份文件'],
    ['another file', '{"type":"other","version":1}', '文件不是备份文件'],
    ['depth', `${'['.repeat(50_000)}`, '嵌套过深'],
    ['__proto__', text.replace('"drafts":', '"x":{"__proto__":{"a":1}},"drafts":'), '备份不会有的内容'],
    ['a key twice', text.replace('"drafts":', '"drafts":[],"drafts":'), '写了两次'],
    [
      'a record twice',
      changed((file) => ({ ...file, drafts: [...(file['drafts'] as []), ...(file['drafts'] as [])] }), {
        drafts: [draftOf('r1', '甲')],
      }),
      '出现了两次',
    ],
    ['a store that is no list', changed((file) => ({ ...file, versions: {} }), {}), '不完整或被改动过'],
    ['a store that is not there', changed((file) => ({ ...file, units: undefined }), {}), '不完整或被改动过'],
    ['a newer version', changed((file) => ({ ...file, version: 2, drafts: 7 }), {}), '请用较新的程序'],
    ['no version', changed((file) => ({ ...file, version: 0 }), {}), '不完整或被改动过'],
  ])('that is %s', (_, bad, words) => {
    expect(refusal(bad)).toContain(words)
  })

  test('when it is longer than any backup, before it is parsed', () => {
    expect(refusal(' '.repeat(100_000_001))).toContain('超过 100 MB')
  })

  test('when it is a report, with the way to open it; and a backup is no report', () => {
    const { typed, filled, accepted, review, final } = example
    const report = writeFile(format2021, reportOf(format2021, typed), { filled, accepted, review, final })
    expect(refusal(report)).toContain('请在首页用“打开文件”')
    const read = readFile(text)
    expect(read.ok ? '' : read.problem.message).toContain('选“恢复”')
  })
})

describe('it is told', () => {
  test('that a backup was changed after it was written', () => {
    const { told, value } = opened(wholeText({ drafts: [draftOf('r1', '甲')] }).replace('"title":"甲"', '"title":"乙"'))
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining('校验码与内容不符')])
    expect(value.contents.drafts[0]?.typed.title).toBe('乙')
  })

  test('what this program does not know', () => {
    expect(opened(changed((file) => ({ ...file, later: 1 }), {})).told).toEqual([
      { message: expect.stringContaining('不认识的内容“later”') as string },
    ])
  })

  test('that a decision in it was changed by hand: it is none', () => {
    const approved = {
      ...example,
      review: { ...example.review, events: [{ ...example.review.events[0], by: '别人' }] },
    }
    const { told, value } = opened(changed((file) => ({ ...file, drafts: [approved] }), {}))
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining('被改动过，没有采纳')])
    expect(value.contents.drafts[0]?.review.events).toEqual([])
  })
})

test.each([
  ['no report', { id: 'r9', typed: 7 }],
  [
    'a figure that is no text',
    { ...draftOf('r9', '丙'), typed: { ...draftOf('r9', '丙').typed, cells: { a: { b: { c: 1 } } } } },
  ],
  ['another id inside', { ...draftOf('r9', '丙'), typed: draftOf('r8', '丙').typed }],
  ['an id that is an address', draftOf('../r9', '丙')],
])('a damaged record, %s, is set aside with all that stands in it, and the others are read', (_, bad) => {
  const { value } = opened(changed((file) => ({ ...file, drafts: [draftOf('r1', '甲'), bad] }), {}))
  expect(value.contents.drafts).toEqual([draftOf('r1', '甲')])
  expect(value.damaged).toEqual([{ store: 'drafts', key: bad.id, text: JSON.stringify(bad) }])
})

test('what means something on one computer alone does not come out of a backup', () => {
  const foreign = { key: 'here:unsent:r1', value: { at: 9e15, texts: {} } }
  const { value } = opened(changed((file) => ({ ...file, settings: [foreign] }), {}))
  expect(value.contents.settings).toEqual([])
  expect(value.damaged).toMatchObject([{ store: 'settings', key: 'here:unsent:r1' }])
})

test('a draft in a format that this program does not have is kept as it is', () => {
  const known = draftOf('r9', '丙')
  const later = { ...known, format: '2031', typed: { ...known.typed, year: 2031, new: 1 } }
  expect(opened(changed((file) => ({ ...file, drafts: [later] }), {})).value.contents.drafts).toEqual([later])
})

test('where there is more than fits, the oldest versions are left out, and it is told', () => {
  const versions = Array.from({ length: 20 }, (_, index) => ({
    draft: 'r1',
    at: start + index,
    why: 'work',
    record: draftOf('r1', '甲'.repeat(500)),
  }))
  const { text, left } = writeBackup(
    { contents: { ...nothing, versions, drafts: [draftOf('r1', '甲')] }, damaged: [] },
    start,
    20_000,
  )
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(20_000)
  expect(left).toBeGreaterThan(5)
  const { told, value } = opened(text)
  expect(told).toEqual([{ message: `备份时放不下，较早的 ${left} 个旧版本不在这个文件里。` }])
  expect(value.contents.versions.map(({ at }) => at)).toEqual(
    versions
      .slice(left)
      .map(({ at }) => at)
      .reverse(),
  )
  expect(value.contents.drafts).toHaveLength(1)
})
