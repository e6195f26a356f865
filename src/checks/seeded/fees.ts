import { zero, type Facts } from './facts'
import { plain, say, type Reading, type Statement, type Told } from './statement'

const fee = (id: string): Reading => ({ plus: [`handlingFee.${id}`] })
const figures = { notices: fee('notices'), billed: fee('billed'), paid: fee('paid'), collected: fee('collected') }

/** Amounts of section six are whole yuan here: 元 and 件 stand behind the number. */
const number = ({ sumOf }: Facts, of: Reading, unit: string): Told => ({
  rule: 'F9',
  value: sumOf(of),
  write: (value) => `${value}${unit}`,
  of: of.plus,
  isTrue: (value, sums) => sums(of) === value,
})

const someCharged: readonly ((facts: Facts) => Statement)[] = [
  (facts) =>
    say`本年度发出信息处理费收费通知${number(facts, figures.notices, '件')}，收费总金额${number(facts, figures.billed, '元')}；实际收取${number(facts, figures.paid, '件')}，实际收取金额${number(facts, figures.collected, '元')}。`,
  (facts) =>
    say`全年向申请人发出信息处理费收费通知${number(facts, figures.notices, '件')}，总金额${number(facts, figures.billed, '元')}，实际收取${number(facts, figures.collected, '元')}。`,
  (facts) =>
    say`依照规定发出信息处理费收费通知${number(facts, figures.notices, '件')}，应收${number(facts, figures.billed, '元')}，实际收取${number(facts, figures.paid, '件')}、${number(facts, figures.collected, '元')}。`,
  (facts) =>
    say`${facts.we}发出收费通知${number(facts, figures.notices, '件')}，实际收取信息处理费${number(facts, figures.collected, '元')}。`,
]

const all = { plus: [...figures.notices.plus, ...figures.billed.plus, ...figures.paid.plus, ...figures.collected.plus] }
const none: readonly ((facts: Facts) => Statement)[] = [
  () => say`${zero('F9', '本年度未发出信息处理费收费通知，未收取信息处理费', all)}。`,
  () => say`${zero('F9', '本年度未收取信息处理费', { plus: [...figures.paid.plus, ...figures.collected.plus] })}。`,
  ({ we, typed: { year } }) => say`${zero('F9', `${year}年，${we}未发出收费通知，没有收取信息处理费`, all)}。`,
]

/** What section six says of the fee, and that nothing else is to be told. */
export const feesOf = (facts: Facts): readonly Statement[] => {
  const charged = facts.sumOf(all) > 0
  const [told] = facts.random.draw(charged ? someCharged : none, 1).map((pattern) => pattern(facts))
  const rest = facts.random.chance(0.3) ? [plain('无其他需要报告的事项。', 'rest')] : []
  return [...(told ? [{ ...told, about: 'fee' }] : []), ...rest]
}
