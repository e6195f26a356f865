import type { Rule } from '../rule'
import { citations } from './citations'
import { fiveAspects, supervisionResults } from './coverage'
import { deadline } from './deadline'
import { formOfYear } from './form'
import { comingYear } from './future'
import { templateRemains } from './leftovers'
import { ownName } from './names'
import { countOfParts } from './parts-count'
import { period } from './period'
import { personalNumbers } from './privacy'
import { slips } from './style'
import { strayYear } from './years'

/** The rules on the text that part A of the catalogue has beside those of structure, in its order. */
export const proseRules: readonly Rule[] = [
  formOfYear,
  fiveAspects,
  supervisionResults,
  period,
  strayYear,
  citations,
  templateRemains,
  ownName,
  deadline,
  personalNumbers,
  slips,
  comingYear,
  countOfParts,
]
