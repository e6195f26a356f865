import { useMemo } from 'react'
import { settle } from '../../checks/accepted'
import type { Finding } from '../../checks/rule'
import { check, reportedOf, subjectOf } from '../../checks/run'
import { useDrafts, useReviews } from '../../drafts/queries'
import type { ReviewCopy } from '../../drafts/review-copy'
import { formatById, type Format } from '../../format'
import { unitKey } from '../../report/blank'

export type Judge = (content: Pick<ReviewCopy, 'typed' | 'accepted'>) => readonly Finding[]

/** What judges a content of a report under review, the same unit's report of the year before beside it where it is here. */
export const useJudge = ({ typed }: ReviewCopy, format: Format): Judge => {
  const { data: drafts } = useDrafts()
  const { data: copies } = useReviews()
  const key = unitKey(typed.agency.name)
  const before = [...(drafts ?? []), ...(copies ?? [])].find(
    (one) => one.typed.year === typed.year - 1 && unitKey(one.typed.agency.name) === key,
  )
  return useMemo(() => {
    const formatBefore = before && formatById(before.format)
    const last = formatBefore && reportedOf(formatBefore, before.typed)
    return (content) => {
      const subject = subjectOf(format, content.typed, undefined, last)
      return settle(subject, check(subject), content.accepted).findings
    }
  }, [format, before])
}
