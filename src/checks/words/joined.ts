import type { Head } from './heads'
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
  return last.family === 'doing' && group.some(({ concept }) => concept !== 'received') ? [last] : group
}

/** Of the names in front of a number those that it counts: the last one, or several joined by 、 or 和 to one sum. */
export const countedHeads = (heads: readonly Head[], tokens: readonly Token[]): readonly Head[] =>
  trailing(withoutKind(withoutAnswer(withoutNoun(heads), tokens), tokens), tokens)
