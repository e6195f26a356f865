import { z } from '../report/zod'
import { formatById, formats, type Format } from '../format'
import { acceptanceSchema, type Acceptance } from '../report/acceptance'
import type { Figure } from '../report/amount'
import { cellsOf, type Address } from '../report/cells'
import { digestOf, wellFormed } from '../report/digest'
import { parseBounded } from '../report/json'
import type { Report } from '../report/report'
import { quoted } from '../report/quoted'
import { bounded, done, refused, type Problem, type Result } from '../report/result'
import { fromExchange, reportSchema, toExchange, type ExchangedReport } from '../report/schema'
import { describe } from '../report/schema-problem'
import { doubtsOf, rewritten, withOwnIds } from './doubts'
import { readReview, reviewSchema } from './read-review'
import type { Review } from './review'
import { formulas } from '../report/totals'
import { valuesOf } from '../report/values'

export const fileType = 'gov-info-disclosure-annual-report'
/** Of the file that holds all that a computer keeps, which `readFile` sends to where it belongs. */
export const backupType = `${fileType}-backup`
const version = 1

/** The moment of a final copy (ISO 8601) and the digest of what was frozen. */
export interface Final {
  readonly at: string
  readonly digest: string
}

/** What a file carries beside the report: cells that 其余填 0 filled, findings accepted, review, final copy. */
export interface Beside {
  readonly filled: readonly Address[]
  readonly accepted: readonly Acceptance[]
  readonly review: Review
  readonly final: Final | null
}

/** A report read from a file. `stated` are the file's own totals, for a reader to compare. */
export interface Opened extends Beside {
  readonly format: Format
  readonly report: Report
  /** Of the content as it was read. */
  readonly digest: string
  /** Whether that is the digest that the file states: nobody changed it since it was written. */
  readonly isWhole: boolean
  readonly stated: ReadonlyMap<Address, Figure | null>
}

const besideSchema = {
  filled: z.array(z.string()).max(2_000),
  accepted: z.array(acceptanceSchema).max(10_000),
  final: z.strictObject({ at: z.iso.datetime(), digest: z.string().regex(/^sha256:[0-9a-f]{64}$/) }).nullable(),
}

const total = z.union([z.int(), z.string().regex(/^\d{1,15}(\.\d{1,6})?$/), z.null()]).optional()

/** The computed cells of a format's tables; one that a file leaves out is not compared. */
const totalsSchema = (format: Format) => {
  const cells = cellsOf(format)
  const tables: Record<string, Record<string, Record<string, typeof total>>> = {}
  for (const { at } of formulas(format)) {
    const { block, row, column } = cells.get(at) ?? { block: '', row: '', column: '' }
    ;((tables[block] ??= {})[row] ??= {})[column] = total
  }
  const rows = (table: Record<string, Record<string, typeof total>>) =>
    z.strictObject(mapValues(table, (columns) => z.strictObject(columns).optional())).optional()
  return z.strictObject(mapValues(tables, rows))
}

const mapValues = <T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

const schemaOf = (format: Format) =>
  z.strictObject({
    type: z.literal(fileType),
    version: z.literal(version),
    format: z.literal(format.id),
    report: reportSchema(format, 'draft'),
    totals: totalsSchema(format),
    ...besideSchema,
    review: reviewSchema(format),
    digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  })

const known = new WeakMap<Format, ReturnType<typeof schemaOf>>()

/** The whole file as zod sees it, made once for each format: what is published as JSON Schema. */
export const fileSchema = (format: Format): ReturnType<typeof schemaOf> => {
  const found = known.get(format) ?? schemaOf(format)
  known.set(format, found)
  return found
}

const totalsByPath = (
  format: Format,
  report: Report,
): Record<string, Record<string, Record<string, Figure | null>>> => {
  const cells = cellsOf(format)
  const valueAt = valuesOf(format, report)
  const found: Record<string, Record<string, Record<string, Figure | null>>> = {}
  for (const { at } of formulas(format)) {
    const { value, missing } = valueAt(at)
    const { block, row, column } = cells.get(at) ?? { block: '', row: '', column: '' }
    ;((found[block] ??= {})[row] ??= {})[column] = missing > 0 ? null : value
  }
  return found
}

/** The file's text: JSON with two spaces, totals null while provisional, and the digest over format and report. */
export const writeFile = (format: Format, report: Report, beside: Beside): string => {
  const exchanged = wellFormed(toExchange(report), () => undefined)
  const content = {
    type: fileType,
    version,
    format: format.id,
    report: exchanged,
    totals: totalsByPath(format, report),
    ...beside,
    digest: digestOf(format.id, exchanged),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

const isBackup = (raw: unknown): boolean => z.looseObject({ type: z.literal(backupType) }).safeParse(raw).success

const envelope = z.looseObject({ type: z.literal(fileType), version: z.number(), format: z.string() })

const statedTotals = (totals: z.infer<ReturnType<typeof totalsSchema>>): ReadonlyMap<Address, Figure | null> =>
  new Map(
    Object.entries(totals).flatMap(([table, rows]) =>
      Object.entries(rows ?? {}).flatMap(([row, columns]) =>
        Object.entries(columns ?? {}).map(([column, value]) => [`${table}.${row}.${column}`, value ?? null] as const),
      ),
    ),
  )

/** Removes the keys that the schema does not know, and tells them; gives what is left. */
const withoutUnknown = (value: unknown, issues: readonly z.core.$ZodIssue[], told: Problem[]): unknown => {
  const copy = structuredCopy(value)
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue
    const holder = issue.path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)[key], copy)
    for (const key of issue.keys) delete (holder as Record<string, unknown>)[key]
    const place = quoted([...issue.path, issue.keys.join('、')].join('.'), 80)
    told.push({ message: `文件中有本程序不认识的内容“${place}”，没有读入，其余已读入。` })
  }
  return copy
}

const structuredCopy = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** What cannot be read of what stands beside the report is left out and told: the report itself is not lost for it. */
const withoutBroken = (
  format: Format,
  raw: object,
  told: Problem[],
): { readonly rest: unknown; readonly review: Review } => {
  const rest: Record<string, unknown> = { ...raw }
  const { accepted, final } = rest
  const { review, told: toldOfReview } = readReview(format, rest['review'])
  told.push(...toldOfReview)
  rest['review'] = review
  if (Array.isArray(accepted)) {
    const kept = accepted.filter((one) => acceptanceSchema.strip().safeParse(one).success)
    const lost = accepted.length - kept.length
    if (lost > 0) told.push({ message: `文件中有 ${lost} 条理由读不出，没有读入，请在“检查结果”里重新写明。` })
    rest['accepted'] = kept
  }
  if (!besideSchema.final.safeParse(final).success) {
    told.push({ message: '文件的定稿标记读不出，已作为草稿读入，请核对后重新定稿。' })
    rest['final'] = null
  }
  return { rest, review }
}

/**
 * Reads a report file. Refuses what is no report, is damaged or newer than this program, with the reason; tells of a
 * digest that does not fit and of unknown keys, and reads the rest unchanged. The totals that the file states are
 * handed on: D1, D2 and E1 compare them.
 */
export const readFile = (text: string): Result<Opened> => {
  const parsed = parseBounded(text)
  if (!parsed.ok) return parsed
  let mended = false
  const raw = wellFormed(parsed.value, () => {
    mended = true
  })
  const told: Problem[] = mended ? [{ message: '文件中有残缺的字符，已用“\ufffd”代替，请核对文字。' }] : []
  const head = envelope.safeParse(raw)
  if (isBackup(raw)) return refused('这是备份文件，不是一份年报：请在首页的“备份”里选“恢复”，再选这个文件。')
  if (!head.success) return refused('文件不是年报文件，请选择由本程序导出的 .json 文件。')
  if (head.data.version > version)
    return refused(`文件由更新的程序导出（版本 ${head.data.version}），请升级本程序后再打开。文件没有改动。`)
  const format = formatById(head.data.format)
  if (!format)
    return refused(
      `文件的格式“${quoted(head.data.format, 20)}”本程序没有，只能打开 ${formats.map(({ id }) => id).join('、')} 版格式的年报，请升级本程序，或选择另一份文件。`,
    )
  const schema = fileSchema(format)
  const { rest: whole, review } = withoutBroken(format, raw as object, told)
  const first = schema.safeParse(whole)
  const second = first.success ? first : schema.safeParse(withoutUnknown(whole, first.error.issues, told))
  if (!second.success) return refused(describe(format, second.error.issues))
  const exchanged = second.data.report as unknown as ExchangedReport
  const digest = digestOf(format.id, exchanged)
  const isWhole = digest === second.data.digest
  if (!isWhole) told.push({ message: '文件的校验码与内容不符：导出后可能在别处改动过。内容已照文件读入，请逐项核对。' })
  const { report, mended: sameIds } = withOwnIds(fromExchange(exchanged))
  if (sameIds > 0)
    told.push({ message: `文件中有 ${sameIds} 个段落的编号与别的段落相同，已另编，文字都已读入，请核对。` })
  const doubts = doubtsOf(format, report)
  told.push(...doubts)
  // What is written again in other words has another digest, and is told in any case.
  const isKept = digestOf(format.id, rewritten(format, report)) === digest
  if (!isKept && sameIds === 0 && doubts.length === 0)
    told.push({ message: '文件中有的空白写法与本程序不同，已按空白读入，请核对。' })
  const stated = statedTotals(second.data.totals)
  const { filled, accepted, final } = second.data
  // A digest is no signature: what is blank or unreadable is no final copy, whoever says so.
  const isFinal = final?.digest === digest && isKept && reportSchema(format, 'final').safeParse(exchanged).success
  if (final && !isFinal)
    told.push({ message: '文件标明已定稿，但内容与定稿时不同或者还没有填完，已作为草稿读入，请核对后重新定稿。' })
  return done(
    { format, report, digest, isWhole, stated, filled, accepted, review, final: isFinal ? final : null },
    bounded(told),
  )
}
