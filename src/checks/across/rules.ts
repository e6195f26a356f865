import type { Rule } from '../rule'
import { afterReview } from './after-review'
import { balancesAcross } from './balances'
import { jumps } from './jumps'
import { repeatRules } from './repeats'
import { unchanged } from './unchanged'

/** The rules that compare with last year's report: B7, C1, D4, E5, G1, G2 and G3; in the order of the catalogue. */
export const acrossRules: readonly Rule[] = [jumps, ...balancesAcross, afterReview, ...repeatRules, unchanged].sort(
  (a, b) => (a.id < b.id ? -1 : 1),
)
