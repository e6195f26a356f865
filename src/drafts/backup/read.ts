import { z } from '../../report/zod'
import { formatById } from '../../format'
import { fileLimits } from '../../report/json'
import { jsonFault } from '../../report/json-faults'
import { jsonFlaw } from '../../report/json-flaw'
import { quoted } from '../../report/quoted'
import { bounded, done, refused, type Problem, type Result } from '../../report/result'
import { backupType, fileType } from '../../review/file'
import { readReview } from '../../review/read-review'
import type { Draft } from '../draft'
import type { Contents, Damaged, StoreName } from './contents'
import { backupDigest, backupVersion, mostBytes } from './file'
import { keyOf, sift, storeNames } from './records'

/** A backup as it was read: what can be restored, and the records that cannot be read. */
export interface Backup {
  /** When it was made, in milliseconds. */
  readonly at: number
  readonly contents: Contents
  readonly damaged: readonly Damaged[]
}

const flaws = {
  deep: '文件嵌套过深，不是备份文件',
  proto: '文件里有备份不会有的内容，可能在别处改动过',
} as const

/** A backup is bounded by its size alone: it may hold as many versions as there is room for. */
const unbounded = { items: Infinity, keys: Infinity, values: Infinity }

const choose = '请选择由本程序“备份全部”存下的 .json 文件。'

/** What is said of a file that is too large to be read. */
export const tooLarge = `文件超过 ${mostBytes / 1_000_000} MB，不会是备份文件，没有读入。${choose}`

const head = z.looseObject({ type: z.string(), version: z.number() })

const body = z.looseObject({
  at: z.iso.datetime(),
  left: z.int().min(0),
  drafts: z.array(z.unknown()),
  versions: z.array(z.unknown()),
  units: z.array(z.unknown()),
  reviews: z.array(z.unknown()),
  settings: z.array(z.unknown()),
  unsent: z.array(z.unknown()),
  damaged: z.array(z.looseObject({ store: z.string(), key: z.string(), text: z.string() })),
  digest: z.string(),
})

const known: ReadonlySet<string> = new Set(['type', 'version', ...Object.keys(body.shape)])

const hasTwice = (raw: Readonly<Record<StoreName, readonly unknown[]>>): boolean =>
  storeNames.some((store) => new Set(raw[store].map((one) => keyOf(store, one))).size < raw[store].length)

type WithReview = Pick<Draft, 'format' | 'review'>

/** Reviews are read as those of a report file: what somebody changed by hand is no decision. Many versions have the same one. */
const createReviewReader = (told: Map<string, Problem>) => {
  const read = new Map<string, unknown>()
  return <T extends WithReview>(record: T): T => {
    const format = formatById(record.format)
    if (!format) return record
    const written = `${record.format} ${JSON.stringify(record.review)}`
    if (!read.has(written)) {
      const { review, told: words } = readReview(format, record.review)
      for (const word of words) told.set(word.message, word)
      read.set(written, words.length > 0 ? review : record.review)
    }
    return { ...record, review: read.get(written) }
  }
}

/**
 * Reads a backup. Refuses what is none, is cut, too large, too deep, written twice or newer than this program, with the
 * reason; tells of a digest that does not fit; sets records aside that cannot be read, each by itself. Changes nothing.
 */
export const readBackup = (text: string): Result<Backup> => {
  if (text.length > mostBytes) return refused(tooLarge)
  const bare = text.replace(/^\ufeff/, '')
  const flaw = jsonFlaw(bare, fileLimits.depth)
  if (flaw) return refused(`${flaws[flaw]}，没有读入。${choose}`)
  let raw: unknown
  try {
    raw = JSON.parse(bare)
  } catch {
    return refused(`文件不是备份文件，或者没有传完整，没有读入。${choose}`)
  }
  const fault = jsonFault(bare, unbounded)
  if (fault !== undefined) return refused(fault)
  const top = head.safeParse(raw)
  if (top.success && top.data.type === fileType)
    return refused('这是一份年报的文件，不是备份，没有读入：请在首页用“打开文件”打开它。')
  if (!top.success || top.data.type !== backupType) return refused(`文件不是备份文件，没有读入。${choose}`)
  if (top.data.version > backupVersion)
    return refused(
      `备份由更新的程序存下（版本 ${top.data.version}），请用较新的程序恢复。文件和这台电脑上的内容都没有改动。`,
    )
  const whole = body.safeParse(raw)
  if (!whole.success || top.data.version !== backupVersion)
    return refused(`备份文件不完整或被改动过，没有读入。请选择另一个备份文件。`)
  if (hasTwice(whole.data))
    return refused('备份文件里同一条记录出现了两次，可能在别处改动过，没有读入。请选择另一个备份文件。')
  const told = new Map<string, Problem>()
  const tell = (message: string): void => void told.set(message, { message })
  if (backupDigest(raw as object) !== whole.data.digest)
    tell('备份的校验码与内容不符：存下后可能在别处改动过。请核对恢复的内容。')
  for (const key of Object.keys(raw as object))
    if (!known.has(key)) tell(`备份中有本程序不认识的内容“${quoted(key)}”，没有读入，其余已读入。`)
  if (whole.data.left > 0) tell(`备份时放不下，较早的 ${whole.data.left} 个旧版本不在这个文件里。`)
  const { contents, damaged } = sift(whole.data)
  const withReview = createReviewReader(told)
  return done(
    {
      at: Date.parse(whole.data.at),
      contents: {
        ...contents,
        drafts: contents.drafts.map(withReview),
        versions: contents.versions.map((version) => ({ ...version, record: withReview(version.record) })),
        reviews: contents.reviews.map(withReview),
      },
      damaged: [...damaged, ...whole.data.damaged],
    },
    bounded([...told.values()]),
  )
}
