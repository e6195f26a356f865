import { z } from './zod'
import type { Address } from './cells'

/** A finding that the clerk lets stand: its rule, its places, the values that it spoke of, and why. */
export interface Acceptance {
  readonly check: string
  readonly at: readonly Address[]
  readonly values: readonly string[]
  readonly reason: string
}

/** An acceptance as it stands in a file. */
export const acceptanceSchema = z.strictObject({
  check: z.string().regex(/^[A-Z]\d{1,2}$/),
  at: z.array(z.string()).max(2_000),
  values: z.array(z.string()).max(4_000),
  reason: z.string(),
})

/** How many characters a reason has at least, white space not counted. */
export const leastReason = 10

export const isReason = (text: string): boolean => [...text.replace(/\s/g, '')].length >= leastReason
