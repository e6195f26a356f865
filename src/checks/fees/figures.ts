import { compare, signed, subtract, type Figure } from '../../report/amount'
import { allFigures, cellsOf } from '../../report/cells'
import { fail, open, pass, unknown, type Rule, type Subject, type Verdict } from '../rule'
import { tellsOfLastYear } from './sentences'

const at = {
  notices: 'handlingFee.notices',
  billed: 'handlingFee.billed',
  paid: 'handlingFee.paid',
  collected: 'handlingFee.collected',
} as const

const isZero = (figure: Figure): boolean => compare(figure, 0) === 0

const labelOf = (subject: Subject, address: string): string => cellsOf(subject.format).get(address)?.label ?? address

const bothOrNeither = (subject: Subject, count: string, amount: string): Verdict => {
  const [cases, money] = [subject.valueAt(count).value, subject.valueAt(amount).value]
  const places = [count, amount]
  const label = labelOf(subject, count)
  if (cases === null || money === null) return open(`${label}和金额还没有填完，填完后才能核对`, places)
  if (isZero(cases) === isZero(money)) return pass(`${label}和金额相符`, places)
  return fail(`${label}是 ${cases}，${labelOf(subject, amount)}是 ${money}，一项为 0 时另一项也应为 0，请核对`, places)
}

/** What last year's notices still asked for at its end; undefined where last year's report does not say. */
const leftFromLastYear = ({ last }: Subject): Figure | undefined => {
  const [billed, collected] = [last?.valueAt(at.billed).value ?? null, last?.valueAt(at.collected).value ?? null]
  return billed === null || collected === null ? undefined : subtract(billed, collected)
}

const noMore = (subject: Subject): Verdict => {
  const [billed, collected] = [subject.valueAt(at.billed).value, subject.valueAt(at.collected).value]
  const places = [at.collected, at.billed]
  const [more, less] = [labelOf(subject, at.collected), labelOf(subject, at.billed)]
  if (billed === null || collected === null) return open(`${less}和${more}还没有填完，填完后才能核对`, places)
  if (compare(collected, billed) <= 0) return pass(`${more}不多于${less}`, places)
  const excess = subtract(collected, billed)
  const left = leftFromLastYear(subject)
  if (left !== undefined && compare(excess, left) <= 0) return pass(`${more}多出的部分是上年通知的费用`, places)
  const said = `${more}是 ${collected}，多于${less} ${billed}，差 ${signed(excess)}`
  if (left === undefined && tellsOfLastYear(subject))
    return unknown(`${said}；第六部分写到了上年通知的费用，上年年报没有数字可核对，请自行核对`, places)
  return {
    ...fail(`${said}，请核对；收的是上年通知的费用，请在第六部分写明`, places),
    sides: [
      { label: more, value: String(collected), at: [at.collected] },
      { label: less, value: String(billed), at: [at.billed] },
    ],
    difference: signed(excess),
  }
}

/** D7: the four figures of the fee fit together: no amount without cases, no more collected than was asked for. */
export const feeFigures: Rule = {
  id: 'D7',
  severity: 'warning',
  holds: '信息处理费：实际收取不多于收费总金额；件数为 0 时金额为 0，金额为 0 时件数为 0',
  basis: '国办函〔2020〕109号',
  example: {
    fault: '发出收费通知 2 件，收费总金额填了 0 元',
    message: '发出收费通知件数是 2，收费总金额（元）是 0，一项为 0 时另一项也应为 0，请核对',
  },
  judge: (subject) =>
    allFigures(subject.format).some(({ id }) => id === 'handlingFee')
      ? [bothOrNeither(subject, at.notices, at.billed), bothOrNeither(subject, at.paid, at.collected), noMore(subject)]
      : [],
}
