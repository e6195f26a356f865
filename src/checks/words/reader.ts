import type { Passage } from '../texts'
import { sentencesOf, type Clause, type Sentence } from './clauses'
import { freshContext, nextSentence, type Context, type Place, type Reporter } from './context'
import { countedIn } from './counted'
import { denialsIn } from './denials'
import { everyOne } from './every-one'
import { factsOf, has, type Facts } from './facts'
import { isDispute } from './heads'
import { sayingsOf } from './sayings'
import { namesOf, scopeAfter, scopeBeyond, scopeWithin } from './scope'
import { segmentsOf, type Segment } from './segments'
import { statedIn } from './statements'
import type { Concept, Matter, PartsList, Read, Saying, Statement } from './statement'
import { tokensOf, type Token } from './tokens'

const bases = new Set<Token['sense']>([
  'received',
  'handled',
  'processed',
  'finished',
  'answered',
  'carriedIn',
  'carriedOut',
])

/** The context after words in front of a number, or behind the last one. */
const past = (context: Context, tokens: readonly Token[], { agency }: Reporter): Context => {
  let { scope, base } = context
  let run = ''
  let end = -1
  for (const token of tokens) {
    run = token.start === end ? run + token.text : token.text
    end = token.end
    scope = scopeAfter(scope, token, agency, run)
    if (bases.has(token.sense)) base = token.sense as Concept
  }
  return scope === context.scope && base === context.base ? context : { ...context, scope, base }
}

/** 其中, 含, a colon or a bracket behind a number begin the list of its parts. */
const opened = (context: Context, place: Place, facts: Facts, lists: PartsList[]): Context => {
  const whole = context.last
  if (whole?.manner !== 'count') return context
  const list = { id: lists.length, whole, isOpen: facts.isOpen, depth: place.clause.depth }
  lists.push(list)
  return { ...context, list }
}

const isOver = ({ list }: Context, { clause, sentence }: Place): boolean =>
  list !== null &&
  ((list.whole.sentence === sentence && list.whole.partition !== clause.partition) || clause.depth < list.depth)

/** 上年结转的5件申请 is of this part's own matter, whatever the sentence before was about. */
const isOnRequests = ({ before, after }: Segment, { matter, origin }: Context): boolean =>
  matter === 'foreign' && origin === 'before' && has(before, 'carriedIn') && has([...before, ...after], 'application')

const readSegment = (segment: Segment, before: Context, place: Place, facts: Facts) => {
  const context = past(before, segment.before, place.reporter)
  const counted = countedIn(segment, isOnRequests(segment, context) ? 'requests' : context.matter)
  const statements = statedIn(segment, counted, context, place, facts)
  const names = counted.heads.map(({ concept }) => concept)
  const isListed = has(segment.before, 'respectively') && names.length > 1
  const named = [...segment.before, ...segment.after].flatMap(({ sense }) =>
    isDispute(sense as Matter) ? [sense as Matter] : [],
  )
  const counts = statements.filter(({ manner }) => manner === 'count')
  const next: Context = {
    ...context,
    waiting: isListed ? names.slice(1) : segment.number ? context.waiting.slice(1) : context.waiting,
    origin: counted.isNamed ? 'sentence' : context.origin,
    matter: counted.isNamed || segment.number ? counted.matter : context.matter,
    disputes: named.length === 0 ? context.disputes : [...new Set([...context.disputes, ...named])],
    last: counts[counts.length - 1] ?? context.last,
  }
  return { context: { ...past(next, segment.after, place.reporter), base: next.base }, statements }
}

/** Whether a clause names a number of things of which the next ones tell: 办结的118件申请中. */
const endsWithin = ({ tokens }: Clause): boolean => {
  const last = tokens[tokens.length - 1]
  return last?.sense === 'among' || (last?.sense === 'filler' && /^[其当]?中$/.test(last.text))
}

/** 占全部办结件65件: the number that the percentage behind it is a share of. */
const divisorOf = ({ before, number }: Segment, [statement]: readonly Statement[]): Statement | null =>
  has(before, 'share') && number?.quantity?.measure !== '%' && statement?.manner === 'count' ? statement : null

const divided =
  (divisor: Statement) =>
  (one: Statement): Statement =>
    one.quantity?.measure === '%' && (one.manner === 'share' || one.manner === 'other')
      ? { ...one, manner: 'share', start: divisor.start, concepts: [], of: divisor.concepts, divisor }
      : one

/** Reads one clause; what it leaves for the next comes back with it. */
const readClause = (context: Context, place: Place, lists: PartsList[]) => {
  const { clause, index } = place
  const facts = factsOf(clause.tokens)
  const statements: Statement[] = []
  let now = isOver(context, place) ? { ...context, list: null } : context
  if ((clause.opens === '(' || clause.opens === ':') && now.last?.clause === index - 1)
    now = opened(now, place, facts, lists)
  let divisor: Statement | null = null
  for (const segment of segmentsOf(clause)) {
    if (has(segment.before, 'among') || has(segment.before, 'including')) now = opened(now, place, facts, lists)
    const read = readSegment(segment, now, place, facts)
    statements.push(...(divisor ? read.statements.map(divided(divisor)) : read.statements))
    divisor = divisorOf(segment, read.statements)
    now = read.context
  }
  // 办结的118件申请中，…
  if (endsWithin(clause) && statements.length === 1) now = opened(now, place, facts, lists)
  const within = { ...now, scope: scopeWithin(now.scope, has(clause.tokens, 'ownUnit')) }
  statements.push(...denialsIn(place, within))
  const scope = scopeBeyond(context.scope, now.scope, statements.length > 0)
  return { context: { ...now, scope }, within, statements }
}

/** The last clause that counts cases carried in among the parts of a number before it. */
const lastWithCarried = (sentence: Sentence): number =>
  sentence.reduce(
    (last, { tokens }, index) =>
      has(tokens, 'carriedIn') && (has(tokens, 'including') || has(tokens, 'among')) ? index : last,
    -1,
  )

const goesOn = (sentence: Sentence): boolean => {
  const sense = sentence[0]?.tokens[0]?.sense
  return sense === 'among' || sense === 'including' || sense === 'rest'
}

/** Reads every number, denial and “all” of one part of the narrative, clause by clause. */
export const readPassage = (passage: Passage, reporter: Reporter): Read => {
  const { text } = passage.words
  const statements: Statement[] = []
  const sayings: Saying[] = []
  const lists: PartsList[] = []
  let context = freshContext(passage)
  sentencesOf(tokensOf(text, reporter.year, namesOf(reporter.agency))).forEach((sentence, number) => {
    if (text[(sentence[0]?.start ?? 0) - 1] === '\n') context = freshContext(passage)
    else if (!goesOn(sentence)) context = nextSentence(context)
    const own: Statement[] = []
    const carried = lastWithCarried(sentence)
    sentence.forEach((clause, index) => {
      const previous = sentence[index - 1] ?? null
      const place: Place = {
        passage,
        reporter,
        sentence: number,
        clause,
        index,
        previous,
        next: sentence[index + 1] ?? null,
        holdsCarried: index < carried,
      }
      const read = readClause(context, place, lists)
      context = read.context
      own.push(...read.statements)
      own.push(...everyOne(place, read.within, own))
      sayings.push(...sayingsOf(place, read.within, own))
    })
    statements.push(...own)
  })
  return { statements, lists, sayings }
}
