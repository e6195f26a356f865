import type { Head } from './heads'
import type { Concept } from './statement'
import type { Token } from './tokens'

const leads: Readonly<Partial<Record<Head['family'], readonly Head['family'][]>>> = {
  noun: ['doing', 'carried', 'outcome', 'applicant'],
  disclosed: ['deed'],
}

/** 答复…申请 counts answers, 制发…规范性文件 what was issued: the noun last, what is said of it before. */
const withoutNoun = (heads: readonly Head[]): readonly Head[] => {
  const last = heads[heads.length - 1]
  const wanted = (last && leads[last.family]) ?? []
  for (let index = heads.length - 2; index >= 0; index -= 1)
    if (wanted.includes(heads[index]?.family ?? 'result')) return heads.slice(0, index + 1)
  return heads
}

/** 未经复议直接起诉的行政诉讼 are those of the one block. */
const withoutKind = (heads: readonly Head[], tokens: readonly Token[]): readonly Head[] => {
  const [before, last] = heads.slice(-2)
  if (last?.concept !== 'litigation' || (before?.concept !== 'direct' && before?.concept !== 'afterReview'))
    return heads
  const between = tokens.filter(({ start }) => start >= before.token.end && start < last.token.start)
  return between.some(({ sense }) => sense === 'and') ? heads : heads.slice(0, -1)
}

/** 不予公开答复15件 counts the outcome. */
const withoutAnswer = (heads: readonly Head[], tokens: readonly Token[]): readonly Head[] => {
  const [before, last] = heads.slice(-2)
  if (last?.concept !== 'answered' || before?.family !== 'outcome') return heads
  const between = tokens.filter(({ start }) => start >= before.token.end && start < last.token.start)
  return between.some(({ sense }) => sense === 'and') ? heads : heads.slice(0, -1)
}

/** Heads at the end joined by 、 or 和, of one family: they are counted together. */
const trailing = (heads: readonly Head[], tokens: readonly Token[]): readonly Head[] => {
  const last = heads[heads.length - 1]
  if (!last) return []
  const group = [last]
  for (let index = heads.length - 2; index >= 0; index -= 1) {
    const head = heads[index]
    const next = group[0]
    if (!head || !next || head.family !== last.family || head.family === 'noun') break
    const between = tokens.filter(({ start }) => start >= head.token.end && start < next.token.start)
    if (!between.some(({ sense }) => sense === 'and')) break
    if (head.concept !== next.concept) group.unshift(head)
  }
  // 年末未办结、结转下年度: one thing under two names.
  if (group.every(({ concept }) => concept === 'pending' || concept === 'carriedOut')) return [last]
  return last.family === 'doing' && group.some(({ concept }) => concept !== 'received') ? [last] : group
}

const theOther: Readonly<Partial<Record<Head['family'], Concept>>> = {
  applicant: 'otherKind',
  outcome: 'otherHandling',
  result: 'Other',
}

/** 科研机构、社会公益组织及其他: the last of its kind joins those before it. */
const withOther = (heads: readonly Head[], tokens: readonly Token[]): readonly Head[] => {
  const last = heads[heads.length - 1]
  const concept = last && theOther[last.family]
  if (!last || concept === undefined) return heads
  const since = tokens.filter(({ start, sense }) => start >= last.token.end && sense !== 'filler')
  const [joint, other] = since
  return joint?.sense === 'and' && other && /^其[他它]类?$/.test(other.text)
    ? [...heads, { concept, family: last.family, token: other }]
    : heads
}

/** Of the names in front of a number those that it counts: the last one, or several joined by 、 or 和 to one sum. */
export const countedHeads = (heads: readonly Head[], tokens: readonly Token[]): readonly Head[] =>
  withOther(trailing(withoutKind(withoutAnswer(withoutNoun(heads), tokens), tokens), tokens), tokens)

const kinds = new Set<Head['family']>(['outcome', 'applicant', 'result', 'dispute'])

const joints = /^(?:、|和|及|与|以及|或|或者)$/

/** Whether more is enumerated than the reader knows: 公开和部分公开, 公民、企业, 无法提供等, or others than are named: 自然人以外. */
export const isMoreThan = (heads: readonly Head[], tokens: readonly Token[]): boolean => {
  const [first] = heads
  const last = heads[heads.length - 1]
  if (!first || !last || !kinds.has(last.family)) return false
  if (last.token.sense === 'others' && last.family !== 'applicant') return true
  const at = tokens.findIndex(({ start }) => start === first.token.start)
  if (at > 1 && joints.test(tokens[at - 1]?.text ?? '')) return true
  return tokens.some(
    ({ sense, text, start }) =>
      start >= last.token.end && (sense === 'etc' || text === '外' || (sense === 'and' && joints.test(text))),
  )
}
