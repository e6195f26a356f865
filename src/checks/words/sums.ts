import { signed } from '../../report/amount'
import { fail, pass, type Subject, type Verdict } from '../rule'
import { isDispute } from './heads'
import { quoted, wordsOf, writes } from './saying'
import type { Concept, Read, Statement } from './statement'

type Family = 'applicants' | 'kinds' | 'outcomes' | 'results' | 'disputes' | 'blocks' | 'origins' | 'others' | 'none'

const familyOf = ({ concepts, hasChannel, within }: Statement): Family => {
  const [first] = concepts
  if (hasChannel || within !== null) return 'others'
  switch (first) {
    case undefined:
    case 'named':
      return 'others'
    case 'received':
    case 'carriedIn':
      return 'origins'
    case 'natural':
    case 'organisations':
      return 'applicants'
    case 'business':
    case 'research':
    case 'charity':
    case 'legalService':
      return 'kinds'
    case 'granted':
    case 'partlyGranted':
    case 'refused':
    case 'unavailable':
    case 'notProcessed':
    case 'otherHandling':
      return 'outcomes'
    case 'Upheld':
    case 'Corrected':
    case 'Other':
    case 'Pending':
      return 'results'
    case 'review':
    case 'litigation':
      return 'disputes'
    case 'direct':
    case 'afterReview':
      return 'blocks'
    default:
      return 'none'
  }
}

/** The names that make up all of a whole. */
const complete: Readonly<Partial<Record<Family, readonly Concept[]>>> = {
  applicants: ['natural', 'organisations'],
  outcomes: ['granted', 'partlyGranted', 'refused', 'unavailable', 'notProcessed', 'otherHandling'],
  results: ['Upheld', 'Corrected', 'Other', 'Pending'],
  disputes: ['review', 'litigation'],
  blocks: ['direct', 'afterReview'],
  origins: ['received', 'carriedIn'],
}

const isExact = ({ quantity }: Statement): boolean => quantity !== null && quantity.mark === '' && !quantity.isRounded

const measureOf = ({ quantity }: Statement): string => quantity?.measure ?? ''

const sumOf = (parts: readonly Statement[]): number => parts.reduce((sum, { value }) => sum + value, 0)

const isCase = (statement: Statement): boolean => statement.matter === 'requests' || isDispute(statement.matter)

const told = (subject: Subject, whole: Statement, parts: readonly Statement[], isAfter: boolean): Verdict => {
  const sum = sumOf(parts)
  const quotes = [quoted(whole), ...parts.map(quoted)]
  const at = [whole.at]
  if (sum === whole.value) return { ...pass(`“${wordsOf(whole)}”等于各项之和`, at), quotes }
  const listed = parts.map(({ value }) => value).join('＋')
  const place = isAfter ? '前面各项' : '所列各项'
  return {
    ...fail(`${writes(subject, whole)}，${place}相加 ${listed}＝${sum}，差 ${signed(whole.value - sum)}，请核对`, at),
    sides: [
      { label: wordsOf(whole), value: String(whole.value), at },
      { label: `${place}之和`, value: String(sum), at },
    ],
    difference: signed(whole.value - sum),
    quotes,
    ...(isCase(whole) || parts.every(isCase) ? {} : { lesser: true }),
  }
}

/** Parts up to where they make up the whole: what follows belongs to a list around this one. */
const upTo = (parts: readonly Statement[], whole: number): readonly Statement[] => {
  let sum = 0
  for (let index = 0; index < parts.length; index += 1) {
    sum += parts[index]?.value ?? 0
    if (sum === whole && index > 0) return parts.slice(0, index + 1)
  }
  return parts
}

const isAll = (family: Family, parts: readonly Statement[]): boolean => {
  if (family === 'kinds') return false
  const named = new Set(parts.flatMap(({ concepts }) => concepts))
  const wanted = complete[family]
  return wanted ? wanted.every((concept) => named.has(concept)) : parts.length > 1 && parts.some(({ isRest }) => isRest)
}

/** The parts of each list, and of a clause-run between “；” the first list: those after it may stand within it. */
const grouped = ({ statements, lists }: Read) => {
  const parts = new Map<number, Statement[]>(lists.map(({ id }) => [id, []]))
  for (const one of statements) if (one.list !== null && one.manner === 'count') parts.get(one.list)?.push(one)
  const firsts = new Map<number, number>()
  for (const { id, whole } of lists) if (!firsts.has(whole.partition)) firsts.set(whole.partition, id)
  return { parts, firsts }
}

const inLists = (subject: Subject, read: Read): readonly Verdict[] => {
  const groups = grouped(read)
  return read.lists.flatMap(({ id, whole, isOpen, depth }) => {
    const parts = (groups.parts.get(id) ?? []).filter(
      (one) => one.depth === depth && !(one.isTotal && one.concepts.length === 0),
    )
    const alike = parts.filter((one) => measureOf(one) === measureOf(whole) || measureOf(one) === '')
    if (!isExact(whole) || alike.length === 0 || !alike.every(isExact)) return []
    const isNested = groups.firsts.get(whole.partition) !== id
    const families = new Set(alike.map(familyOf))
    return [...families].flatMap((family) => {
      if (family === 'none' || (family === 'others' && families.size > 1)) return []
      const own = alike.filter((one) => familyOf(one) === family)
      if (new Set(own.map(({ concepts }) => concepts.join())).size < own.length && family !== 'others') return []
      const counted = family === 'others' ? upTo(own, whole.value) : own
      const sum = sumOf(counted)
      if (sum === whole.value) return counted.length > 1 ? [told(subject, whole, counted, false)] : []
      if (sum > whole.value) return isNested && family === 'others' ? [] : [told(subject, whole, counted, false)]
      const isClosed = isAll(family, counted) && !isOpen && !isNested && alike.length === parts.length
      return isClosed ? [told(subject, whole, counted, false)] : []
    })
  })
}

/** More parts than any sentence has: a bound for texts that are none. */
const most = 60

/** 自然人100件、法人20件，共计120件: the sum behind its parts. */
const behind = (subject: Subject, { statements }: Read): readonly Verdict[] =>
  statements.flatMap((sum, index) => {
    if (!sum.isTotal || sum.concepts.length > 0 || sum.manner !== 'count' || !isExact(sum)) return []
    const parts: Statement[] = []
    for (let at = index - 1; at >= Math.max(0, index - most); at -= 1) {
      const one = statements[at]
      if (!one || one.at !== sum.at || one.sentence !== sum.sentence || one.partition !== sum.partition) break
      if (one.depth !== sum.depth || one.manner !== 'count') continue
      if (measureOf(one) !== measureOf(sum) || !isExact(one)) break
      if (parts[0] && familyOf(one) !== familyOf(parts[0])) break
      parts.unshift(one)
    }
    const [first] = parts
    if (!first || parts.length < 2 || familyOf(first) === 'none') return []
    if (familyOf(first) === 'others' && sumOf(parts) !== sum.value && parts.some(({ isTotal }) => isTotal)) return []
    return [told(subject, sum, parts, true)]
  })

/** Catalogue F6: 共 n，其中 a、b、c adds up where the parts claim to be all, and parts never exceed their whole. */
export const judgeSums = (subject: Subject, reads: readonly Read[]): readonly Verdict[] =>
  reads.flatMap((read) => [...inLists(subject, read), ...behind(subject, read)])
