import { noteExported } from '../../drafts/unexported'
import type { Finding } from '../../checks/rule'
import { fileName } from '../../document/file-name'
import { sheetHtmlOf } from '../../document/sheet-html'
import { saveFile } from '../../parts/save-file'
import { reportOf } from '../../report/reading'
import { writeFile } from '../../review/file'
import type { Review } from '../../review/review'
import { decisionsOf, sendingOf, type State } from '../../review/standing'
import type { Decision } from '../../review/event'
import type { ReviewBench } from './use-review-bench'

/** The last decision on just this content; undefined while there is none. */
export const decisionOn = (review: Review, { digest, reasons }: State): Decision | undefined =>
  [...decisionsOf(review)].reverse().find((one) => one.digest === digest && one.reasons === reasons)

const acts = { return: '退回', approve: '审核通过' } as const

/** What the file's name says of it: 退回, 审核通过 or 意见, and the version. */
const suffixOf = (review: Review, state: State): string => {
  const decision = decisionOn(review, state)
  const version = sendingOf(review, state)?.version
  return `-${decision ? acts[decision.kind] : '意见'}${version === undefined ? '' : `-第${version}版`}`
}

/** Hands out the report as it came, with all that was remarked and decided. */
export const exportReview = ({ copy, format, desk }: ReviewBench): string => {
  const review = desk.review.get()
  const { typed, filled, accepted, final } = copy
  const report = reportOf(format, typed)
  const name = fileName(report, format, 'json', suffixOf(review, desk.state()))
  saveFile(name, 'application/json', writeFile(format, report, { filled, accepted, review, final }))
  noteExported(copy.id)
  return name
}

/** The review sheet of the report as it came, with what was remarked and decided by now. */
export const sheetOf = ({ copy, format, desk }: ReviewBench, findings: readonly Finding[]): string => {
  const { typed, filled, final } = copy
  return sheetHtmlOf({
    format,
    typed,
    findings,
    filled,
    review: desk.review.get(),
    state: desk.state(),
    final,
    now: Date.now(),
  })
}
