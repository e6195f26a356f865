import type { Context, Place } from './context'
import { isDispute } from './heads'
import type { Saying, Statement } from './statement'
import type { Token } from './tokens'
import type { Dispute } from './vocabulary'

const has = (tokens: readonly Token[], ...senses: readonly Token['sense'][]): boolean =>
  tokens.some(({ sense }) => senses.includes(sense))

const isLeft = ({ clause }: Place, context: Context): boolean =>
  context.scope.year === 'other' ||
  context.scope.unit === 'other' ||
  context.scope.isPlan ||
  has(clause.tokens, 'aside', 'plan')

const said = (
  place: Place,
  context: Context,
  kind: Saying['kind'],
  from: Token,
  to: Token,
  disputes: readonly Dispute[],
): Saying => ({
  at: place.passage.at,
  words: place.passage.words,
  start: Math.min(from.start, to.start),
  end: Math.max(from.end, to.end),
  kind,
  standing: context.scope.unit === 'unclear' ? 'doubtful' : 'plain',
  disputes,
})

/** 全部办结: said of all applications, not in time merely, not of the rest or of those carried in. */
const allFinished = (place: Place, context: Context, read: readonly Statement[]): readonly Saying[] => {
  const { clause, sentence } = place
  const { tokens } = clause
  const first = tokens.find(({ sense }) => sense === 'all' || sense === 'each')
  const done = tokens.find(({ sense, start }) => sense === 'finished' && start > (first?.start ?? Infinity))
  // 全部120件申请均已办结: the one next to it.
  const all = tokens.reduce(
    (last, token) =>
      (token.sense === 'all' || token.sense === 'each') && token.end <= (done?.start ?? 0) ? token : last,
    first,
  )
  if (!all || !done || context.matter !== 'requests' || isLeft(place, context)) return []
  if (has(tokens, 'timely', 'rest', 'zero', 'carriedOut', 'carriedIn', 'carried', 'channel')) return []
  if (tokens.some(({ quantity, start }) => quantity && start > all.start)) return []
  const between = tokens.filter(({ start, end }) => start >= all.end && end <= done.start)
  if (between.some(({ sense, text }) => (sense === 'unread' && /[期限时]/.test(text)) || sense === 'foreign')) return []
  const last = context.last?.sentence === sentence ? context.last : null
  if (last && (last.standing === 'left' || last.concepts[0] === 'carriedIn' || last.hasChannel)) return []
  // 收到120件，全部办结，结转7件 tells itself what is left.
  if (read.some(({ concepts, value }) => (concepts[0] === 'carriedOut' || concepts[0] === 'pending') && value > 0))
    return []
  return [said(place, context, 'allFinished', all, done, [])]
}

const blocks = new Set<Token['sense']>(['review', 'litigation', 'direct', 'afterReview', 'cases'])

/** 未发生复议纠错、诉讼败诉: that no case was corrected, of the kinds named. */
const neverCorrected = (place: Place, context: Context): readonly Saying[] => {
  const { tokens } = place.clause
  const zero = tokens.find(({ sense }) => sense === 'zero')
  const losses = tokens.filter(
    ({ sense }) => sense === 'lost' || sense === 'lostSuit' || (sense === 'Corrected' && zero),
  )
  const number = tokens.find(({ quantity, start }) => quantity?.value === 0 && start > (losses[0]?.start ?? Infinity))
  const denial = zero ?? number
  const loss = losses[losses.length - 1]
  if (!denial || !loss || isLeft(place, context) || context.scope.unit === 'unclear') return []
  if (zero && losses.every(({ start }) => start < zero.start) && /^(?:未|没)$/.test(zero.text)) {
    const after = tokens.find(({ start }) => start === zero.end)
    if (after && !/^(?:发生|出现|有)/.test(after.text)) return []
  }
  if (tokens.some(({ quantity }) => quantity && quantity.value > 0)) return []
  // 除纠错、败诉以外的
  if (has(tokens, 'rest') || tokens.some(({ text }) => text.includes('以外'))) return []
  // 未发生因答复不当被纠错 denies only those of a kind.
  if (tokens.some(({ sense, text }) => sense === 'unread' && /[不未违超]/.test(text))) return []
  const named = tokens.flatMap(({ sense }) => (blocks.has(sense) ? [sense as Dispute] : []))
  const carried = isDispute(context.matter) && named.length === 0 ? [context.matter as Dispute] : []
  const suits: readonly Dispute[] = has(losses, 'lostSuit') && !named.includes('litigation') ? ['litigation'] : []
  const isOnlySuits = losses.every(({ sense }) => sense === 'lostSuit')
  const disputes = isOnlySuits
    ? suits.concat(named.filter((one) => one !== 'review'))
    : [...named, ...carried, ...suits]
  if (disputes.length === 0 && !has(tokens, 'topic', 'requests')) return []
  return [
    said(place, context, 'neverCorrected', denial, loss, disputes.length === 0 ? ['cases'] : [...new Set(disputes)]),
  ]
}

/** What a clause says of all applications or of no case, without a number of its own. */
export const sayingsOf = (place: Place, context: Context, read: readonly Statement[]): readonly Saying[] => [
  ...allFinished(place, context, read),
  ...neverCorrected(place, context),
]
