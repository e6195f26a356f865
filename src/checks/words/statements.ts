import type { Context, Place } from './context'
import type { Counted } from './counted'
import { headOf, isDisclosed, isDispute } from './heads'
import type { Segment } from './segments'
import type { Concept, Matter, Standing, Statement } from './statement'
import type { Token } from './tokens'

/** What holds of a whole clause, found once for all of its numbers. */
export interface Facts {
  readonly isCompared: boolean
  readonly isOpen: boolean
  /** 政府信息公开 or an application is named in it. */
  readonly isOnDisclosure: boolean
  /** From where on it is about what others do, or is guided, filed or judged; Infinity where it is not. */
  readonly asideFrom: number
}

/** Whether a word of a sense stands among these. */
export const has = (tokens: readonly Token[], sense: Token['sense']): boolean =>
  tokens.some((token) => token.sense === sense)

const isTribunal = ({ sense, text }: Token): boolean => sense === 'unread' && /审理|审结|裁决/.test(text)

/** The facts of a clause. */
export const factsOf = (tokens: readonly Token[]): Facts => ({
  isCompared: has(tokens, 'comparison'),
  isOpen: has(tokens, 'etc'),
  isOnDisclosure: has(tokens, 'topic') || has(tokens, 'requests'),
  asideFrom: tokens.find((token) => token.sense === 'aside' || isTribunal(token))?.end ?? Infinity,
})

const cases = new Set(['件', '宗', '份', '起', '例', '桩'])
const loose = new Set(['条', '次', '个', '项', '单', ''])
const needsRequests = new Set(['doing', 'noun', 'carried', 'outcome', 'applicant'])
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

/** Whether the measure word can count such things. */
const isMeasured = (segment: Segment, { matter, heads, isNamed }: Counted): boolean => {
  const measure = segment.number?.quantity?.measure ?? ''
  if (matter === 'charges') return measure === '元' || measure === '万元'
  if (isDisclosed(matter)) return cases.has(measure) || measure === '个' || measure === '项' || measure === '部'
  if (cases.has(measure)) return true
  const next = segment.after[0]
  const isWord = next?.start === segment.number?.end && (next?.sense === 'unread' || next?.sense === 'foreign')
  const family = heads[heads.length - 1]?.family ?? 'doing'
  return loose.has(measure) && !isWord && (isNamed || (family !== 'doing' && family !== 'noun')) && heads.length > 0
}

const mannerOf = ({ before, number }: Segment, scope: Context['scope'], facts: Facts): Statement['manner'] => {
  const changes = before.filter(({ sense }) => sense === 'more' || sense === 'less')
  const change = changes[changes.length - 1]
  if (change && before.every((token) => token.start <= change.start || headOf(token) === null))
    return scope.isCompared || facts.isCompared ? (change.sense === 'more' ? 'more' : 'less') : 'other'
  if (has(before, 'rate')) return 'other'
  if (number?.quantity?.measure === '%') return has(before, 'share') ? 'share' : 'other'
  const since = before.findIndex(({ sense }) => sense === 'comparison')
  const isLastYears = since >= 0 && before.slice(since).every((token) => (headOf(token)?.family ?? 'noun') === 'noun')
  return isLastYears ? 'other' : 'count'
}

/** 受理行政复议案件 may be the unit's work as the body that reviews others. */
const isOfOthers = ({ before }: Segment, { matter }: Context, facts: Facts): boolean =>
  before.some(({ sense }) => doings.has(sense)) && !facts.isOnDisclosure && matter !== 'requests' && !isDispute(matter)

const standingOf = (
  segment: Segment,
  counted: Counted,
  context: Context,
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
    (head?.family === 'result' && /撤销|责令|违法|变更|改判/.test(head.token.text)) ||
    isAboutSomething(segment.before) ||
    (context.origin === 'before' && !isNamed && (head?.family ?? 'doing') === 'doing') ||
    (head?.family === 'dispute' && isOfOthers(segment, context, facts))
  return isDoubtful ? 'doubtful' : 'plain'
}

/** What is counted, as far as the words are about it: 办结 of applications, 维持 of cases. */
const conceptsOf = (
  segment: Segment,
  counted: Counted,
  named: readonly Concept[],
  isWaiting: boolean,
): readonly Concept[] => {
  const { heads, matter } = counted
  const family = heads[heads.length - 1]?.family ?? 'doing'
  const isBare = matter === null && (family === 'outcome' || family === 'applicant')
  if (needsRequests.has(family) && matter !== 'requests' && !isBare && !(isWaiting && isDispute(matter))) return []
  if (family === 'result' && !isDispute(matter)) return []
  if (family === 'deed' && matter !== 'rules' && matter !== 'normative') return []
  return isMeasured(segment, counted) || isWaiting ? named : []
}

/** What a percentage is a share of, and what has that share, where the words say so. */
const shareOf = (before: readonly Token[]): Pick<Statement, 'concepts' | 'of'> => {
  const at = before.findIndex(({ sense }) => sense === 'share')
  const concepts = (tokens: readonly Token[]): readonly Concept[] =>
    tokens.flatMap((token) => headOf(token)?.concept ?? [])
  return { concepts: concepts(before.slice(0, at)).slice(-1), of: concepts(before.slice(at + 1)) }
}

const leads = new Set<Token['sense']>(['share', 'comparison', 'more', 'less'])

/** The statement that a segment makes with its number; one for each name where the number is said of each. */
export const statedIn = (
  segment: Segment,
  counted: Counted,
  context: Context,
  place: Place,
  facts: Facts,
): readonly Statement[] => {
  const { number, before } = segment
  const quantity = number?.quantity
  if (!quantity) return []
  const { passage, clause } = place
  const manner = mannerOf(segment, context.scope, facts)
  const isWaiting = context.waiting.length > 0 && before.every((token) => headOf(token) === null)
  const names = counted.heads.map(({ concept }) => concept)
  const isListed = has(before, 'respectively') && names.length > 1
  const named = isWaiting || isListed ? (isWaiting ? context.waiting : names).slice(0, 1) : names
  const concepts = manner === 'count' ? conceptsOf(segment, counted, named, isWaiting) : named
  const first = Math.min(counted.heads[0]?.token.start ?? quantity.start, quantity.start)
  const opening = before.find((token) => token.start >= first || headOf(token) !== null || leads.has(token.sense))
  const start = opening?.start ?? quantity.start
  const noun = segment.after[0]
  const isBehind = noun?.start === quantity.end && (noun.sense === 'requests' || noun.sense === 'application')
  const last = isBehind ? noun.end : (counted.heads[counted.heads.length - 1]?.token.end ?? 0)
  const statement: Statement = {
    at: passage.at,
    words: passage.words,
    start: Math.min(start, quantity.start),
    end: Math.max(quantity.end, last),
    quantity,
    value: quantity.value,
    manner,
    concepts,
    matter: isWaiting && isDispute(counted.matter) ? (named[0] as Matter) : counted.matter,
    of: [],
    base: context.base,
    standing: standingOf(segment, counted, context, facts, isWaiting),
    holdsCarried: place.holdsCarried || (has(before, 'carriedIn') && has(before, 'including')),
    isOfBoth:
      context.disputes.includes('review') && context.disputes.some((one) => one !== 'review' && one !== 'cases'),
    isTotal: has(before, 'total'),
    isRest: has(before, 'rest') || has(before, 'others'),
    hasChannel: has(before, 'channel'),
    sentence: place.sentence,
    partition: clause.partition,
    clause: place.index,
    depth: clause.depth,
    list: context.list?.id ?? null,
  }
  if (manner === 'share') return [{ ...statement, ...shareOf(before) }]
  const isEach = has(before, 'each') && concepts.length > 1
  return isEach ? concepts.map((concept) => ({ ...statement, concepts: [concept] })) : [statement]
}
