import type { Finding } from '../checks/rule'
import type { Format } from '../format'
import { cellsOf, type Address } from '../report/cells'
import { minuteOf } from '../report/dates'
import { shortCode } from '../report/digest'
import type { TypedReport } from '../report/report'
import type { Final } from '../review/file'
import { openComments } from '../review/threads'
import type { Review } from '../review/review'
import type { State } from '../review/standing'
import { versionOf } from './foot'
import { fit, type Entry, type FittedList } from './sheet-fit'
import {
  checkEntries,
  checkSummary,
  commentEntries,
  decisionEntries,
  filledEntries,
  sendingEntries,
  unknownEntries,
} from './sheet-lists'

/** What a review sheet is made from; `findings` carry the reasons for which some were let stand. */
export interface SheetSource {
  readonly format: Format
  readonly typed: TypedReport
  readonly findings: readonly Finding[]
  readonly filled: readonly Address[]
  readonly review: Review
  /** The digests of exactly this content. */
  readonly state: State
  readonly final: Final | null
  /** The moment of printing, in milliseconds. */
  readonly now: number
}

/** A row of the form: a line of its own, then a list; both may be empty. */
export interface SheetRow extends FittedList {
  readonly label: string
  readonly summary: string
  /** What is said of the entries that do not stand here; '' where all do. */
  readonly rest: string
}

/** The review sheet, 审核表, as it is printed on one page. */
export interface Sheet {
  readonly title: string
  readonly unit: string
  readonly year: string
  readonly version: string
  readonly status: string
  readonly digest: string
  readonly code: string
  readonly printed: string
  /** In which type it is set. */
  readonly look: keyof typeof rooms
  readonly rows: readonly SheetRow[]
  /** Whether something is cut short or left out. */
  readonly isCut: boolean
}

/**
 * The lines that the form's rows have together, and how many full-width characters one holds, as sheet.css sets them: the
 * type of forms, and a smaller one where that does not hold all.
 */
const rooms = { wide: { lines: 31, ems: 39 }, dense: { lines: 37, ems: 46 } } as const

interface List {
  readonly label: string
  readonly summary: string
  readonly entries: readonly Entry[]
  /** Counts what does not stand here. */
  readonly counts: string
}

const none = '无'

const numbered = (entries: readonly Entry[]): readonly Entry[] =>
  entries.length < 2 ? entries : entries.map(([first = '', ...more], index) => [`${index + 1}. ${first}`, ...more])

const listsOf = ({ format, typed, findings, filled, review, state }: SheetSource): readonly List[] => {
  const count = new Set(filled.filter((at) => cellsOf(format).has(at))).size
  const comments = openComments(review).length
  const unknown = unknownEntries(findings)
  return [
    { label: '送审', summary: '', entries: sendingEntries(review, state), counts: '次' },
    { label: '审核结论', summary: '', entries: decisionEntries(review, state), counts: '条' },
    { label: '检查', summary: checkSummary(findings), entries: numbered(checkEntries(findings)), counts: '处' },
    {
      label: '其余填 0 的格',
      summary: count > 0 ? `由“其余填 0”填的共 ${count} 格` : '',
      entries: filledEntries(format, filled),
      counts: '张表',
    },
    { label: '未能核对', summary: '', entries: numbered(unknown), counts: '项' },
    {
      label: '未解决的意见',
      summary: comments > 0 ? `共 ${comments} 条` : '',
      entries: numbered(commentEntries(format, typed, review)),
      counts: '条',
    },
  ]
}

const rowsIn = (lists: readonly List[], look: keyof typeof rooms): readonly SheetRow[] => {
  const own = lists.filter(({ summary, entries }) => summary !== '' || entries.length === 0).length
  const laid = fit(
    lists.map(({ entries }) => entries),
    rooms[look].lines - own,
    rooms[look].ems,
  )
  return lists.map(({ label, summary, entries, counts }, index) => {
    const { entries: shown, left } = laid[index] ?? { entries: [], left: 0 }
    return {
      label,
      summary: summary === '' && entries.length === 0 ? none : summary,
      entries: shown,
      left,
      rest: left > 0 ? `另有 ${left} ${counts}，见年报文件` : '',
    }
  })
}

const isCut = (rows: readonly SheetRow[]): boolean =>
  rows.some(({ left, entries }) => left > 0 || entries.flat().some((one) => one.isCut))

/** The review sheet of a report as it stands, laid into one page: what does not fit is counted. */
export const sheetOf = (source: SheetSource): Sheet => {
  const { format, typed, review, state, final, now } = source
  const lists = listsOf(source)
  const wide = rowsIn(lists, 'wide')
  const look = isCut(wide) ? 'dense' : 'wide'
  const rows = look === 'wide' ? wide : rowsIn(lists, look)
  const version = versionOf(review, state)
  return {
    title: `${format.title}审核表`,
    unit: typed.agency.name.replace(/\s+/g, ' ').trim(),
    year: String(typed.year),
    version: version === '' ? '无需审核' : version,
    status: final ? `定稿　${minuteOf(Date.parse(final.at))}` : '草稿，没有定稿',
    digest: state.digest.replace('sha256:', ''),
    code: shortCode(state.digest),
    printed: minuteOf(now),
    look,
    rows,
    isCut: isCut(rows),
  }
}
