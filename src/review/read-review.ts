import { z } from '../report/zod'
import type { Format } from '../format'
import { acceptanceSchema } from '../report/acceptance'
import { digestOf } from '../report/digest'
import { quoted } from '../report/quoted'
import type { Problem } from '../report/result'
import { reportSchema } from '../report/schema'
import { isSealed, reasonsDigest, seal, type Event } from './event'
import { eventSchema } from './event-schema'
import { openingsOf } from './openings'
import { reviewOf, type Decided, type Review } from './review'

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

/** The most events that a file may hold: some hundred times what the liveliest review has. */
const most = 20_000

const schemaOf = (format: Format) =>
  z.strictObject({
    events: z.array(eventSchema).max(most),
    decided: z
      .array(
        z.strictObject({
          digest,
          reasons: digest,
          report: reportSchema(format, 'draft'),
          accepted: z.array(acceptanceSchema).max(10_000),
        }),
      )
      .max(200),
  })

const made = new WeakMap<Format, ReturnType<typeof schemaOf>>()

/** The review part of a file, made once for each format. */
export const reviewSchema = (format: Format): ReturnType<typeof schemaOf> => {
  const found = made.get(format) ?? schemaOf(format)
  made.set(format, found)
  return found
}

const known: ReadonlySet<string> = new Set(['events', 'decided', 'reopened'])

interface Read {
  readonly review: Review
  readonly told: readonly Problem[]
}

const listIn = (raw: object, key: string, told: Problem[]): readonly unknown[] => {
  const list: unknown = Reflect.get(raw, key) ?? []
  if (Array.isArray(list)) return list
  told.push({ message: `文件的审核部分（${key}）读不出，没有读入，其余已读入。请向对方要原来的文件。` })
  return []
}

const count = (told: Problem[], number: number, says: (number: number) => string): void => {
  if (number > 0) told.push({ message: says(number) })
}

/**
 * An event as it may be taken in: one that was changed by hand takes the id of what it says now, so that it stands beside
 * what its author wrote; a decision that was changed is none.
 */
const taken = (event: Event): Event | undefined => {
  if (isSealed(event)) return event
  if (event.kind !== 'comment' && event.kind !== 'reply') return undefined
  const { id: _, ...rest } = event
  return seal(rest)
}

const decidedIn = (format: Format, raw: readonly unknown[], told: Problem[]): readonly Decided[] => {
  if (raw.length === 0) return []
  const one = reviewSchema(format).shape.decided.element
  const kept = raw.slice(0, 200).flatMap((item): Decided[] => {
    const read = one.safeParse(item)
    if (!read.success) return []
    // The schema is strict, so what is cast was checked: see readFile.
    const decided = read.data as unknown as Decided
    const isWhole =
      digestOf(format.id, decided.report) === decided.digest && reasonsDigest(decided.accepted) === decided.reasons
    return isWhole ? [decided] : []
  })
  count(told, raw.length - kept.length, (lost) => `文件里附的 ${lost} 份审核过的旧版读不出或被改动过，没有读入。`)
  return kept
}

/**
 * Reads the review part of a file or of a stored draft. What cannot be read, or is a decision that somebody changed, is
 * left out and told; a remark that somebody changed is kept as another and told. Anything that is no review gives none.
 */
export const readReview = (format: Format, raw: unknown): Read => {
  // The first copies of the app stored an empty list.
  if (raw === undefined || raw === null || (Array.isArray(raw) && raw.length === 0))
    return { review: reviewOf([], []), told: [] }
  if (typeof raw !== 'object' || Array.isArray(raw))
    return {
      review: reviewOf([], []),
      told: [{ message: '文件的审核部分读不出，没有读入，其余已读入。请向对方要原来的文件。' }],
    }
  const told: Problem[] = []
  const foreign = Object.keys(raw).filter((key) => !known.has(key))
  if (foreign.length > 0)
    told.push({ message: `文件中有本程序不认识的审核内容“${quoted(foreign.join('、'))}”，没有读入，其余已读入。` })
  const items = listIn(raw, 'events', told)
  const read = items.slice(0, most).flatMap((item) => {
    const parsed = eventSchema.safeParse(item)
    return parsed.success ? [parsed.data] : []
  })
  count(told, items.length - read.length, (lost) => `文件里有 ${lost} 条审核记录读不出，没有读入，其余已读入。`)
  const events = read.flatMap((event) => taken(event) ?? [])
  count(
    told,
    read.length - events.length,
    (lost) => `文件里有 ${lost} 条送审或审核的记录被改动过，没有采纳。请向对方要原来的文件。`,
  )
  const changed = read.filter((event) => !isSealed(event) && taken(event) !== undefined).length
  count(told, changed, (number) => `文件里有 ${number} 条意见或回复被改动过，按改动后的内容另作一条读入，请核对。`)
  const openings = openingsOf(raw)
  count(
    told,
    listIn(raw, 'reopened', told).length - openings.length,
    (lost) => `文件里有 ${lost} 条重新打开定稿的记录读不出，没有读入，其余已读入。`,
  )
  const decided = decidedIn(format, listIn(raw, 'decided', told), told)
  return { review: reviewOf([...openings, ...events], decided), told }
}
