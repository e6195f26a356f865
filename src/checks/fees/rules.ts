import type { Rule } from '../rule'
import { agreement } from './agreement'
import { feeFigures } from './figures'
import { notices } from './notices'

/** The rules on the 信息处理费: D6, D7 and F9; in the order of the catalogue. */
export const feeRules: readonly Rule[] = [notices, feeFigures, agreement]
