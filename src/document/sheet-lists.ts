import type { Finding } from '../checks/rule'
import type { Format } from '../format'
import { lines, pathLabel, places } from '../report/axis'
import { allFigures, allTables, cellsOf, type Address } from '../report/cells'
import { minuteOf } from '../report/dates'
import { labelAt } from '../report/places'
import type { TypedReport } from '../report/report'
import type { Comment, Decision, Event } from '../review/event'
import { openComments } from '../review/threads'
import type { Review } from '../review/review'
import { lastWords, sendingOf, sendingsOf, standingOf, type State } from '../review/standing'
import type { Entry } from './sheet-fit'
import { versionWords } from './words'

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

const signed = ({ by, at }: Pick<Event, 'by' | 'at'>): string =>
  `${plain(by) === '' ? '未署名' : plain(by)}　${minuteOf(Date.parse(at))}`

const withText = (head: string, text: string): Entry => (plain(text) === '' ? [head] : [head, plain(text)])

/** 送审: by whom, when, as which version and with what note; the last where what stands here now was never sent. */
export const sendingEntries = (review: Review, state: State): readonly Entry[] => {
  const sendings = sendingsOf(review)
  const now = sendingOf(review, state)
  const sending = now ?? sendings[sendings.length - 1]
  if (!sending) return []
  const head = `${signed(sending)}　${versionWords(sending.version)}${now ? '' : '，此后内容有改动'}`
  return [withText(head, sending.text)]
}

const decisionEntry = ({ kind, text, ...event }: Decision): Entry =>
  withText(`${kind === 'approve' ? '审核通过' : '退回修改'}　${signed(event)}`, text)

const waiverEntries = ({ events }: Review): readonly Entry[] => {
  const last = [...events].reverse().find(({ kind }) => kind === 'waive' || kind === 'require')
  return last?.kind === 'waive' ? [withText(`本单位无需审核　${signed(last)}`, last.text)] : []
}

/** 审核结论: each reviewer's last word on just this content; else that there is none, and what was said of another. */
export const decisionEntries = (review: Review, state: State): readonly Entry[] => {
  const words = lastWords(review, state)
  const waiver = waiverEntries(review)
  const standing = standingOf(review, state)
  switch (standing.kind) {
    case 'approved':
      return [...words.map(decisionEntry), ...waiver]
    case 'returned':
      return standing.changed
        ? [...waiver, ['现在的内容尚未审核。以下是对改动前内容的结论：'], ...standing.decisions.map(decisionEntry)]
        : [...words.map(decisionEntry), ...waiver]
    case 'sent':
      return [
        ...waiver,
        ...(words.length > 0
          ? [['再次送审，尚未审核。以下是再次送审前的结论：']]
          : waiver.length > 0
            ? []
            : [['尚未审核']]),
        ...words.map(decisionEntry),
      ]
    case 'outdated':
      return [
        ...waiver,
        ['现在的内容尚未审核。'],
        ...(standing.after.kind === 'send' ? [] : [['以下是对改动前内容的结论：'], decisionEntry(standing.after)]),
      ]
    case 'unsent':
      return waiver.length > 0 ? waiver : [['尚未审核']]
    default:
      return standing satisfies never
  }
}

const failed = (findings: readonly Finding[], severity: Finding['severity']): readonly Finding[] =>
  findings.filter((one) => one.result === 'fail' && one.severity === severity && !one.accepted)

/** How many checks came out how. */
export const checkSummary = (findings: readonly Finding[]): string => {
  const passed = findings.filter(({ result }) => result === 'pass').length
  const accepted = findings.filter(({ accepted: reason }) => reason !== undefined).length
  const isOpen = findings.some(({ result, severity }) => result === 'open' && severity === 'error')
  return [
    `${passed} 项通过`,
    `${failed(findings, 'error').length} 处错误`,
    `${failed(findings, 'warning').length} 处提醒`,
    `${accepted} 处写明理由`,
    ...(isOpen ? ['还有内容没有填完'] : []),
  ].join('，')
}

/** 检查: what stands against the report, gravest first, then what was let stand, each with its reason. */
export const checkEntries = (findings: readonly Finding[]): readonly Entry[] => [
  ...failed(findings, 'error').map(({ message }): Entry => [`错误：${plain(message)}`]),
  ...failed(findings, 'warning').map(({ message }): Entry => [`提醒：${plain(message)}`]),
  ...findings.flatMap(({ message, accepted }): Entry[] =>
    accepted ? [[`${plain(message)}`, `理由：${plain(accepted.reason)}`]] : [],
  ),
]

/** 未能核对: what the rules could not settle; what only last year's report could tell stands together. */
export const unknownEntries = (findings: readonly Finding[]): readonly Entry[] => {
  const unknown = findings.filter(({ result }) => result === 'unknown')
  const withoutLast = unknown.filter(({ at }) => at.length === 0).length
  return [
    ...unknown.filter(({ at }) => at.length > 0).map(({ message }): Entry => [plain(message)]),
    ...(withoutLast > 0 ? [[`没有上年年报，${withoutLast} 项不能核对`]] : []),
  ]
}

/** Of one table: how many cells in all, and in which of its rows; a few rows are named. */
const filledIn = (label: string, rows: readonly { readonly label: string; readonly count: number }[]): Entry[] => {
  const touched = rows.filter(({ count }) => count > 0)
  const total = touched.reduce((all, { count }) => all + count, 0)
  if (total === 0) return []
  const named = touched.slice(0, mostRows).map((row) => (row.label === label ? '' : `${row.label} ${row.count} 格`))
  const more = touched.length > mostRows ? [`等 ${touched.length} 行`] : []
  const where = [...named.filter((one) => one !== ''), ...more].join('；')
  return [[where === '' ? `${label}　共 ${total} 格` : `${label}　共 ${total} 格：${where}`]]
}

const mostRows = 3

/** The cells that 其余填 0 filled, table by table. */
export const filledEntries = (format: Format, filled: readonly Address[]): readonly Entry[] => {
  const cells = [...new Set(filled)].flatMap((at) => cellsOf(format).get(at) ?? [])
  const count = (block: string, row: string): number =>
    cells.filter((cell) => cell.block === block && cell.row === row).length
  return [
    ...allTables(format).flatMap((table) =>
      filledIn(
        table.label,
        places(table.rows).map((place) => ({
          label: pathLabel({ ...place, headings: place.headings.slice(-1) }),
          count: count(table.id, place.line.id),
        })),
      ),
    ),
    ...allFigures(format).flatMap((figures) =>
      filledIn(
        figures.label,
        lines(figures.lines).map(({ id, label }) => ({ label, count: count(figures.id, id) })),
      ),
    ),
  ]
}

const whereOf = (format: Format, typed: TypedReport, { anchor }: Comment): string => {
  switch (anchor.kind) {
    case 'whole':
      return '全文'
    case 'section':
      return format.sections.find(({ id }) => id === anchor.section)?.title ?? '基本信息'
    case 'place':
      return labelAt(format, typed, anchor.at)
    case 'words':
      return `${labelAt(format, typed, anchor.at)}“${plain(anchor.words)}”`
    default:
      return anchor satisfies never
  }
}

/** 未解决的意见: who said what, and where. */
export const commentEntries = (format: Format, typed: TypedReport, review: Review): readonly Entry[] =>
  openComments(review).map((comment) => [
    `${plain(comment.by) === '' ? '未署名' : plain(comment.by)}：${plain(comment.text)}`,
    `在：${whereOf(format, typed, comment)}`,
  ])
