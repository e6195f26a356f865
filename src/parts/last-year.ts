import type { Draft } from '../drafts/draft'
import { unitKey } from '../report/blank'

/**
 * A unit's report of the year before, among the drafts of this computer: of several the final copy, then the one that is no
 * copy under another name, then the first.
 */
export const lastYearOf = (drafts: readonly Draft[], name: string, year: number): Draft | undefined => {
  const key = unitKey(name)
  const found = drafts.filter(({ typed }) => typed.year === year - 1 && unitKey(typed.agency.name) === key)
  return found.find(({ final }) => final !== null) ?? found.find((draft) => draft.name === '') ?? found[0]
}
