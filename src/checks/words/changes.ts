import { fail, pass, unknown, type LastYear, type Subject, type Verdict } from '../rule'
import { isQuotient, percentage } from './percent'
import { readingsOf } from './readings'
import { quoted, valueOf, wordsOf, writes } from './saying'
import type { Concept, Read, Statement } from './statement'

const counted = new Set<Concept>([
  'received',
  'handled',
  'processed',
  'named',
  'finished',
  'review',
  'litigation',
  'cases',
])

/** 申请量较上年有所增长，增幅达35%: the sentence names applications before it, without a number. */
const isOfApplications = ({ words, start }: Statement): boolean => {
  const text = words.text.slice(Math.max(0, start - 30), start)
  return /申请[^。,]{0,6}(?:比|较|同)[^。,]*,[^。,]*$/.test(text)
}

/** What a change is said of: named beside it, or what the number before it counts; null where no table holds it. */
const subjectOf = (change: Statement, before: readonly Statement[]): Statement | null => {
  const [own] = change.concepts
  if (change.standing === 'left' || !change.quantity) return null
  if (own !== undefined) return counted.has(own) && change.matter !== 'foreign' ? change : null
  const counts = before.filter(({ sentence, manner }) => sentence === change.sentence && manner === 'count')
  const last = counts[counts.length - 1]
  if (!last && change.matter === 'requests' && isOfApplications(change)) return { ...change, concepts: ['named'] }
  const [first] = last?.concepts ?? []
  return last && first !== undefined && last.standing !== 'left' && counted.has(first) && last.concepts.length === 1
    ? last
    : null
}

/** Readings of what changed, the sum of new and carried cases always among them. */
const readings = (subject: Subject, of: Statement) => {
  const own = readingsOf(subject.format, of)
  return of.concepts[0] === 'received' ? readingsOf(subject.format, { ...of, concepts: ['handled'] }) : own
}

const judge = (subject: Subject, last: LastYear, change: Statement, of: Statement): readonly Verdict[] => {
  const { quantity } = change
  if (!quantity || quantity.mark !== '') return []
  const sign = change.manner === 'less' ? -1 : 1
  const sides = readings(subject, of).map((reading) => ({
    reading,
    now: valueOf(subject, reading),
    before: valueOf({ valueAt: last.valueAt }, reading),
  }))
  const isPercent = quantity.measure === '%'
  const fits = (now: number, before: number): boolean =>
    isPercent
      ? (now - before) * sign >= 0 && isQuotient(quantity.value, quantity.decimals, now - before, before)
      : (now - before) * sign === quantity.value
  const quotes = [quoted(change)]
  const at = [change.at]
  const match = sides.find(({ now, before }) => now !== null && before !== null && fits(now, before))
  if (match)
    return [{ ...pass(`“${wordsOf(change)}”与上年年报相符：${match.before ?? ''}→${match.now ?? ''}`, at), quotes }]
  const [first] = sides
  if (!first) return []
  const { now, before, reading } = first
  if (now === null || before === null || (isPercent && before === 0))
    return [
      { ...unknown(`${writes(subject, change)}，本年或上年的“${reading.label}”没有数或是 0，未能核对`, at), quotes },
    ]
  const size = isPercent ? percentage(now - before, before, quantity.decimals) : `${Math.abs(now - before)} 件`
  const right = now === before ? '没有变化' : `${now > before ? '增加' : '减少'} ${size}`
  return [
    {
      ...fail(`${writes(subject, change)}，“${reading.label}”上年 ${before}、本年 ${now}，应为${right}，请核对`, [
        ...at,
        ...reading.plus,
      ]),
      sides: [
        { label: wordsOf(change), value: `${sign < 0 ? '减少' : '增加'} ${quantity.value}${quantity.measure}`, at },
        { label: reading.label, value: right, at: reading.plus },
      ],
      quotes,
    },
  ]
}

/** How many statements back what changed may stand. */
const reach = 12

/** Catalogue F8: 同比 and 比上年 equal the change computed from last year's report, on new or on all applications. */
export const judgeChanges = (subject: Subject, reads: readonly Read[]): readonly Verdict[] => {
  const claims = reads.flatMap((read) =>
    read.statements.flatMap((change, index) => {
      if (change.manner !== 'more' && change.manner !== 'less') return []
      if (!/^(?:%|件|宗|份|起|条)$/.test(change.quantity?.measure ?? '')) return []
      const of = subjectOf(change, read.statements.slice(Math.max(0, index - reach), index))
      return of ? [{ change, of }] : []
    }),
  )
  const { last } = subject
  const [first] = claims
  if (!last && first)
    return [
      {
        ...unknown(`没有上年年报，${writes(subject, first.change)}等同比数未能核对`, [first.change.at]),
        quotes: claims.map(({ change }) => quoted(change)),
      },
    ]
  return last ? claims.flatMap(({ change, of }) => judge(subject, last, change, of)) : []
}
