import { reasonOf } from './causes'
import type { Context, Place } from './context'
import type { Counted } from './counted'
import { has, type Facts } from './facts'
import { headOf, isDisclosed, isDispute, type Head } from './heads'
import { mannerOf } from './manner'
import type { Segment } from './segments'
import { standingOf } from './standing'
import type { Concept, Matter, Statement } from './statement'
import type { Token } from './tokens'

const cases = new Set(['件', '宗', '份', '起', '例', '桩'])
const loose = new Set(['条', '次', '个', '项', '单', ''])
const needsRequests = new Set(['doing', 'noun', 'carried', 'outcome', 'applicant'])
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

/** 加上跨年办理的70件, 含结转5件: carried over and counted in, so it came from the year before. */
const conceptOf = ({ concept, token }: Head, text: string, before: readonly Token[]): Concept =>
  concept === 'carried' &&
  (/(?:加上|连同|算上|计入)$/.test(text.slice(Math.max(0, token.start - 2), token.start)) || has(before, 'including'))
    ? 'carriedIn'
    : concept

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
  const manner = mannerOf(segment, place.clause.tokens, context.scope, facts)
  const isWaiting = context.waiting.length > 0 && before.every((token) => headOf(token) === null)
  const names = counted.heads.map((head) => conceptOf(head, passage.words.text, before))
  const isListed = has(before, 'respectively') && names.length > 1
  const named = isWaiting || isListed ? (isWaiting ? context.waiting : names).slice(0, 1) : names
  const concepts = manner === 'count' ? conceptsOf(segment, counted, named, isWaiting) : named
  const first = Math.min(counted.heads[0]?.token.start ?? quantity.start, quantity.start)
  const opening = before.find((token) => token.start >= first || headOf(token) !== null || leads.has(token.sense))
  const start = opening?.start ?? quantity.start
  const noun = segment.after[0]
  const isBehind = noun?.start === quantity.end && (noun.sense === 'requests' || noun.sense === 'application')
  const last = isBehind ? noun.end : (counted.heads[counted.heads.length - 1]?.token.end ?? 0)
  const standing = standingOf(segment, counted, context, place, facts, isWaiting)
  const within = context.scope.unit === 'own' && manner === 'count' ? reasonOf(segment, counted, place) : null
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
    within,
    divisor: null,
    standing: within && standing === 'plain' ? 'doubtful' : standing,
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
