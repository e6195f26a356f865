import { useMemo } from 'react'
import { settle } from '../../checks/accepted'
import type { Finding } from '../../checks/rule'
import { check, reportedOf, subjectOf } from '../../checks/run'
import { useDrafts, useReviews } from '../../drafts/queries'
import type { ReviewCopy } from '../../drafts/review-copy'
import { formatById, type Format } from '../../format'
import { unitKey } from '../../report/blank'

/** All that the rules say of a report under review, the same unit's report of the year before beside it where it is here. */
export const useFindings = ({ typed, accepted }: ReviewCopy, format: Format): readonly Finding[] => {
  const { data: drafts } = useDrafts()
  const { data: copies } = useReviews()
  const key = unitKey(typed.agency.name)
  const before = [...(drafts ?? []), ...(copies ?? [])].find(
    (one) => one.typed.year === typed.year - 1 && unitKey(one.typed.agency.name) === key,
  )
  return useMemo(() => {
    const formatBefore = before && formatById(before.format)
    const subject = subjectOf(format, typed, undefined, formatBefore && reportedOf(formatBefore, before.typed))
    return settle(subject, check(subject), accepted).findings
  }, [format, typed, accepted, before])
}
