import { headOf, type Head } from './heads'
import { countedHeads, isMoreThan } from './joined'
import { isInformation, isUnread, namedIn } from './named'
import type { Segment } from './segments'
import type { Matter } from './statement'
import type { Token } from './tokens'

/** What a segment says that its number counts. */
export interface Counted {
  readonly heads: readonly Head[]
  readonly matter: Matter | null
  /** Named in this very segment, not carried over from words before it. */
  readonly isNamed: boolean
  /** Words unknown to the reader stand where they may narrow the count. */
  readonly isNarrowed: boolean
}

/** The words behind a number up to the next 、 or 和. */
const behind = ({ after }: Segment): readonly Token[] => {
  const cut = after.findIndex(({ sense }) => sense === 'and')
  return cut < 0 ? after : after.slice(0, cut)
}

const isLead = (head: Head | undefined): head is Head => head !== undefined && head.family !== 'noun'

const later = new Set<Token['sense']>(['otherYear', 'otherPeriod', 'plan'])

/** 3件申请答复文书: unknown words, or a name, that go on right behind it make another thing of a noun. */
const goesOn = (tokens: readonly Token[], head: Head): boolean => {
  const next = tokens.find(({ start }) => start === head.token.end)
  return next !== undefined && (isUnread(next) || next.sense === 'name' || next.sense === 'foreign')
}

/** What stands behind the number names what it counts: 其中6件结转下年度, 9件申请正在办理, 共120件公开申请. */
const fromBehind = (segment: Segment, carried: Matter | null): Counted => {
  const { before } = segment
  const tail = behind(segment)
  const ahead = namedIn(before, carried)
  const rear = namedIn(tail, ahead.matter)
  const [noun] = rear.heads
  const lead = rear.heads.find(isLead)
  const first = lead ?? noun
  const isNamed = ahead.isNamed || rear.isNamed
  const nothing: Counted = { heads: [], matter: rear.matter, isNamed, isNarrowed: true }
  if (!first || before.some(isUnread)) return nothing
  const upTo = tail.filter(({ start }) => start < first.token.start)
  // 7件将于2026年办结 is not of this year; a mere noun behind a number may be some of them.
  if (upTo.some(({ sense }) => later.has(sense))) return nothing
  if (ahead.matter === 'foreign' && !rear.isNamed) return nothing
  if (!lead && !before.some(({ sense }) => sense === 'total')) return nothing
  // 120件申请全部予以答复 does not count the answers.
  if (first.family === 'doing' && upTo.some(({ sense }) => sense === 'all' || sense === 'each')) return nothing
  if (goesOn(tail, first)) return nothing
  const family = rear.heads.filter(({ family }) => family === first.family)
  const heads = countedHeads(family, tail)
  return {
    heads,
    matter: rear.matter,
    isNamed,
    isNarrowed:
      upTo.some((token) => isUnread(token) || token.sense === 'respectively') || isMoreThan(heads.slice(0, 1), tail),
  }
}

const mayStandBetween = new Set<Token['sense']>(['filler', 'of', 'topic', 'unread', 'about', 'ownUnit'])

const isObject = (token: Token): boolean => headOf(token)?.family === 'noun' || token.sense === 'foreign'

/** A verb counts what it is done to: that stands before it, between it and the number, or behind the number. */
const fromVerb = (
  segment: Segment,
  heads: readonly Head[],
  since: readonly Token[],
  carried: Matter | null,
): Counted => {
  const { before } = segment
  const ahead = namedIn(before, carried)
  const between = namedIn(since, null)
  const isNarrowed = since.some(isUnread)
  if (between.isNamed) {
    const objects = since.filter(isObject)
    const last = objects[objects.length - 1]
    const others = since.filter((token) => isUnread(token) || (token.sense === 'foreign' && !isInformation(token)))
    const isOfThose = others.some(({ start }) => last !== undefined && start < last.start)
    return { heads, matter: between.matter, isNamed: true, isNarrowed: isOfThose }
  }
  const foreign: Counted = { heads, matter: 'foreign', isNamed: true, isNarrowed: true }
  if (isNarrowed) return foreign
  if (since.some(({ sense }) => sense === 'topic')) return { heads, matter: 'requests', isNamed: true, isNarrowed }
  const tail = behind(segment)
  const object = tail.find(isObject)
  if (
    !ahead.isNamed &&
    object &&
    tail.every(({ sense, start }) => start >= object.start || mayStandBetween.has(sense))
  ) {
    const { matter } = namedIn(tail, ahead.matter)
    return {
      heads,
      matter,
      isNamed: true,
      isNarrowed: tail.some((token) => isUnread(token) && token.start < object.start),
    }
  }
  if (!ahead.isNamed && tail[0] && isUnread(tail[0])) return foreign
  const verb = heads[0]?.token.start ?? 0
  return {
    heads,
    matter: ahead.matter,
    isNamed: ahead.isNamed,
    isNarrowed: !ahead.isNamed && before.some((token) => isUnread(token) && token.start < verb),
  }
}

const strong = new Set<Head['family']>(['outcome', 'applicant', 'result', 'carried'])

/** Where nothing is counted, unknown words behind a noun do not make another of it: 申请质量提升，收到120件. */
const isSaidBeside =
  (tokens: readonly Token[]) =>
  (token: Token, index: number): boolean => {
    const before = tokens[index - 1]
    return !(isUnread(token) && before !== undefined && headOf(before)?.family === 'noun')
  }

/** Reads what a segment's number counts, with what the words before it were about. */
export const countedIn = (segment: Segment, carried: Matter | null): Counted => {
  const { before } = segment
  if (!segment.number) return { ...namedIn(before.filter(isSaidBeside(before)), carried), isNarrowed: false }
  const { heads: all, matter, isNamed } = namedIn(before, carried)
  const heads = countedHeads(all, before)
  const head = heads[heads.length - 1]
  const tail = behind(segment)
  const rear = namedIn(tail, matter)
  if (!head) return fromBehind(segment, carried)
  // 120件申请中已有113件办结: the words in front only say of what.
  const isOf = before[before.length - 1]?.text === '有' || before.some(({ text }) => text === '中')
  if (isOf && (head.family === 'noun' || head.family === 'doing') && isLead(rear.heads[0])) {
    const found = fromBehind(segment, carried)
    return before.some(isUnread) ? { heads, matter, isNamed, isNarrowed: true } : found
  }
  const since = before.filter(({ start }) => start >= head.token.end)
  if (head.family === 'doing') return fromVerb(segment, heads, since, carried)
  const isSaid = (token: Token): boolean => head.family !== 'dispute' && (isInformation(token) || token.text === '事务')
  if (head.family !== 'deed' && since.some((token) => token.sense === 'foreign' && !isSaid(token)))
    return { heads: [], matter: 'foreign', isNamed: true, isNarrowed: true }
  const [first] = rear.heads
  if (head.family === 'noun' && first && strong.has(first.family) && tail[0]?.sense === 'is')
    return { heads: [first], matter: rear.matter, isNamed: true, isNarrowed: false }
  const own = head.family === 'dispute' && heads.length === 1 ? (head.concept as Matter) : matter
  return { heads, matter: own, isNamed, isNarrowed: since.some(isUnread) || isMoreThan(heads, before) }
}
