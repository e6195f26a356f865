import { settle } from '../../checks/accepted'
import { check, faultsOf, subjectOf } from '../../checks/run'
import type { Draft } from '../../drafts/draft'
import { formatById } from '../../format'
import { stateOf } from '../../review/state'
import { standingWords } from '../../parts/standing-words'
import { standingOf, waiverOf } from '../../review/standing'

/** What the list says of a draft besides its progress. */
export interface Summary {
  readonly faults: number
  /** How it stands in its review; '' where there is nothing to say. */
  readonly standing: string
}

/** How many faults stand in a draft and how its review stands; undefined where its format is newer than this program. */
export const summaryOf = ({ format: id, typed, accepted, review }: Draft): Summary | undefined => {
  const format = formatById(id)
  if (!format) return undefined
  const subject = subjectOf(format, typed)
  const { short, look } = standingWords(standingOf(review, stateOf(format, typed, accepted)))
  return {
    faults: faultsOf(settle(subject, check(subject), accepted).findings).length,
    standing: look !== 'none' ? short : waiverOf(review) === undefined ? '' : '无需审核',
  }
}
