import { check, subjectOf } from '../../checks/run'
import type { Draft } from '../../drafts/draft'
import { newDraft } from '../../drafts/draft'
import { readFile } from '../../review/file'
import { newId } from '../../report/report'
import { typedOf } from '../../report/reading'
import { done, type Result } from '../../report/result'
import { textOf } from './file-text'

/** Rules that compare totals as they were printed with the sums of their parts. */
const sums: ReadonlySet<string> = new Set(['D1', 'D2', 'E1'])

/** Reads a chosen file as a draft; nothing is stored. Refuses what is too large or no report, with the reason. */
export const openFile = async (file: File): Promise<Result<Draft>> => {
  const text = await textOf(file)
  if (!text.ok) return text
  const read = readFile(text.value)
  if (!read.ok) return read
  const { format, report, stated, filled, accepted, review, final } = read.value
  const typed = typedOf(format, report)
  const findings = check(subjectOf(format, typed, stated)).filter(({ rule }) => sums.has(rule))
  const isStated = (at: string): boolean => (stated.get(at) ?? null) !== null
  const printed = findings.filter(({ result, at: [total = ''] }) => result !== 'pass' && isStated(total))
  const draft: Draft = { ...newDraft(format.id, typed, Date.now()), filled, accepted, review, final }
  return done(draft, [...read.told, ...printed.map(({ message }) => ({ message }))])
}

/** The same report under a new id, to stand beside the one that is here: a draft, for the digest holds the id. */
export const asCopy = (draft: Draft, now: number): Draft => {
  const id = newId()
  return { ...draft, id, revision: 1, createdAt: now, changedAt: now, typed: { ...draft.typed, id }, final: null }
}
