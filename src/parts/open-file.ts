import { check, subjectOf } from '../checks/run'
import { newDraft, type Draft } from '../drafts/draft'
import { readFile } from '../review/file'
import { fileLimits } from '../report/json'
import { typedOf } from '../report/reading'
import { done, refused, type Result } from '../report/result'

/** Rules that compare totals as they were printed with the sums of their parts. */
const sums: ReadonlySet<string> = new Set(['D1', 'D2', 'E1'])

const inMegabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)

/** Reads a chosen file as a draft; nothing is stored. Refuses what is too large or no report, with the reason. */
export const openFile = async (file: File): Promise<Result<Draft>> => {
  if (file.size > fileLimits.bytes)
    return refused(
      `“${file.name}”有 ${inMegabytes(file.size)} MB，超过 ${inMegabytes(fileLimits.bytes)} MB，不会是年报文件，没有读入。请选择由本程序导出的 .json 文件。`,
    )
  let text: string
  try {
    text = await file.text()
  } catch {
    return refused(`“${file.name}”读不出，可能已被移动、删除或没有权限，请重新选择。`)
  }
  const read = readFile(text)
  if (!read.ok) return read
  const { format, report, stated, filled, accepted, review, final } = read.value
  const typed = typedOf(format, report)
  const findings = check(subjectOf(format, typed, stated)).filter(({ rule }) => sums.has(rule))
  const isStated = (at: string): boolean => (stated.get(at) ?? null) !== null
  const printed = findings.filter(({ result, at: [total = ''] }) => result !== 'pass' && isStated(total))
  const draft: Draft = { ...newDraft(format.id, typed, Date.now()), filled, accepted, review, final }
  return done(draft, [...read.told, ...printed.map(({ message }) => ({ message }))])
}
