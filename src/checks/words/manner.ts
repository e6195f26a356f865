import type { Context } from './context'
import { has, type Facts } from './facts'
import { headOf } from './heads'
import type { Segment } from './segments'
import type { Statement } from './statement'
import type { Token } from './tokens'

const isYearCompared = ({ sense, text }: Token): boolean =>
  sense === 'comparison' && /[年期]/.test(text) && !text.endsWith('相比')

const endsComparison = new Set<Token['sense']>(['comparison', 'more', 'less', 'thisYear'])

/** 与2024年收到1402件相比, 较上年办结的90件多, 从90件上升到120件: the number that something is compared with. */
const isComparedWith = ({ before, number }: Segment, tokens: readonly Token[]): boolean => {
  const since = before.findIndex(isYearCompared)
  if (since >= 0 && !before.slice(since + 1).some(({ sense }) => endsComparison.has(sense))) return true
  if (!/[从由]$/.test(before[before.length - 1]?.text ?? '')) return false
  const next = tokens.find(({ start }) => start === number?.end)
  return next?.sense === 'more' || next?.sense === 'less'
}

/** How a number is meant: as a count, a share, a change, or as what something is compared with. */
export const mannerOf = (
  segment: Segment,
  tokens: readonly Token[],
  scope: Context['scope'],
  facts: Facts,
): Statement['manner'] => {
  const { before, number } = segment
  if ((number?.start ?? 0) < facts.comparedTo) return 'other'
  const changes = before.filter(({ sense }) => sense === 'more' || sense === 'less')
  const change = changes[changes.length - 1]
  if (
    change &&
    before.every((token) => token.start <= change.start || /^[多少]$/.test(change.text) || headOf(token) === null)
  )
    return scope.isCompared || facts.isCompared ? (change.sense === 'more' ? 'more' : 'less') : 'other'
  if (has(before, 'rate')) return 'other'
  if (number?.quantity?.measure === '%') return has(before, 'share') ? 'share' : 'other'
  const since = before.findIndex(({ sense }) => sense === 'comparison')
  const isLastYears = since >= 0 && before.slice(since).every((token) => (headOf(token)?.family ?? 'noun') === 'noun')
  return isLastYears || isComparedWith(segment, tokens) ? 'other' : 'count'
}
