import { add, compare, signed, subtract, type Figure } from '../../report/amount'
import { quoteOf } from '../normal'
import { fail, type Subject, type Verdict } from '../rule'
import { readFees } from './claims'
import { quantitiesIn, type Quantity } from './quantities'
import type { FeeClause, FeeSentence } from './sentences'

interface Numbered {
  readonly clause: FeeClause
  readonly quantity: Quantity
}

const sum = (list: readonly Numbered[]): Figure =>
  list.reduce<Figure>((all, { quantity }) => add(all, quantity.value), 0)

const told = (list: readonly Numbered[]): string =>
  list.map(({ clause, quantity }) => clause.text.slice(quantity.start, quantity.end)).join('、')

const verdict = (list: readonly Numbered[], whole: Numbered, message: (difference: string) => string): Verdict => ({
  ...fail(message(signed(subtract(sum(list), whole.quantity.value))), [whole.clause.passage.at]),
  quotes: [...list, whole].map(({ clause, quantity }) =>
    quoteOf(clause.passage.at, clause.passage.words, clause.start + quantity.start, clause.start + quantity.end),
  ),
})

/** The numbers of one unit that stand as a list within one clause, two or more of them, joined by 、 or 和. */
const listIn = (clause: FeeClause, unit: Quantity['unit'], from: number): readonly Numbered[] => {
  const list = quantitiesIn(clause.text).filter(
    (quantity) => quantity.unit === unit && quantity.exact && quantity.start >= from,
  )
  const isList = list.every(
    ({ start }, index) => index === 0 || /[、和]/.test(clause.text.slice(list[index - 1]?.end ?? 0, start)),
  )
  return isList && list.length > 1 ? list.map((quantity) => ({ clause, quantity })) : []
}

const sumsIn = (sentence: FeeSentence): readonly Verdict[] => {
  const found: Verdict[] = []
  for (const unit of ['件', '元'] as const) {
    let last: Numbered | undefined
    let list: readonly Numbered[] = []
    for (const clause of sentence) {
      const within = clause.text.indexOf('其中')
      const quantities = quantitiesIn(clause.text).filter((quantity) => quantity.unit === unit)
      const early = quantities.filter(({ start }) => within < 0 || start < within)
      const whole = early[early.length - 1]
      if (within >= 0) {
        const of = whole ? { clause, quantity: whole } : last
        const parts = listIn(clause, unit, within)
        if (of?.quantity.exact && parts.length > 0 && compare(sum(parts), of.quantity.value) > 0)
          found.push(
            verdict(
              parts,
              of,
              (difference) =>
                `第六部分写“${told(parts)}”，相加是 ${sum(parts)}，多于前面写的 ${of.quantity.value}，差 ${difference}，请核对`,
            ),
          )
      } else if (
        whole?.exact &&
        quantities.length === 1 &&
        list.length > 0 &&
        /(?:合计|共计|总计|共)(?:金额)?(?:为|是)?$/.test(clause.text.slice(0, whole.start)) &&
        compare(sum(list), whole.value) !== 0
      ) {
        const parts = list
        found.push(
          verdict(
            parts,
            { clause, quantity: whole },
            (difference) =>
              `第六部分写“${told(parts)}”，相加是 ${sum(parts)}，后面写的合计是 ${whole.value}，差 ${difference}，请核对`,
          ),
        )
      }
      if (quantities.length > 0) {
        list = within < 0 ? listIn(clause, unit, 0) : []
        const quantity = quantities[quantities.length - 1]
        last = quantity && { clause, quantity }
      }
    }
  }
  return found
}

/** Where the parts that a sentence of section six lists do not add up to the whole that it states. */
export const feeSums = (subject: Subject): readonly Verdict[] => readFees(subject).sentences.flatMap(sumsIn)
