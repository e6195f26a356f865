import { add, compare, fromMillionths, signed, subtract, toMillionths, type Figure } from '../../report/amount'
import { allFigures, cellsOf } from '../../report/cells'
import { quoteOf, type Quote } from '../normal'
import { fail, open, pass, unknown, type Rule, type Subject, type Verdict } from '../rule'
import { readFees, type FeeClaim, type FeeKind } from './claims'
import { feeSums } from './sums'

const cellOf = (kind: FeeKind): string => `handlingFee.${kind}`

const quoteOfClaim = ({ clause, quantity }: FeeClaim): Quote =>
  quoteOf(clause.passage.at, clause.passage.words, clause.start, clause.start + (quantity?.end ?? clause.text.length))

const wordsOf = (claim: FeeClaim): string => {
  const { start, end } = quoteOfClaim(claim)
  return claim.clause.passage.words.source.slice(start, end)
}

/** Putting the figure in place of the number, where one figure is meant and the number stands in digits. */
const curesOf = ({ clause, quantity, kinds }: FeeClaim, figure: Figure): Verdict['cures'] => {
  if (!quantity?.isPlain || kinds.length > 1) return []
  const { at, words } = clause.passage
  const { start, end } = quoteOf(at, words, clause.start + quantity.start, clause.start + quantity.numberEnd)
  const to = String(figure)
  return [{ says: `改为 ${to}`, changes: [{ at, from: words.source.slice(start, end), to, range: [start, end] }] }]
}

const differs = (subject: Subject, claim: FeeClaim, kind: FeeKind, figure: Figure): Verdict => {
  const label = cellsOf(subject.format).get(cellOf(kind))?.label ?? kind
  const difference = signed(subtract(claim.value, figure))
  const words = wordsOf(claim)
  const at = [claim.clause.passage.at, cellOf(kind)]
  const cures = curesOf(claim, figure)
  return {
    ...fail(`第六部分写“${words}”，填的${label}是 ${figure}，差 ${difference}，请核对`, at),
    sides: [
      { label: `第六部分的“${words}”`, value: String(claim.value), at: at.slice(0, 1) },
      { label, value: String(figure), at: at.slice(1) },
    ],
    difference,
    ...(cures && cures.length > 0 ? { cures } : {}),
  }
}

/** What is said of the same figure elsewhere: several numbers may be parts of it, or one of them the whole. */
interface Alike {
  readonly count: number
  /** The sum of what is no part of another number. */
  readonly sum: Figure
  readonly values: ReadonlySet<string>
}

const keyOf = ({ kinds }: FeeClaim): string => kinds.join()

const nothingAlike: Alike = { count: 0, sum: 0, values: new Set() }

const alikeIn = (claims: readonly FeeClaim[]): ReadonlyMap<string, Alike> => {
  const groups = new Map<string, FeeClaim[]>()
  for (const claim of claims)
    if (!claim.ofAll && !claim.hedged)
      groups
        .set(keyOf(claim), groups.get(keyOf(claim)) ?? [])
        .get(keyOf(claim))
        ?.push(claim)
  return new Map(
    [...groups].map(([key, group]) => [
      key,
      {
        count: group.length,
        sum: group.reduce<Figure>((sum, { value, isPart }) => (isPart ? sum : add(sum, value)), 0),
        values: new Set(group.map(({ value }) => fromMillionths(toMillionths(value)))),
      },
    ]),
  )
}

const judgeClaim = (subject: Subject, claim: FeeClaim, { count, sum, values }: Alike): Verdict => {
  const at = [claim.clause.passage.at, ...claim.kinds.map(cellOf)]
  const words = wordsOf(claim)
  const right = pass(`“${words}”与填的数字一致`, at)
  const figures = claim.kinds.map((kind) => ({ kind, figure: subject.valueAt(cellOf(kind)).value }))
  const known = figures.flatMap(({ kind, figure }) => (figure === null ? [] : [{ kind, figure }]))
  const wrong = known.find(({ figure }) => compare(figure, claim.value) !== 0)
  const isRight = claim.ofAll
    ? !wrong && known.length === figures.length
    : known.some(({ figure }) => compare(figure, claim.value) === 0)
  if (isRight) return right
  if (!wrong || (!claim.ofAll && known.length < figures.length))
    return open(`第六部分写“${words}”，信息处理费的数字还没有填完，填完后才能核对`, at)
  if (claim.hedged) return unknown(`第六部分写“${words}”，不能断定是不是本单位本年的准确数字，请自行核对`, at)
  const isLess = known.some(({ figure }) => compare(claim.value, figure) < 0)
  const isPartOfRight = isLess && known.some(({ figure }) => values.has(fromMillionths(toMillionths(figure))))
  if (claim.isPart || isPartOfRight || (count > 1 && compare(sum, wrong.figure) === 0)) return right
  if (isLess && values.size > 1)
    return unknown(`第六部分写“${words}”，同样的数字写了几处，不能断定哪一处是全年的，请自行核对`, at)
  return differs(subject, claim, wrong.kind, wrong.figure)
}

const feeAddresses = (subject: Subject): readonly string[] =>
  allFigures(subject.format).flatMap(({ id, lines }) => lines.map((line) => `${id}.${line.id}`))

const judge = (subject: Subject): readonly Verdict[] => {
  const addresses = feeAddresses(subject)
  if (addresses.length === 0) return []
  const { claims, sentences } = readFees(subject)
  if (claims.length > 0) {
    const alike = alikeIn(claims)
    const found = claims.map((claim) => ({
      ...judgeClaim(subject, claim, (claim.ofAll ? undefined : alike.get(keyOf(claim))) ?? nothingAlike),
      quotes: [quoteOfClaim(claim)],
    }))
    return [...found, ...feeSums(subject)]
  }
  const charged = addresses.filter((at) => compare(subject.valueAt(at).value ?? 0, 0) !== 0)
  const [first] = sentences.flat()
  return first && charged.length > 0
    ? [unknown('第六部分的文字没有写明信息处理费的件数和金额，不能与填的数字核对', [first.passage.at, ...charged])]
    : []
}

/** F9: what section six says of the 信息处理费 agrees with its figures and adds up; section two's fees are other ones. */
export const agreement: Rule = {
  id: 'F9',
  severity: 'error',
  holds: '第六部分关于信息处理费的文字与填的数字一致，一句话里的各项加起来相符',
  basis: '{form}附件：收取信息处理费情况在此处报告；国办函〔2020〕109号',
  example: {
    fault: '文字写实际收取 2 件，数字填了 3 件',
    message: '第六部分写“实际收取2件”，填的实际收取件数是 3，差 −1，请核对',
  },
  judge,
}
