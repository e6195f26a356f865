import type { Figure } from '../../report/amount'
import { quantitiesIn, type Quantity } from './quantities'
import { feeSentences, type FeeClause, type FeeSentence } from './sentences'
import type { Subject } from '../rule'

/** The fee figures beside section six, by the last part of their address. */
export type FeeKind = 'notices' | 'billed' | 'paid' | 'collected'

/** What the words say of one of the figures, or of one of several that they may mean; 0 may be said of all of them. */
export interface FeeClaim {
  readonly clause: FeeClause
  readonly kinds: readonly FeeKind[]
  readonly ofAll: boolean
  readonly value: Figure
  /** undefined where 0 is said in words. */
  readonly quantity: Quantity | undefined
  /** Whether the words leave open whose, when or how much exactly. */
  readonly hedged: boolean
  /** One of the parts of a number said before: 其中. */
  readonly isPart: boolean
}

export interface FeeReading {
  readonly claims: readonly FeeClaim[]
  readonly sentences: readonly FeeSentence[]
}

type Phase = 'bill' | 'pay' | 'charge' | 'none'

const kindsOf: Readonly<Record<Phase, Readonly<Record<Quantity['unit'], readonly FeeKind[]>>>> = {
  bill: { 件: ['notices'], 元: ['billed'] },
  pay: { 件: ['paid'], 元: ['collected'] },
  charge: { 件: ['paid', 'notices'], 元: ['collected', 'billed'] },
  none: { 件: [], 元: [] },
}

// In this order at each place: what was asked for, what was not paid or is of other things, what was paid, mere charging.
const keyword =
  /((?:收费|缴费|缴款|收缴|交费|发出|下达|送达|开具|出具|制发)了?通知|收费总金额|应收|应缴|应交|计收)|((?:未|没有|尚未|拒不|拒绝)(?:按[^,]{0,10}?)?(?:缴|交|支付)|退还|退回|退费|减免|免收|免除|免予|撤回|放弃|收到[^,]{0,12}?申请|受理|答复|办结)|(实收|收取|收缴|缴纳|缴费|交纳|交费|缴款|缴清|支付|到账|入账|入库|已缴|已交|收到(?:缴费|缴款|费用|信息处理费)|收讫)|(收费|信息(?:公开)?处理费)/g

interface Mark {
  readonly phase: Phase
  readonly isWeak: boolean
  readonly end: number
}

const marksOf = (text: string, running: Phase): readonly Mark[] =>
  [...text.matchAll(keyword)].map(({ 0: word, 1: bill, 2: not, 3: pay, index }) => ({
    // “收费总金额” is what the notices ask for, unless the sentence already speaks of what was paid.
    phase:
      word === '收费总金额' && running === 'pay' ? 'charge' : bill ? 'bill' : not ? 'none' : pay ? 'pay' : 'charge',
    isWeak: !bill && !not && !pay,
    end: index + word.length,
  }))

/**
 * What each number stands for: the last strong word before it, else the first after it in its clause; where the clause
 * has none, a weak word in it, else what the sentence spoke of before. The starts must rise.
 */
const phasesAt = (marks: readonly Mark[], starts: readonly number[], running: Phase): readonly Phase[] => {
  const strong = marks.filter(({ isWeak }) => !isWeak)
  const fallback = (strong[0] ?? marks[0])?.phase ?? running
  let next = 0
  return starts.map((start) => {
    while (next < strong.length && (strong[next]?.end ?? start) <= start) next += 1
    return strong[next - 1]?.phase ?? fallback
  })
}

const notNotified =
  /(?:未|没有|没|无|不)(?!按|依|及时)(?:(?:向|对|给)[^,]{0,12}?)?(?:需|曾)?(?:发|下|送|开|制|出|产生|印|寄)[^,]{0,14}?通知|(?:无|没有)[^,\d]{0,8}?(?:收费|缴费|缴款|交费)通知/
const notCharged =
  /(?:未|没有|没|无|不|零)(?!按|依|及时|纳入)[^,\d]{0,20}?(?:收取|收缴|征收|收费(?!通知)|信息(?:公开)?处理费(?![^,]{0,6}通知))|(?:收取|收费|处理费)[^,\d]{0,8}?[:为](?:无|零|0)$/
const nobodyPaid = /(?:均|都|全部|全都)(?:未|没有)[^,]{0,6}?(?:缴|交)|(?:无人|没有人)(?:缴|交)|未收到(?:缴费|费用|缴款)/
/** Denials of something else: nothing else, nothing beyond the rules. */
const otherDenial = /其他费|其它费|任何其他|违规|另行|额外|超标准|多收|乱收/

const zeros = (clause: FeeClause, hasNumbers: boolean): readonly FeeClaim[] => {
  const { text } = clause
  if (otherDenial.test(text)) return []
  const claim = (kinds: readonly FeeKind[]): FeeClaim => ({
    clause,
    kinds,
    ofAll: true,
    value: 0,
    quantity: undefined,
    hedged: clause.hedged || hasNumbers,
    isPart: false,
  })
  return [
    ...(notNotified.test(text) ? [claim(['notices', 'billed'])] : []),
    ...(notCharged.test(text)
      ? [claim(['paid', 'collected'])]
      : nobodyPaid.test(text) && !hasNumbers
        ? [claim(['paid', 'collected'])]
        : []),
  ]
}

const claimsIn = (sentence: FeeSentence): readonly FeeClaim[] => {
  const found: FeeClaim[] = []
  const said = new Set<string>()
  let running: Phase = 'charge'
  let isWithin = false
  for (const clause of sentence) {
    const { text } = clause
    const marks = marksOf(text, running)
    const quantities = quantitiesIn(text)
    const positive = quantities.some(({ value }) => Number(value) > 0)
    found.push(...zeros(clause, positive))
    const within = text.indexOf('其中')
    const phases = phasesAt(marks, [...quantities.map(({ start }) => start), text.length], running)
    quantities.forEach((quantity, index) => {
      const kinds = kindsOf[phases[index] ?? running][quantity.unit]
      if (kinds.length === 0) return
      const isAfter = isWithin || (within >= 0 && within < quantity.start)
      const key = kinds.join()
      found.push({
        clause,
        kinds,
        ofAll: false,
        value: quantity.value,
        quantity,
        hedged:
          clause.hedged || !quantity.exact || /^[^,]{0,8}?申请(?!人)/.test(text.slice(quantity.end, quantity.end + 12)),
        isPart: isAfter && said.has(key),
      })
      said.add(key)
    })
    isWithin ||= within >= 0
    running = phases[quantities.length] ?? running
  }
  return found
}

const known = new WeakMap<Subject, FeeReading>()

/** What section six says in words of the 信息处理费; read once for each subject. */
export const readFees = (subject: Subject): FeeReading => {
  const sentences = known.get(subject)?.sentences ?? feeSentences(subject)
  const found = known.get(subject) ?? { sentences, claims: sentences.flatMap(claimsIn) }
  known.set(subject, found)
  return found
}
