import type { Context, Place } from './context'
import type { Counted } from './counted'
import { has, type Facts } from './facts'
import { headOf, isDispute, type Head } from './heads'
import { isUnread } from './named'
import type { Segment } from './segments'
import type { Standing } from './statement'
import type { Token } from './tokens'

const doings = new Set<Token['sense']>(['received', 'handled', 'processed', 'finished'])

/** Another year, another unit, a plan, another's work, or a way of applying: no table holds that. */
const isLeft = ({ before, number }: Segment, { scope }: Context, facts: Facts): boolean => {
  const channels = before.filter(({ sense }) => sense === 'channel').length
  return (
    scope.year === 'other' ||
    scope.unit === 'other' ||
    scope.isPlan ||
    facts.asideFrom <= (number?.start ?? 0) ||
    (channels > 0 && !(channels > 1 && has(before, 'etc')))
  )
}

/** 涉及征地的申请: about something narrower than disclosure. */
const isAboutSomething = (tokens: readonly Token[]): boolean =>
  tokens.some(({ sense }, index) => {
    const next = tokens[index + 1]
    return sense === 'about' && next !== undefined && !['topic', 'requests', 'and', 'application'].includes(next.sense)
  })

const asReviewer = new Set<Token['sense']>(['handled', 'processed', 'finished'])

/**
 * 受理行政复议案件 may be the unit's work as the body that reviews others, 应诉案件 and 作为被申请人的 of all that it does; 其中
 * 涉政府信息公开 says that the number before it was not of disclosure alone.
 */
const isOfOthers = ({ before }: Segment, { matter }: Context, facts: Facts, place: Place): boolean => {
  if (before.some(({ text }) => text.endsWith('法院')) && before.some(({ sense }) => doings.has(sense))) return true
  if (facts.isOnDisclosure) return false
  if (before.some(({ sense, text }) => asReviewer.has(sense) || /应诉|^被(?:申请人|告)|作为被/.test(text))) return true
  const next = place.next?.tokens ?? []
  if ((has(next, 'among') || has(next, 'including')) && has(next, 'topic') && !next.some((token) => headOf(token)))
    return true
  return before.some(({ sense }) => doings.has(sense)) && matter !== 'requests' && !isDispute(matter)
}

/** How far back the days may stand. */
const reach = 40

/** 7日内答复40件: one of several by the days that they took. */
const isWithinDays = (head: Head, { number }: Segment, { clause, passage }: Place): boolean => {
  const end = Math.max(head.token.start, number?.start ?? 0)
  const words = passage.words.text.slice(Math.max(clause.start, end - reach), end)
  return /(?:^|[^月\d])\d{1,2}个?(?:工作)?[日天]/.test(words)
}

/** 职业打捞人提出的申请: the applications of some. */
const isOfSome = ({ before }: Segment): boolean => {
  const at = before.findIndex(({ text }) => text === '提出' || text === '提交')
  return at > 0 && before.slice(0, at).some((token) => isUnread(token))
}

/** 收到122件，其中2件撤回，实际受理120件; 剔除重复的2件，受理118件: counted before or after some were taken out. */
const isAroundWithdrawn = ({ number }: Segment, { passage }: Place): boolean => {
  const { text } = passage.words
  const [from, to] = [number?.start ?? 0, number?.end ?? 0]
  return (
    /(?:剔除|扣除|除去|撤回)[^。;]*$/.test(text.slice(Math.max(0, from - reach), from)) ||
    /^[^。;]*(?:剔除|扣除|除去|撤回)/.test(text.slice(to, to + reach))
  )
}

/** 办结的118件中，本年新收113件: of the new ones only those that were finished. */
const isFinishedPart = (head: Head | undefined, { list }: Context): boolean =>
  head?.concept === 'received' && /^(?:finished|answered)$/.test(list?.whole.concepts[0] ?? '')

/** Whether a number is the unit's own beyond doubt, may be meant otherwise, or is about something else. */
export const standingOf = (
  segment: Segment,
  counted: Counted,
  context: Context,
  place: Place,
  facts: Facts,
  isWaiting: boolean,
): Standing => {
  if (isLeft(segment, context, facts)) return 'left'
  const { heads, matter, isNamed, isNarrowed } = counted
  const head = heads[heads.length - 1]
  const isDoubtful =
    (matter === null && (head?.family === 'outcome' || head?.family === 'applicant')) ||
    (isNarrowed && !isWaiting) ||
    context.scope.unit === 'unclear' ||
    isFinishedPart(head, context) ||
    (head?.family === 'doing' && (isWithinDays(head, segment, place) || isAroundWithdrawn(segment, place))) ||
    (head?.family === 'noun' && isOfSome(segment)) ||
    (head?.family === 'result' && /撤销|责令|违法|变更|改判/.test(head.token.text)) ||
    isAboutSomething(segment.before) ||
    (context.origin === 'before' && !isNamed && (head?.family ?? 'doing') === 'doing') ||
    (head?.family === 'dispute' && isOfOthers(segment, context, facts, place))
  return isDoubtful ? 'doubtful' : 'plain'
}
