import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatForYear, formats } from '../format'
import { anyReport } from '../report/any-report'
import { digestOf, shortCode } from '../report/digest'
import { exampleReport } from '../report/example'
import { fileSchema, fileType, readFile, writeFile, type Beside } from './file'
import { reportOf } from '../report/reading'
import { toExchange } from '../report/schema'
import { append, noReview } from './review'

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
