import { fromMillionths, toMillionths } from '../../report/amount'
import { cellsOf, type Address } from '../../report/cells'
import { fail, open, pass, unknown, type Subject, type Verdict } from '../rule'
import { isDisclosed } from './heads'
import { partOf, quoted, replacing, wordsOf, writes } from './saying'
import type { Concept, Read, Statement } from './statement'

const deeds: Readonly<Partial<Record<Concept, string>>> = { issue: 'issued', repeal: 'repealed', inForce: 'inForce' }

const cellsFor = ({ matter, concepts }: Statement): readonly Address[] => {
  const [concept] = concepts.slice(-1)
  if (matter === 'rules' || matter === 'normative') {
    const deed = concept && deeds[concept]
    return deed === undefined ? [`issued.${matter}.issued`, `issued.${matter}.inForce`] : [`issued.${matter}.${deed}`]
  }
  if (matter === 'licences') return ['licensing.licences.decisions']
  if (matter === 'penalties' || matter === 'coercion') return [`enforcement.${matter}.decisions`]
  return matter === 'charges' ? ['fees.charges.amount'] : []
}

/** The number as it is kept in the table: money in 万元, as a plain decimal. */
const figureOf = ({ quantity, words }: Statement): string => {
  if (!quantity) return ''
  const digits = words.text.slice(quantity.digits[0], quantity.digits[1]).replace(/,/g, '')
  if (quantity.measure !== '元' || !/^\d+(\.\d{1,6})?$/.test(digits))
    return /^\d+(\.\d+)?$/.test(digits) ? digits : String(quantity.value)
  return fromMillionths(toMillionths(digits) / 10_000n)
}

/** 作出…决定, 制发: words that speak of what the table counts, and not of information about it. */
const isDecided = (statement: Statement): boolean => {
  const text = statement.words.text.slice(Math.max(0, statement.start - 24), statement.end)
  const since = text.slice(Math.max(text.lastIndexOf('。'), text.lastIndexOf(';')) + 1)
  const [concept] = statement.concepts.slice(-1)
  if (statement.matter === 'rules' || statement.matter === 'normative')
    return concept !== undefined && deeds[concept] !== undefined && !/发布|公布|公开/.test(since)
  return /作出|做出|实施|决定|收费金额|收取/.test(since)
}

const judge = (subject: Subject, statement: Statement): Verdict | null => {
  const { quantity, standing } = statement
  const places = cellsFor(statement).filter((at) => cellsOf(subject.format).has(at))
  const [first] = places
  if (!quantity || first === undefined || standing === 'left' || quantity.mark !== '' || quantity.isRounded) return null
  const values = places.map((at) => subject.valueAt(at).value)
  const stated = figureOf(statement)
  const isSame = (value: number | string | null): boolean =>
    value !== null && toMillionths(value) === toMillionths(stated)
  const quotes = [quoted(statement)]
  const label = cellsOf(subject.format).get(first)?.label ?? ''
  const found = values.findIndex(isSame)
  const matched = places[found]
  if (matched !== undefined)
    return {
      ...pass(
        `“${wordsOf(statement)}”与${partOf(subject, matched)}“${cellsOf(subject.format).get(matched)?.label ?? ''}”一致`,
        [statement.at, matched],
      ),
      quotes,
    }
  if (values.some((value) => value === null))
    return {
      ...open(`${writes(subject, statement)}，“${label}”还没有填，填完后才能核对`, [statement.at, first]),
      quotes,
    }
  const told = `${writes(subject, statement)}，${partOf(subject, first)}“${label}”是 ${values[0] ?? ''}`
  if (standing === 'doubtful' || !isDecided(statement))
    return { ...unknown(`${told}，所指可能不同，未能核对，请自行核对`, [statement.at, first]), quotes }
  const difference = fromMillionths(toMillionths(stated) - toMillionths(values[0] ?? 0))
  return {
    ...fail(`${told}，差 ${difference.startsWith('-') ? difference.replace('-', '−') : `+${difference}`}，请核对`, [
      statement.at,
      first,
    ]),
    sides: [
      { label: `${partOf(subject, statement.at)}的文字`, value: stated, at: [statement.at] },
      { label, value: String(values[0] ?? ''), at: [first] },
    ],
    difference: difference.startsWith('-') ? difference.replace('-', '−') : `+${difference}`,
    quotes,
    ...(statement.matter === 'charges' ? {} : { cures: replacing(statement, Number(values[0])) }),
  }
}

/** Exact counts of matters that no table holds, for one look. */
const others = (reads: readonly Read[]): readonly Statement[] =>
  reads
    .flatMap(({ statements }) => statements)
    .filter(
      ({ manner, concepts, matter, quantity }) =>
        manner === 'count' &&
        concepts.length === 0 &&
        !isDisclosed(matter) &&
        quantity !== null &&
        quantity.mark === '' &&
        /^(?:件|条|篇|次|期|场|份|个|项|人次|封|起|宗)$/.test(quantity.measure) &&
        quantity.value > 9,
    )

/** Catalogue F13: numbers of table two's matters against that table; those of no table are listed once for a look. */
export const judgeDisclosed = (subject: Subject, reads: readonly Read[]): readonly Verdict[] => {
  const own = reads
    .flatMap(({ statements }) => statements)
    .filter(({ manner, matter, concepts }) => manner === 'count' && isDisclosed(matter) && concepts.length > 0)
    .flatMap((statement) => judge(subject, statement) ?? [])
  const rest = others(reads)
  const [first] = rest
  if (!first) return own
  const shown = rest
    .slice(0, 12)
    .map(({ quantity, words }) => (quantity ? words.text.slice(quantity.start, quantity.end) : ''))
  const more = rest.length > shown.length ? '等' : ''
  return [
    ...own,
    {
      ...unknown(`正文有 ${rest.length} 个数不在表格中，未能核对，请自行核对：${shown.join('、')}${more}`, [
        ...new Set(rest.map(({ at }) => at)),
      ]),
      quotes: rest.map(quoted),
    },
  ]
}
