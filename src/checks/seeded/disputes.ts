import { listed, readings, zero, type Facts } from './facts'
import { say, toldOf, type Statement } from './statement'

const reviews = [
  ['结果维持', readings.reviewUpheld],
  ['结果纠正', readings.reviewCorrected],
  ['其他结果', readings.reviewOther],
  ['尚未审结', readings.reviewPending],
] as const

const suits = [
  ['结果维持', readings.litigationUpheld],
  ['结果纠正', readings.litigationCorrected],
  ['其他结果', readings.litigationOther],
  ['尚未审结', readings.litigationPending],
] as const

const { review, direct, afterReview, litigation, disputes } = readings

/** The statement with its first number the whole of the others from an index on. */
const withParts = (statement: Statement, whole: number, from: number, to?: number): Statement => ({
  ...statement,
  sums: [
    ...statement.sums,
    {
      whole,
      parts: toldOf(statement).flatMap((_, index) => (index >= from && index < (to ?? Infinity) ? [index] : [])),
    },
  ],
})

type Pattern = (facts: Facts) => Statement

/** How reviews and lawsuits are told where there were both. */
const both: readonly Pattern[] = [
  (facts) => {
    const { statement, count } = listed(facts, 'F5', reviews)
    return withParts(
      say`因政府信息公开引起的行政复议${facts.n('F5', review)}，其中${statement}；行政诉讼${facts.n('F5', litigation)}。`,
      0,
      1,
      count + 1,
    )
  },
  ({ n }) =>
    withParts(
      say`被申请行政复议${n('F5', review)}；被提起行政诉讼${n('F5', litigation)}，其中未经复议直接起诉${n('F5', direct)}、复议后起诉${n('F5', afterReview)}。`,
      1,
      2,
    ),
  ({ n }) =>
    withParts(
      say`涉及政府信息公开的行政复议、行政诉讼案件共${n('F5', disputes)}，其中行政复议${n('F5', review)}、行政诉讼${n('F5', litigation)}。`,
      0,
      1,
    ),
  (facts) =>
    withParts(
      say`政府信息公开行政诉讼${facts.n('F5', litigation)}，其中${listed(facts, 'F5', suits).statement}。`,
      0,
      1,
    ),
  ({ n }) =>
    say`全年发生政府信息公开行政复议${n('F5', review)}，被复议机关纠正${n('F5', readings.reviewCorrected)}；行政诉讼${n('F5', litigation)}。`,
  ({ n }) => say`未经复议直接起诉${n('F5', direct)}，复议后起诉${n('F5', afterReview)}。`,
  (facts) =>
    withParts(say`行政复议案件${facts.n('F5', review)}，其中${listed(facts, 'F5', reviews).statement}。`, 0, 1),
]

const onlyReviews: readonly Pattern[] = [
  (facts) => {
    const { statement, count } = listed(facts, 'F5', reviews)
    return withParts(
      say`因政府信息公开被申请行政复议${facts.n('F5', review)}，其中${statement}；${zero('F10', '未发生行政诉讼', litigation)}。`,
      0,
      1,
      count + 1,
    )
  },
  ({ n }) => say`全年政府信息公开行政复议${n('F5', review)}、行政诉讼${n('F5', litigation)}。`,
]

const onlySuits: readonly Pattern[] = [
  ({ n }) => say`${zero('F10', '全年未发生政府信息公开行政复议', review)}，行政诉讼${n('F5', litigation)}。`,
  ({ n }) => say`政府信息公开行政复议${n('F5', review)}，行政诉讼${n('F5', litigation)}。`,
]

const none: readonly Pattern[] = [
  () => say`${zero('F10', '全年未发生因政府信息公开引起的行政复议、行政诉讼', disputes)}。`,
  () => say`${zero('F10', '本年度没有涉及政府信息公开的行政复议和行政诉讼案件', disputes)}。`,
  ({ n }) => say`政府信息公开行政复议${n('F5', review)}，行政诉讼${n('F5', litigation)}。`,
]

/** What a report says of disputes; where nothing was corrected it may say so. */
export const disputesOf = (facts: Facts): readonly Statement[] => {
  const { sumOf, random } = facts
  const [reviewed, sued] = [sumOf(review) > 0, sumOf(litigation) > 0]
  const patterns = reviewed && sued ? both : reviewed ? onlyReviews : sued ? onlySuits : none
  const told = random.draw(patterns, reviewed && sued && random.chance(0.2) ? 2 : 1).map((pattern) => pattern(facts))
  const nothingCorrected = sumOf(readings.corrected) === 0 && (reviewed || sued) && random.chance(0.6)
  return nothingCorrected
    ? [...told, say`${zero('E3', '未发生政府信息公开行政复议被纠错、行政诉讼败诉的情况', readings.corrected)}。`]
    : told
}
