import { fail, type Subject, type Verdict } from '../rule'
import type { Judged } from './compare'
import { quoted, wordsOf, writes } from './saying'
import type { Concept, Read, Statement } from './statement'

const sameAs: Readonly<Record<string, string>> = { named: 'received' }

/** Counts that may rightly be two: 办理 of new and of all applications, 许可 applied for and decided. */
const unsure = new Set<Concept>([
  'carried',
  'processed',
  'handled',
  'rules',
  'normative',
  'licences',
  'penalties',
  'coercion',
  'charges',
])

/** What is counted, so that two numbers for it can be held against each other; '' where that is not certain. */
const keyOf = (statement: Statement): string => {
  const { concepts, matter, base, standing, manner, quantity, holdsCarried } = statement
  if (standing !== 'plain' || manner !== 'count' || !quantity || quantity.mark !== '' || quantity.isRounded) return ''
  const [first] = concepts
  if (first === undefined || unsure.has(first)) return ''
  const isApplicant = /^(?:natural|organisations|business|research|charity|legalService)$/.test(first)
  const family = concepts.map((concept) => sameAs[concept] ?? concept).join('+')
  return [family, matter ?? '', isApplicant ? (base ?? '') : '', holdsCarried ? 'carried' : ''].join('|')
}

/** Catalogue F14: one matter with two different numbers in the text, unless both are right readings. */
export const judgeRepeats = (
  subject: Subject,
  reads: readonly Read[],
  judged: readonly Judged[],
): readonly Verdict[] => {
  const passed = new Set(judged.filter(({ verdict }) => verdict?.result === 'pass').map(({ statement }) => statement))
  const known = new Map<string, Statement[]>()
  for (const statement of reads.flatMap(({ statements }) => statements)) {
    const key = keyOf(statement)
    if (key === '' || statement.matter === 'foreign') continue
    const same = known.get(key)
    if (same) same.push(statement)
    else known.set(key, [statement])
  }
  return [...known.values()].flatMap((statements) => {
    const [first] = statements
    const other = statements.find(({ value }) => value !== first?.value)
    if (!first || !other || statements.every((one) => passed.has(one))) return []
    return [
      {
        ...fail(
          `${writes(subject, first)}，${other.at === first.at ? `又写“${wordsOf(other)}”` : writes(subject, other)}，同一事项两处不一致，请核对`,
          [...new Set([first.at, other.at])],
        ),
        sides: [
          { label: '一处', value: String(first.value), at: [first.at] },
          { label: '另一处', value: String(other.value), at: [other.at] },
        ],
        quotes: [quoted(first), quoted(other)],
      },
    ]
  })
}
