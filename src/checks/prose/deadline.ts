import type { Format } from '../../format'
import { dateInWords, dayOf } from '../../report/dates'
import type { Report } from '../../report/report'
import { fail, pass, type Rule, type Verdict } from '../rule'

type Dated = Pick<Report, 'year' | 'signedOn'> & { readonly agency: Pick<Report['agency'], 'kind'> }

/** The last day on which a report is to be published, as an ISO date; null while the kind of agency is not known. */
const lastDay = ({ agency, year }: Dated): string | null =>
  agency.kind === '' ? null : `${year + 1}-${agency.kind === 'government' ? '03-31' : '01-31'}`

const day = 86_400_000

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day)

/** Says when the deadline is and whether the date of the report keeps it, without asking what day it is. */
const withoutToday = (report: Dated, last: string): Verdict => {
  const { signedOn } = report
  if (signedOn === null) return pass(`应在${dateInWords(last)}前公布`, ['year'])
  const late = daysBetween(last, signedOn)
  return late > 0
    ? fail(`成文日期是${dateInWords(signedOn)}，公布期限是${dateInWords(last)}，晚${late}天，请核对`, ['signedOn'])
    : pass(`成文日期是${dateInWords(signedOn)}，没有超过公布期限${dateInWords(last)}`, ['signedOn'])
}

/**
 * A18 on a given day: how many days are left until the deadline, or overdue. A report that is dated is judged by its
 * date instead. 31 March of the following year for governments, else 31 January (条例 第四十九条; for townships and
 * streets local practice). Undefined while the kind of agency is not known.
 */
export const deadlineOf = (format: Format, report: Dated, today: Date): Verdict | undefined => {
  const last = lastDay(report)
  if (last === null) return undefined
  if (report.signedOn !== null) return withoutToday(report, last)
  const left = daysBetween(dayOf(today.getTime()), last)
  const until = `应在${dateInWords(last)}前公布（${format.law.name}第四十九条）`
  if (left < 0) return fail(`${until}，已超过${-left}天，请尽快公布`, ['year'])
  return pass(left === 0 ? `${until}，今天到期` : `${until}，还有${left}天`, ['year'])
}

/** A18: the deadline for this kind of agency; a rule has no clock, so the days left are `deadlineOf`'s to tell. */
export const deadline: Rule = {
  id: 'A18',
  severity: 'info',
  holds: '县级以上人民政府在三月三十一日前、其他单位在一月三十一日前公布上一年度报告',
  basis: '{law}第四十九条',
  example: {
    fault: '政府部门2025年的报告，成文日期是2026年2月10日',
    message: '成文日期是2026年2月10日，公布期限是2026年1月31日，晚10天，请核对',
  },
  judge: ({ report }) => {
    const last = lastDay(report)
    return last === null ? [] : [withoutToday(report, last)]
  },
}
