import { useRef, useState } from 'react'
import type { Finding } from '../../checks/rule'
import { faultsOf, sectionOf } from '../../checks/run'
import { keyOf, type Kind } from '../../parts/finding-kinds'
import type { Address } from '../../report/cells'
import { anchorAt, anchorLabel, type Located } from '../../review/anchors'
import type { Anchor } from '../../review/event'
import type { Thread } from '../../review/threads'
import { elementsAt, goTo } from './paper'
import { spotOf, spotsOf, type Spot } from './spots'
import { markedAt, threadsAt, useMarks, useThreads } from './use-marks'
import type { ReviewBench } from './use-review-bench'

export type TabId = 'comments' | 'findings' | 'compare'

/** Once the side column stands anew. */
const soon = (work: () => void): void => void setTimeout(work)

const focusOn = (selector: string): void =>
  soon(() => {
    const element = document.querySelector<HTMLElement>(selector)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest' })
  })

/** The one after or before another in a row that goes round; the first, or the last, where there is none yet. */
const roundTo = <T>(row: readonly T[], here: number, by: 1 | -1): T | undefined =>
  row[here < 0 ? (by === 1 ? 0 : row.length - 1) : (here + by + row.length) % row.length]

/** Where the reader is, what is shown beside the document, and the ways from place to place. */
export const useReading = (bench: ReviewBench, findings: readonly Finding[], changed: readonly Spot[] | undefined) => {
  const { format, copy, desk, say } = bench
  const paper = useRef<Document | null>(null)
  const isBack = useRef(false)
  const [tab, setTab] = useState<TabId>('comments')
  const [spot, setSpot] = useState<Spot | null>(null)
  const [anchor, setAnchor] = useState<Anchor | null>(null)
  const [thread, setThread] = useState('')
  const [finding, setFinding] = useState('')
  const [only, setOnly] = useState<Kind | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  const placed = useThreads(bench)
  const marks = useMarks(bench, placed, findings, changed)
  const shown = showsAll ? placed : placed.filter(({ thread: { settled } }) => !settled)

  const go = (spots: readonly Spot[], takesFocus: boolean): void => {
    const [first] = spots
    if (!first || !paper.current) return
    setSpot(first)
    if (!goTo(paper.current, spots, takesFocus)) say('这一处不印在年报上')
  }

  const compose = (next: Anchor): void => {
    setTab('comments')
    setAnchor(next)
    focusOn('textarea[aria-label^="意见："]')
  }

  const remark = (at: Spot): void => {
    setSpot(at)
    if (at.at !== undefined) compose(anchorAt(format, copy.typed, at.at, at.start, at.end))
    else if (at.section !== undefined) compose({ kind: 'section', section: at.section })
  }

  /** Back to the document, where the reader was; what is there is not told once more. */
  const back = (): void => {
    setAnchor(null)
    soon(() => {
      isBack.current = true
      paper.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
      isBack.current = false
    })
  }

  const sectionAt = (): string | undefined => {
    if (!spot) return undefined
    const found = spot.section ?? sectionOf(format, (spot.at ?? '').replace(/^cellNotes\./, ''))
    return format.sections.some(({ id }) => id === found) ? found : undefined
  }

  return {
    open: (opened: Document): void => {
      paper.current = opened
    },
    tab,
    setTab,
    anchor,
    thread,
    finding,
    only,
    setOnly,
    showsAll,
    setShowsAll,
    placed,
    shown,
    marks,
    section: sectionAt(),
    there: anchor && spot && anchor.kind !== 'whole' ? threadsAt(placed, spot).length : 0,
    compose,
    remark,
    back,
    /** A remark was put: its card is shown, the reader goes on in the document. */
    put: (): void => {
      const comments = desk.review.get().events.filter(({ kind }) => kind === 'comment')
      const id = comments[comments.length - 1]?.id ?? ''
      setThread(id)
      back()
      soon(() => document.querySelector(`[data-thread="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' }))
      say('已加入意见')
    },
    remarkHere: (): void => (spot ? remark(spot) : compose({ kind: 'whole' })),
    /** The focus came to a place of the document: what is there is told. */
    arrive: (at: Spot): void => {
      if (isBack.current) return
      setSpot(at)
      const [first] = threadsAt(placed, at)
      if (first) setThread(first.id)
      const marked = markedAt(marks, at)
      if (marked !== '') say(`此处有 ${marked}`)
    },
    goThread: (located: Located, { id }: Thread): void => {
      const to = spotOf(located)
      setThread(id)
      if (to) go([to], true)
    },
    /** Goes to a remark's card, whichever are shown. */
    showThread: ({ id, settled }: Thread): void => {
      const to = placed.find(({ thread: one }) => one.id === id)
      const at = to && spotOf(to.located)
      setTab('comments')
      setThread(id)
      if (settled) setShowsAll(true)
      if (at) go([at], false)
      focusOn(`[data-thread="${CSS.escape(id)}"]`)
    },
    goPlace: (at: Address): void => go([{ at }], true),
    goFinding: (one: Finding): void => {
      setFinding(keyOf(one))
      go(spotsOf(format, one), true)
    },
    remarkOn: (one: Finding): void => {
      const spots = spotsOf(format, one)
      const printed = spots.find((at) => paper.current && elementsAt(paper.current, at).length > 0) ?? spots[0]
      if (!printed) {
        compose({ kind: 'whole' })
        return
      }
      go([printed], false)
      remark(printed)
    },
    nextThread: (by: 1 | -1): void => {
      const next = roundTo(
        shown,
        shown.findIndex((one) => one.thread.id === thread),
        by,
      )
      if (!next) {
        say(placed.length === 0 ? '还没有意见' : '没有未解决的意见')
        return
      }
      const { comment, id, number, settled } = next.thread
      const to = spotOf(next.located)
      setTab('comments')
      setThread(id)
      if (to) go([to], false)
      focusOn(`[data-thread="${CSS.escape(id)}"]`)
      const label = comment ? anchorLabel(format, copy.typed, comment.anchor) : ''
      say(`意见 ${number}，${settled ? '已解决' : '未解决'}，${label}：${comment?.text ?? ''}`)
    },
    nextFinding: (by: 1 | -1): void => {
      const faults = faultsOf(findings)
      const next = roundTo(
        faults,
        faults.findIndex((one) => keyOf(one) === finding),
        by,
      )
      if (!next) {
        say('没有发现问题')
        return
      }
      setTab('findings')
      setOnly(null)
      setFinding(keyOf(next))
      go(spotsOf(format, next), false)
      focusOn(`[data-finding="${CSS.escape(keyOf(next))}"] button`)
      say(`问题 ${faults.indexOf(next) + 1}，共 ${faults.length} 处：${next.message}`)
    },
  }
}

export type Reading = ReturnType<typeof useReading>
