import { headOf } from './heads'
import type { Clause } from './clauses'
import type { Token } from './tokens'

/** A number of a clause with the words before it that are its own and, where those behind it are, them too. */
export interface Segment {
  readonly before: readonly Token[]
  readonly number: Token | null
  readonly after: readonly Token[]
}

const hasHead = (tokens: readonly Token[]): boolean => tokens.some((token) => headOf(token) !== null)

/**
 * Parts a clause at its numbers. Words between two numbers belong to the second; those before a 、 or 和 to the first;
 * without one they belong to the first only where it has no name before it (3件予以公开2件部分公开).
 */
export const segmentsOf = (clause: Clause): readonly Segment[] => {
  const { tokens } = clause
  const numbers = tokens.flatMap((token, index) => (token.quantity ? [index] : []))
  const segments: Segment[] = []
  let from = 0
  numbers.forEach((at, order) => {
    const before = tokens.slice(from, at)
    const next = numbers[order + 1] ?? tokens.length
    const between = tokens.slice(at + 1, next)
    const cut = between.findIndex(({ sense }) => sense === 'and')
    const isLast = next === tokens.length
    const length = isLast ? between.length : cut >= 0 ? cut : hasHead(before) ? 0 : between.length
    segments.push({ before, number: tokens[at] ?? null, after: between.slice(0, length) })
    // The 、 itself belongs to neither.
    from = at + 1 + length + (!isLast && cut >= 0 ? 1 : 0)
  })
  if (from < tokens.length) segments.push({ before: tokens.slice(from), number: null, after: [] })
  return segments
}
