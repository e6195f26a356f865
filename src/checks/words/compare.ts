import { signed } from '../../report/amount'
import type { Address } from '../../report/cells'
import { fail, open, pass, unknown, type Subject, type Verdict } from '../rule'
import { readingsOf } from './readings'
import { ruleOf } from './rule-of'
import type { Reading } from './summing'
import { holds, quoted, replacing, sidesOf, valueOf, wordsOf, writes } from './saying'
import type { Statement } from './statement'

/** A statement with the rule that answers for it and what that rule says; no verdict where it is left alone. */
export interface Judged {
  readonly statement: Statement
  readonly rule: string
  readonly verdict: Verdict | null
}

/** Whether an inexact number can be meant for a figure: within a fifth below, or a third above. */
const isNear = (statement: Statement, value: number): boolean =>
  value >= statement.value * 0.8 && value <= statement.value * 1.34

const isExact = ({ quantity }: Statement): boolean => quantity === null || (quantity.mark === '' && !quantity.isRounded)

/** Readings that the sentence itself rules out are left away: 予以公开 alone where 部分公开 has a number of its own. */
const readingsLeft = (
  statement: Statement,
  readings: readonly Reading[],
  beside: ReadonlySet<string>,
): readonly Reading[] =>
  statement.concepts.length === 1 &&
  statement.concepts[0] === 'granted' &&
  beside.has(`${statement.at} ${statement.sentence}`)
    ? readings.slice(0, 1)
    : readings

const placesOf = (statement: Statement, readings: readonly Reading[]): readonly Address[] => [
  statement.at,
  ...new Set(readings.flatMap(({ plus, minus }) => [...plus, ...minus])),
]

const unlike = (subject: Subject, statement: Statement, readings: readonly Reading[]): Verdict => {
  const [first] = readings
  if (!first) return unknown('', [])
  const different = readings.filter(
    (reading, index) => readings.findIndex((one) => valueOf(subject, one) === valueOf(subject, reading)) === index,
  )
  const values = different.map((reading) => valueOf(subject, reading) ?? 0)
  const told = writes(subject, statement)
  const at = placesOf(statement, different)
  const [value = 0] = values
  const isOne = different.length === 1
  const stated = statement.manner === 'every' ? `，即 ${statement.value} 件` : ''
  const message = isOne
    ? `${told}${stated}，${holds(subject, first)}${statement.manner === 'none' ? '' : `，差 ${signed(statement.value - value)}`}，请核对`
    : `${told}${stated}，${different
        .slice(0, 3)
        .map((reading) => holds(subject, reading))
        .join('，')}，都不一致，请核对`
  return {
    ...fail(message, at),
    ...sidesOf(subject, statement, first),
    quotes: [quoted(statement)],
    ...(isOne && statement.standing === 'plain' && statement.manner === 'count'
      ? { cures: replacing(statement, value) }
      : {}),
  }
}

/** 机关收到3120件，下属单位收到1710件，合计4830件: the sum behind is what the table holds. */
type Sums = ReadonlyMap<string, readonly number[]>

const sumsOf = (statements: readonly Statement[]): Sums => {
  const sums = new Map<string, number[]>()
  for (const { isTotal, concepts, manner, at, sentence, value } of statements)
    if (isTotal && concepts.length === 0 && manner === 'count')
      sums.set(`${at} ${sentence}`, [...(sums.get(`${at} ${sentence}`) ?? []), value])
  return sums
}

const verdictOf = (subject: Subject, statement: Statement, beside: ReadonlySet<string>, sums: Sums): Verdict | null => {
  const readings = readingsLeft(statement, readingsOf(subject.format, statement), beside)
  const [first] = readings
  if (!first || statement.standing === 'left') return null
  const values = readings.map((reading) => valueOf(subject, reading))
  const quotes = [quoted(statement)]
  if (!isExact(statement)) {
    if (values.some((value) => value === null || isNear(statement, value))) return null
    return {
      ...unknown(
        `${writes(subject, statement)}是约数，${holds(subject, first)}，未能核对，请自行核对`,
        placesOf(statement, [first]),
      ),
      quotes,
    }
  }
  const match = values.findIndex((value) => value === statement.value)
  const matched = readings[match]
  const isUnclear = match > 0 && statement.concepts[0] === 'received' && statement.holdsCarried
  if (matched && !isUnclear)
    return {
      ...pass(
        `“${wordsOf(statement)}”与${holds(subject, matched).replace(/是 .*$/, '')}一致`,
        placesOf(statement, [matched]),
      ),
      quotes,
    }
  if (values.some((value) => value === null))
    return {
      ...open(
        `${writes(subject, statement)}，“${first.label}”还没有填完，填完后才能核对`,
        placesOf(statement, readings.slice(0, 1)),
      ),
      quotes,
    }
  const known = values.map((value) => value ?? 0)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const isBetween = statement.concepts[0] === 'answered' && statement.value > least && statement.value < most
  // Of those for one reason there may be fewer than the row holds, and never more.
  const isMore = statement.within !== null && statement.value > (known[0] ?? 0)
  if (isMore) return unlike(subject, statement, readings)
  if (
    statement.standing === 'doubtful' ||
    isBetween ||
    sums.get(`${statement.at} ${statement.sentence}`)?.some((sum) => sum > statement.value && known.includes(sum)) ||
    isUnclear ||
    (statement.concepts[0] === 'carried' && known[0] !== known[1])
  )
    return {
      ...unknown(
        `${writes(subject, statement)}，${holds(subject, first)}，两处口径可能不同，未能核对，请自行核对`,
        placesOf(statement, [first]),
      ),
      quotes,
      ...sidesOf(subject, statement, first),
    }
  return unlike(subject, statement, readings)
}

/** Compares each statement with the tables on all its right readings (catalogue F1 to F5 and F10). */
export const compared = (subject: Subject, statements: readonly Statement[]): readonly Judged[] => {
  const beside = new Set(
    statements.flatMap(({ concepts, at, sentence, list }, index) => {
      const before = statements[index - 1]
      // 予以公开64件（其中部分公开14件）: the one within the other.
      const isWithin = before?.concepts[0] === 'granted' && list !== null && before.list !== list
      return concepts[0] === 'partlyGranted' && !isWithin ? [`${at} ${sentence}`] : []
    }),
  )
  const sums = sumsOf(statements)
  return statements
    .filter(
      ({ manner, concepts }) => (manner === 'count' || manner === 'none' || manner === 'every') && concepts.length > 0,
    )
    .flatMap((statement) => {
      const rule = ruleOf(statement)
      return rule === '' ? [] : [{ statement, rule, verdict: verdictOf(subject, statement, beside, sums) }]
    })
}
