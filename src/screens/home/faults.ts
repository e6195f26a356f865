import { settle } from '../../checks/accepted'
import { check, faultsOf, subjectOf } from '../../checks/run'
import type { Draft } from '../../drafts/draft'
import { formatById } from '../../format'

/** How many faults stand in a draft; undefined where its format is newer than this program. */
export const faultCountOf = ({ format: id, typed, accepted }: Draft): number | undefined => {
  const format = formatById(id)
  if (!format) return undefined
  const subject = subjectOf(format, typed)
  return faultsOf(settle(subject, check(subject), accepted).findings).length
}
