import { check, subjectOf } from '../checks/run'
import { newDraft, type Draft } from '../drafts/draft'
import { backupType, readFile } from '../review/file'
import { typedOf } from '../report/reading'
import { done, type Result } from '../report/result'
import { textOf } from './file-text'

/** Whether a file says of itself that it is a backup, by its beginning: it may be too large for a report. */
export const isBackup = async (file: File): Promise<boolean> => {
  try {
    return (await file.slice(0, 200).text()).replace(/\s/g, '').includes(`"type":"${backupType}"`)
  } catch {
    return false
  }
}

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
