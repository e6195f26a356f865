import { fail, open, pass, type Subject, type Verdict } from '../rule'
import { isDispute } from './heads'
import { isQuotient, percentage } from './percent'
import { readingsOf } from './readings'
import { quoted, valueOf, wordsOf, writes } from './saying'
import type { Concept, Read, Statement } from './statement'

interface Whole {
  readonly label: string
  readonly value: number | null
}

/** What a part can be a share of, where the words do not say. */
const wholesOf = ({ concepts, matter, hasChannel, base }: Statement): readonly Concept[] => {
  const [first] = concepts
  if (/^(?:natural|organisations|business|research|charity|legalService)$/.test(first ?? ''))
    return base === 'finished' || base === 'answered' ? ['handled', 'finished'] : ['handled']
  if (matter === 'requests' && (hasChannel || first === undefined)) return ['handled', 'finished']
  if (isDispute(matter)) return first === 'review' || first === 'litigation' ? ['cases'] : [matter as Concept, 'cases']
  return first === undefined || first === 'issue' ? [] : ['handled', 'finished']
}

const ofWhatCame = new Set<Concept>(['received', 'handled', 'processed', 'named'])

const held = (subject: Subject, statement: Statement, concept: Concept): readonly Whole[] =>
  readingsOf(subject.format, { ...statement, concepts: [concept], base: null, holdsCarried: false }).map((reading) => ({
    label: reading.label,
    value: valueOf(subject, reading),
  }))

const judge = (
  subject: Subject,
  share: Statement,
  statements: readonly Statement[],
  read: Read,
): readonly Verdict[] => {
  const { quantity } = share
  if (!quantity || quantity.mark !== '') return []
  const { divisor } = share
  if (divisor && (divisor.quantity?.mark !== '' || divisor.quantity.isRounded)) return []
  const before = statements.filter(
    (one) => one.sentence === share.sentence && one.manner === 'count' && one.start < share.start,
  )
  const part = before[before.length - 1]
  if (!part?.quantity || part.quantity.mark !== '' || share.clause - part.clause > 1 || share.concepts.length > 0)
    return []
  const between = statements.some(
    (one) => one.manner === 'share' && one.start > part.start && one.start < share.start && one.at === share.at,
  )
  if (between || part.words.text.slice(part.end, quantity.start).includes('分别')) return []
  const stated = statements.filter(
    (one) =>
      one.manner === 'count' &&
      one !== part &&
      one.start < part.start &&
      (one.sentence === share.sentence || one.sentence === share.sentence - 1),
  )
  const list = part.list === null ? undefined : read.lists[part.list]
  const isOwn = part.standing !== 'left' || part.hasChannel
  const isNamed = share.of.length > 0
  const concepts = isNamed ? share.of.slice(-1) : wholesOf(part)
  const named = isNamed && share.of.includes('received') ? (['received'] as const) : concepts
  // What came is named: what was finished is not it.
  const isNamedWhole = ({ concepts: [first] }: Statement): boolean =>
    !share.of.includes('received') || first === undefined || ofWhatCame.has(first)
  const fromCells =
    !divisor && isOwn && part.matter !== 'foreign' && part.matter !== null
      ? named.flatMap((concept) =>
          held(subject, { ...part, matter: isDispute(part.matter) ? part.matter : 'requests' }, concept),
        )
      : []
  const wholes = divisor ? [divisor] : [...stated.filter(isNamedWhole), ...(list ? [list.whole] : [])]
  const fromWords: readonly Whole[] = wholes.map((one) => ({ label: wordsOf(one), value: one.value }))
  const fits = ({ value }: Whole): boolean =>
    value !== null && isQuotient(quantity.value, quantity.decimals, part.value, value)
  const match = [...fromCells, ...fromWords].find(fits)
  const quotes = [quoted(part), quoted(share)]
  const at = [share.at]
  if (match) return [{ ...pass(`“${wordsOf(share)}”等于 ${part.value}÷${match.value ?? ''}`, at), quotes }]
  if (fromCells.some(({ value }) => value === null))
    return [{ ...open(`${writes(subject, share)}，表格还没有填完，填完后才能核对`, at), quotes }]
  const whole = divisor
    ? fromWords[0]
    : (fromCells[0] ?? (list ? { label: wordsOf(list.whole), value: list.whole.value } : undefined))
  if (!whole || whole.value === null || whole.value === 0) return []
  const right = percentage(part.value, whole.value, quantity.decimals)
  return [
    {
      ...fail(
        `${writes(subject, share)}，按 ${part.value}÷${whole.value} 计算是 ${right}${divisor ? '' : `（“${whole.label}”是 ${whole.value}）`}，请核对`,
        at,
      ),
      sides: [
        { label: wordsOf(share), value: `${quantity.value}%`, at },
        { label: `${part.value}÷${whole.value}`, value: right, at },
      ],
      quotes,
    },
  ]
}

/** How many statements back a part or its whole may stand. */
const reach = 40

/** Catalogue F7: a percentage equals the quotient that the words state, to the digits printed. */
export const judgeShares = (subject: Subject, reads: readonly Read[]): readonly Verdict[] =>
  reads.flatMap((read) =>
    read.statements.flatMap((share, index) =>
      share.manner === 'share'
        ? judge(subject, share, read.statements.slice(Math.max(0, index - reach), index), read)
        : [],
    ),
  )
