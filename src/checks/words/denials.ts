import type { Context, Place } from './context'
import { headOf, type Head } from './heads'
import { isInformation } from './named'
import type { Matter, Statement, Standing } from './statement'
import type { Token } from './tokens'

const makers = new Set<Token['sense']>([
  'requests',
  'application',
  'review',
  'litigation',
  'direct',
  'afterReview',
  'cases',
  'carriedIn',
  'carriedOut',
  'natural',
  'organisations',
])

const allowed = new Set<Token['sense']>([
  ...makers,
  'filler',
  'of',
  'is',
  'and',
  'topic',
  'about',
  'received',
  'handled',
  'processed',
  'thisYear',
  'ownUnit',
  'all',
  'each',
  'total',
  'comparison',
  'answered',
  'carried',
  'name',
  'etc',
  'area',
  'everyUnits',
  'inForce',
  'others',
])

const standingOf = (context: Context, tokens: readonly Token[]): Standing => {
  const { scope } = context
  if (scope.year === 'other' || scope.unit === 'other' || scope.isPlan) return 'left'
  if (tokens.some(({ sense }) => sense === 'aside' || sense === 'channel')) return 'left'
  return scope.unit === 'unclear' ? 'doubtful' : 'plain'
}

const membersOf = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const members: Token[][] = [[]]
  for (const token of tokens)
    if (token.sense === 'and') members.push([])
    else members[members.length - 1]?.push(token)
  return members
}

/** What a member of a list names last; of 因…申请引起的行政复议 that is the case, not the application. */
const denied = (member: readonly Token[]): readonly Head[] => {
  const heads = member.filter(({ sense }) => makers.has(sense))
  const last = heads[heads.length - 1]
  const carried = heads.find(({ sense }) => sense === 'carriedIn' || sense === 'carriedOut')
  const kept = last && (last.sense === 'requests' || last.sense === 'application') && carried ? carried : last
  const head = kept ? headOf(kept) : null
  return head ? [head] : []
}

/** 零复议、零诉讼: each denied by a word of its own. */
const withoutZero = (member: readonly Token[]): readonly Token[] =>
  member[0]?.sense === 'zero' && /^(?:零|无|没有|未)$/.test(member[0].text) ? member.slice(1) : member

/** Words that make a denial one of a kind only: unknown ones, 不 and its like, another denial. */
const isNarrowing = (token: Token): boolean =>
  token.sense === 'zero' ||
  (token.sense === 'unread' && /[不未违错误超逾漏失]/.test(token.text)) ||
  (!allowed.has(token.sense) && !isInformation(token) && token.text.length > 1)

/**
 * The names that a denial is of. 因答复不当引发的 in front and 被追责的 behind narrow all of them; a member that names
 * nothing of the tables is left out.
 */
const deniedIn = (tokens: readonly Token[]): readonly Head[] => {
  const members = membersOf(tokens).map(withoutZero)
  const named = members.filter((member) => member.some(({ sense }) => makers.has(sense)))
  const isNarrowed = named.some((member) => member.some(isNarrowing))
  return isNarrowed ? [] : named.flatMap(denied)
}

const none = (place: Place, head: Head, zero: Token, standing: Standing): Statement => ({
  at: place.passage.at,
  words: place.passage.words,
  start: Math.min(zero.start, head.token.start),
  end: Math.max(zero.end, head.token.end),
  quantity: null,
  value: 0,
  manner: 'none',
  concepts: [head.concept],
  matter: head.family === 'dispute' ? (head.concept as Matter) : 'requests',
  of: [],
  base: null,
  within: null,
  divisor: null,
  standing,
  holdsCarried: false,
  isOfBoth: false,
  isTotal: false,
  isRest: false,
  hasChannel: false,
  sentence: place.sentence,
  partition: place.clause.partition,
  clause: place.index,
  depth: place.clause.depth,
  list: null,
})

/** 无, 没有 denies a noun; 未 needs the deed that was not done: 未收到, 未发生. */
const deeds = /^(?:收|接|新|受|承|发生|出现|产生|引发|引起|导致|存在|有|涉及|被|因|提)/

const isDenial = (zero: Token, next: Token | undefined, before: Token | undefined): boolean => {
  if (/^(?:没有|无|零|不存在|并无|均无|尚无|暂无|未有)$/.test(zero.text)) return true
  if (next === undefined) return /有|无/.test(zero.text) || before !== undefined
  return next.sense === 'received' || next.sense === 'handled' || deeds.test(next.text)
}

/** What a clause says that there is none of: 未收到申请, 无行政复议、行政诉讼, 行政复议、行政诉讼均未发生. */
export const denialsIn = (place: Place, context: Context): readonly Statement[] => {
  const { clause, previous } = place
  const at = clause.tokens.findIndex(({ sense }) => sense === 'zero')
  const zero = clause.tokens[at]
  if (!zero) return []
  const behind = clause.tokens.slice(at + 1)
  const ahead = clause.tokens.slice(0, at)
  if (!isDenial(zero, behind[0], ahead[ahead.length - 1])) return []
  if (clause.tokens.some(({ sense }) => sense === 'lost' || sense === 'lostSuit' || sense === 'Corrected')) return []
  if (clause.tokens.some(({ quantity }) => quantity)) return []
  const standing = standingOf(context, clause.tokens)
  if (behind.some(({ sense }) => makers.has(sense)))
    return deniedIn(behind).map((head) => none(place, head, zero, standing))
  const isOtherNoun = behind.some(({ sense, text }) => sense === 'foreign' || (sense === 'unread' && text.length > 1))
  if (isOtherNoun) return []
  const subject = ahead.some(({ sense }) => makers.has(sense))
    ? ahead
    : ahead.length === 0 && clause.opens === ':'
      ? (previous?.tokens ?? [])
      : []
  if (subject.some(({ sense }) => sense === 'foreign' || sense === 'quantity' || sense === 'aside')) return []
  const isAllOf = behind.every((token) => allowed.has(token.sense) || token.text.length < 2)
  return isAllOf && !behind.some(({ sense }) => sense === 'answered')
    ? membersOf(subject)
        .flatMap(denied)
        .map((head) => none(place, head, zero, standing))
    : []
}
