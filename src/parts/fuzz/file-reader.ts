import fc from 'fast-check'
import { formatById, formats, type Format } from '../../format'
import { anyReport } from '../../report/any-report'
import { exampleReport } from '../../report/example'
import { reportOf, typedOf } from '../../report/reading'
import type { Report } from '../../report/report'
import { writeFile, type Beside } from '../../review/file'
import { append, noReview, reviewOf, type Review } from '../../review/review'
import { exchangedOf, stateOf } from '../../review/state'
import { openFile } from '../open-file'
import { missingFrom } from './file-difference'
import type { Reader } from './reader'
import { spoilJson } from './spoil-json'
import { treeOf } from './tree'
import { markupIn } from './used'

const day = Date.parse('2026-01-20T02:00:00Z')

/** A review with an event of every kind, and a report that was decided on. */
export const reviewed = (format: Format, report: Report): Review => {
  const typed = typedOf(format, report)
  const state = stateOf(format, typed, [])
  const acts: readonly Parameters<typeof append>[3][] = [
    { kind: 'send', version: 1, text: '请审核', ...state },
    { kind: 'comment', digest: state.digest, anchor: { kind: 'whole' }, text: '<b>请核对</b>' },
    {
      kind: 'comment',
      digest: state.digest,
      anchor: { kind: 'place', at: 'fees.charges.amount', value: '0' },
      text: '核',
    },
    { kind: 'reply', to: 'e0', text: '已核对' },
    { kind: 'return', text: '请修改', ...state },
    { kind: 'send', version: 2, text: '', ...state },
    { kind: 'approve', text: '同意', ...state },
    { kind: 'unfreeze', digest: state.digest, text: '漏报一件' },
    { kind: 'waive', text: '单位只有一人承办' },
  ]
  const review = acts.reduce<Review>((so, act, index) => append(so, '李审核', day + index, act), noReview)
  return reviewOf(review.events, [{ ...state, report: exchangedOf(format, typed), accepted: [] }])
}

const seedsOf = (format: Format): readonly string[] => {
  const example = { ...reportOf(format, exampleReport(format)), year: format.years.to ?? 2025 }
  const accepted = [{ check: 'C2', at: ['issued.rules.issued'], values: ['3', '2'], reason: '年内集中清理过一次文件' }]
  const drawn = fc.sample(anyReport(format), { seed: 1, numRuns: 12 })
  return [example, ...drawn].map((report, index) => {
    const { digest } = stateOf(format, typedOf(format, report), [])
    const beside: Beside = {
      filled: index % 2 === 0 ? ['requests.granted.research'] : [],
      accepted: index % 2 === 0 ? accepted : [],
      review: index % 3 === 0 ? reviewed(format, report) : noReview,
      final: index === 0 ? { at: '2026-01-20T08:00:00Z', digest } : null,
    }
    return writeFile(format, report, beside)
  })
}

let seeds: readonly [string, ...string[]] | undefined

/** Valid report files of every format: the example's with a whole review, and random ones. */
const reportFiles = (): readonly [string, ...string[]] =>
  (seeds ??= formats.flatMap(seedsOf) as unknown as [string, ...string[]])

/** The app's own report file: what 打开文件 and 收审核结果 read. */
export const reportFileReader: Reader = {
  name: 'report file',
  seeds: reportFiles,
  spoil: spoilJson,
  outcomes: ['refused', 'told', 'silent'],
  valid: ['silent'],
  mostTold: 40,
  share: 6,
  read: async (bytes) => {
    const result = await openFile(new File([bytes], '年报\u202e.json'))
    if (!result.ok) return { kind: 'refused', message: result.problem.message }
    const { value: draft } = result
    const format = formatById(draft.format)
    const before = treeOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\ufeff/, ''))
    if (!format || !before) throw new Error('accepted what is no JSON of a known format')
    // Printing takes longer than reading: an eighth of what is accepted is printed.
    const markup = bytes.length % 8 === 0 ? markupIn(format, draft) : undefined
    if (markup !== undefined) throw new Error(`printed ${markup} as markup`)
    const { typed, filled, accepted, review, final } = draft
    const after = treeOf(writeFile(format, reportOf(format, typed), { filled, accepted, review, final }))
    if (!after) throw new Error('wrote what is no JSON')
    return { kind: 'accepted', told: result.told.map(({ message }) => message), lost: missingFrom(before, after) }
  },
}
