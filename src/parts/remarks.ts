import { useSyncExternalStore } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { sectionOf } from '../checks/run'
import type { Format } from '../format'
import type { Address } from '../report/cells'
import type { TypedReport } from '../report/report'
import { locate, type Located } from '../review/anchors'
import { inReadingOrder } from '../review/reading-order'
import type { Review } from '../review/review'
import { threadsOf, type Thread } from '../review/threads'
import type { Desk } from './desk'
import { seek } from './locate'
import { draftRoute } from './routes'
import type { Session } from './session'

const known = new WeakMap<Review, ReadonlyMap<Address, Thread>>()

/** The last open remark at each cell: what a table marks. */
const remarkByCell = (review: Review): ReadonlyMap<Address, Thread> => {
  const found = known.get(review)
  if (found) return found
  const open = threadsOf(review).filter(({ settled }) => !settled)
  const remarks = new Map(
    open.flatMap((thread): (readonly [Address, Thread])[] =>
      thread.comment?.anchor.kind === 'place' ? [[thread.comment.anchor.at, thread]] : [],
    ),
  )
  known.set(review, remarks)
  return remarks
}

/** The remark that stands open at a cell. */
export const useRemark = ({ review }: Desk, at: Address): Thread | undefined =>
  useSyncExternalStore(review.on, () => remarkByCell(review.get()).get(at))

/** The section that a remark is about as the report stands now; undefined for the whole, and for what is gone. */
export const sectionOfThread = (format: Format, typed: TypedReport, { comment }: Thread): string | undefined => {
  if (!comment) return undefined
  const place = locate(format, typed, comment.anchor)
  if (place.kind === 'here' && place.section !== undefined) return place.section
  return place.at === undefined ? undefined : sectionOf(format, place.at)
}

/** Goes to where a remark is about, on whatever page of the editor: to the remarks themselves where it is no place. */
export const goToPlace = (session: Session, located: Located): void => {
  const { at } = located
  if (at === undefined) {
    const section = located.kind === 'here' ? located.section : undefined
    navigate(draftRoute(session.form.getValues('id'), section ?? 'review'))
    return
  }
  const { start, end } = located.kind === 'here' ? located : { start: undefined, end: undefined }
  const quote = start !== undefined && end !== undefined ? { at, start, end } : undefined
  seek(session, { section: sectionOf(session.format, at), at: [at], as: 'fault', ...(quote ? { quote } : {}) })
}

/** How many open remarks have no answer from anybody but their author: what a new sending leaves unanswered. */
export const unansweredIn = (review: Review): number =>
  threadsOf(review).filter(({ settled, comment, replies }) => {
    return !settled && comment !== undefined && !replies.some(({ by }) => by !== comment.by)
  }).length

/** The open remark after another in reading order, round and round; undefined where there is none. */
export const remarkAfter = ({ desk, format, form }: Session, id: string, by: 1 | -1): Thread | undefined => {
  const typed = form.getValues()
  const compare = inReadingOrder(format, typed)
  const open = threadsOf(desk.review.get())
    .flatMap((thread) => {
      const { settled, comment } = thread
      return settled || !comment ? [] : [{ thread, located: locate(format, typed, comment.anchor) }]
    })
    .sort((a, b) => compare(a.located, b.located))
    .map(({ thread }) => thread)
  const index = open.findIndex((thread) => thread.id === id)
  return open[index < 0 && by < 0 ? open.length - 1 : (index + by + open.length) % open.length]
}
