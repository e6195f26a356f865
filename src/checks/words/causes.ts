import type { Format } from '../../format'
import type { Place } from './context'
import type { Counted } from './counted'
import type { Segment } from './segments'
import type { Concept, Statement } from './statement'
import { rowsOf } from './summing'

/** The words in which people give the reason of an answer, by the row of table three that counts it. */
const reasons: readonly (readonly [row: string, words: RegExp])[] = [
  ['stateSecrets', /国家秘密|涉密/],
  ['barredByLaw', /法律[^,]{0,6}禁止/],
  ['securityAndStability', /三安全一稳定|社会稳定|国家安全|经济安全|公共安全/],
  ['thirdPartyRights', /商业秘密|个人隐私|第三方|第三人/],
  ['internalAffairs', /内部事务|内部管理/],
  ['deliberative', /过程性/],
  ['enforcementFiles', /案卷/],
  ['administrativeQuery', /行政查询|查询事项/],
  ['notHeld', /不掌握|未掌握|不存在|未制作|未获取|未保存|不属于本|不属于我|非本机关/],
  ['needsCreation', /现成|制作|加工|汇总/],
  ['unclear', /不明确|不清楚|不清晰/],
  ['complaint', /信访|举报|投诉/],
  ['repeated', /重复/],
  ['publication', /出版物/],
  ['excessive', /大量|反复|频繁/],
  ['confirmation', /确认|重新出具/],
  ['notCorrected', /补正/],
  ['feeUnpaid', /缴费|缴纳|费用/],
]

/** 因…, 涉及…, 属于…: that a reason is given, if it is one that no row counts too. */
const given = /(?:因|由于|鉴于|涉|属于?|为由|理由|原因)[^,]{2,}$/

const isOpen = /等|各类|各种|多种|其他/

/** The rows that words name as the reason, none of them where it is no row's or one of several; null where none is given. */
const reasonIn = (words: string, isGiven: boolean): readonly string[] | null => {
  const rows = reasons.flatMap(([row, pattern]) => (pattern.test(words) ? [row] : []))
  if (rows.length === 0) return isGiven ? [] : null
  return isOpen.test(words) ? [] : rows
}

const longest = 60

/** What stands in a bracket that opens here; '' where none does, or it holds a number. */
const inBracket = (text: string, at: number): string => {
  if (text[at] !== '(') return ''
  const end = text.slice(at, at + longest).indexOf(')')
  const words = end < 0 ? '' : text.slice(at + 1, at + end)
  return /\d/.test(words) ? '' : words
}

/** 因申请内容不明确, 对属于过程性信息的: a clause that gives the reason of what the next one counts. */
const reasonBefore = ({ clause, previous, passage }: Place): string => {
  const first = previous?.tokens[0]
  const last = previous?.tokens[previous.tokens.length - 1]
  if (!previous || !first || !last || previous.depth !== clause.depth || previous.partition !== clause.partition)
    return ''
  if (previous.tokens.some(({ quantity }) => quantity)) return ''
  const words = passage.words.text.slice(Math.max(first.start, last.end - longest), last.end)
  return /^(?:其中)?(?:对|因|由于|鉴于|涉|属)|的$/.test(words) ? words : ''
}

/**
 * The rows that the words give as the reason of an outcome before its name, in a bracket, or in the clause before: then
 * its number counts these and not all of the group. None where the reason is no one row's; null where none is given.
 */
export const reasonOf = ({ before, number }: Segment, { heads }: Counted, place: Place): readonly string[] | null => {
  const [head] = heads
  const quantity = number?.quantity
  if (!head || heads.length > 1 || head.family !== 'outcome' || !quantity) return null
  const { text } = place.passage.words
  const isBehind = head.token.start >= quantity.end
  const from = isBehind ? quantity.end : (before[0]?.start ?? head.token.start)
  const isFirst = before[0] === place.clause.tokens[0]
  const words =
    (isFirst ? reasonBefore(place) : '') + text.slice(Math.max(from, head.token.start - longest), head.token.start)
  const found = reasonIn(words, given.test(words))
  if (found) return found
  return reasonIn(inBracket(text, head.token.end) || inBracket(text, quantity.end), false)
}

/** Of the rows that a cause names those of the group that is counted. */
export const rowsWithin = (
  format: Format,
  { within }: Pick<Statement, 'within'>,
  group: Concept,
): readonly string[] => {
  const own = within === null || within.length === 0 ? [] : rowsOf(format, group)
  return own.filter((row) => within?.includes(row))
}
