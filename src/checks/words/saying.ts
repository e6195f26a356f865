import { signed } from '../../report/amount'
import { cellsOf, type Address } from '../../report/cells'
import { sumOf } from '../../report/totals'
import { quoteOf, type Quote } from '../normal'
import type { Cure, Side, Subject, Verdict } from '../rule'
import type { Reading } from './summing'
import type { Statement } from './statement'

type Told = Pick<Statement, 'at' | 'words' | 'start' | 'end'>

/** What a reading comes to in the tables; null while a cell is blank. */
export const valueOf = ({ valueAt }: Pick<Subject, 'valueAt'>, { plus, minus }: Reading): number | null => {
  const added = sumOf(plus.map(valueAt))
  const taken = sumOf(minus.map(valueAt))
  if (added.missing + taken.missing > 0 || added.value === null) return null
  return Number(added.value) - Number(taken.value ?? 0)
}

/** 第一部分, after the section's number in its statutory title. */
export const partOf = ({ format }: Subject, at: Address): string => {
  const id = at.split('.')[0]
  const cell = cellsOf(format).get(at)
  const section = format.sections.find((one) => one.id === cell?.section || one.blocks.some((block) => block.id === id))
  return `第${section?.title.slice(0, 1) ?? ''}部分`
}

/** The words that state something, as they stand in the source. */
export const quoted = ({ at, words, start, end }: Told): Quote => quoteOf(at, words, start, end)

/** Those words for a message, line breaks and long stretches left out. */
export const wordsOf = (told: Told): string => {
  const { start, end } = quoted(told)
  const text = told.words.source.slice(start, end).replace(/\s+/g, '')
  return text.length > 40 ? `${text.slice(0, 18)}…${text.slice(-18)}` : text
}

/** 第一部分写“收到申请1120件” */
export const writes = (subject: Subject, told: Told): string => `${partOf(subject, told.at)}写“${wordsOf(told)}”`

/** 第三部分“一、本年新收政府信息公开申请数量”是 120 */
export const holds = (subject: Subject, reading: Reading): string =>
  `${partOf(subject, reading.plus[0] ?? '')}“${reading.label}”是 ${valueOf(subject, reading) ?? '空'}`

/** The cure that puts another number where this one stands in the text. */
export const replacing = (statement: Statement, value: number): readonly Cure[] => {
  const { quantity, at, words } = statement
  if (!quantity || quantity.isRounded || quantity.mark !== '') return []
  const { start, end } = quoteOf(at, words, quantity.digits[0], quantity.digits[1])
  const to = String(value)
  return [{ says: `改为 ${to}`, changes: [{ at, from: words.source.slice(start, end), to, range: [start, end] }] }]
}

/** A verdict's two sides and the difference between them. */
export const sidesOf = (
  subject: Subject,
  statement: Statement,
  reading: Reading,
): Pick<Verdict, 'sides' | 'difference'> => {
  const value = valueOf(subject, reading)
  const sides: readonly [Side, Side] = [
    { label: `${partOf(subject, statement.at)}的文字`, value: String(statement.value), at: [statement.at] },
    { label: reading.label, value: String(value ?? '空'), at: [...reading.plus, ...reading.minus] },
  ]
  return value === null ? { sides } : { sides, difference: signed(statement.value - value) }
}
