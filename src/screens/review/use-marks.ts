import { useMemo } from 'react'
import type { Finding } from '../../checks/rule'
import { faultsOf } from '../../checks/run'
import { useStore } from '../../parts/session-context'
import { locate, type Located } from '../../review/anchors'
import { inReadingOrder } from '../../review/reading-order'
import { threadsOf, type Thread } from '../../review/threads'
import type { Mark } from './paper'
import { spotOf, spotsOf, type Spot } from './spots'
import type { ReviewBench } from './use-review-bench'

interface PlacedThread {
  readonly thread: Thread
  readonly located: Located
}

const lost: Located = { kind: 'gone', was: '' }

/** The remarks in reading order, each with where it leads. */
export const useThreads = ({ desk, copy, format }: ReviewBench): readonly PlacedThread[] => {
  const review = useStore(desk.review)
  return useMemo(() => {
    const compare = inReadingOrder(format, copy.typed)
    return threadsOf(review)
      .map((thread) => ({
        thread,
        located: thread.comment ? locate(format, copy.typed, thread.comment.anchor) : lost,
      }))
      .sort((a, b) => compare(a.located, b.located))
  }, [review, format, copy])
}

const touches = (spot: Spot, other: Spot): boolean => {
  if (spot.section !== other.section || spot.at !== other.at) return false
  if (spot.start === undefined || spot.end === undefined || other.start === undefined || other.end === undefined)
    return true
  return spot.start < other.end && spot.end > other.start
}

/** The remarks at a place of the document. */
export const threadsAt = (placed: readonly PlacedThread[], spot: Spot): readonly Thread[] =>
  placed.flatMap(({ thread, located }) => {
    const own = spotOf(located)
    return own && touches(own, spot) ? [thread] : []
  })

/** What is marked at a place of the document, in words; empty where nothing is. */
export const markedAt = (marks: readonly Mark[], spot: Spot): string => {
  const here = marks.filter((mark) => touches(mark.spot, spot))
  const remarks = here.filter(({ comment }) => comment).length
  return [
    remarks > 0 && `${remarks} 条意见`,
    here.some(({ finding }) => finding === 'error') && '错误',
    here.some(({ finding }) => finding === 'warning') && '提醒',
    here.some(({ changed }) => changed) && '改动',
  ]
    .filter(Boolean)
    .join('、')
}

/** What is marked in the document: remarks, faults and what changed. */
export const useMarks = (
  { format }: ReviewBench,
  placed: readonly PlacedThread[],
  findings: readonly Finding[],
  changed: readonly Spot[] | undefined,
): readonly Mark[] =>
  useMemo(
    () => [
      ...(changed ?? []).map((spot): Mark => ({ spot, changed: true })),
      ...faultsOf(findings).flatMap((finding) =>
        finding.severity === 'info'
          ? []
          : spotsOf(format, finding).map((spot) => ({ spot, finding: finding.severity as 'error' | 'warning' })),
      ),
      ...placed.flatMap(({ thread: { number, settled }, located }): readonly Mark[] => {
        const spot = spotOf(located)
        return spot ? [{ spot, comment: { number, settled } }] : []
      }),
    ],
    [format, placed, findings, changed],
  )
