import type { Content } from './draft'
import { unsavedWork } from './storage'
import { Overtaken } from './store'

/** What the save line says. `at` is the time of the last complete save, in milliseconds. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly why: unknown }

/** A record that a save builds on, or that a save under way will make. */
export interface Basis {
  readonly revision: number
  readonly changedAt: number
}

interface Parts<C> {
  readonly start: Basis
  readonly content: () => C
  /** Stores the content on top of a revision; resolves when the transaction is complete. */
  readonly save: (content: C, revision: number, now: number) => Promise<Basis>
  readonly tell: (state: SaveState) => void
  /** Keeps what is unsaved for the next start; false where that cannot be. */
  readonly keepJournal: () => boolean
}

export interface Autosave<C = Content> {
  /** Something was typed: save within 200 ms, however long the typing goes on. */
  touch(): void
  /** Saves what is unsaved now; resolves when it is stored or has failed. */
  flush(): Promise<void>
  /** What is not stored yet, with the records that it may build on; undefined when all is stored. */
  unsaved(): { readonly content: C; readonly bases: readonly Basis[] } | undefined
  stop(): void
}

const delay = 200
/** A save that has not ended after so long is told as failed, though it may end yet. */
const limit = 8_000
/** How many saves without an answer are kept in mind. */
const most = 100
const pauses = [1_000, 2_000, 5_000, 10_000] as const

/**
 * Saves what is typed: 200 ms after the first unsaved keystroke, one save at a time, again and again while it fails. A save
 * without an answer is told as failed, and no other begins before it has ended.
 * Says “saved” only when the store says that the transaction is complete.
 */
export const createAutosave = <C>({ start, content, save, tell, keepJournal }: Parts<C>): Autosave<C> => {
  let basis = start
  /** What saves that failed may have made all the same: nobody knows of one that had no answer. */
  let doubtful: readonly Basis[] = []
  let underWay: { readonly basis: Basis; readonly done: Promise<void> } | undefined
  let dirty = false
  let dirtySince = 0
  let failures = 0
  let isLate = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const wait = (milliseconds: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      void flush()
    }, milliseconds)
  }

  const store = async (now: number): Promise<void> => {
    const late = setTimeout(() => {
      isLate = true
      tell({ kind: 'failed', why: new DOMException('The store does not answer.', 'TimeoutError') })
    }, limit)
    try {
      basis = await save(content(), basis.revision, now)
      failures = 0
      doubtful = []
      if (!dirty) unsavedWork.delete(flush)
      if (!dirty) tell({ kind: 'saved', at: basis.changedAt })
    } catch (why) {
      dirty = true
      if (underWay) doubtful = [...doubtful, underWay.basis].slice(-most)
      tell({ kind: 'failed', why })
      if (!stopped && !(why instanceof Overtaken)) wait(pauses[Math.min(failures, pauses.length - 1)] ?? delay)
      failures += 1
    } finally {
      clearTimeout(late)
      isLate = false
      underWay = undefined
    }
  }

  const isUnderWay = (): boolean => underWay !== undefined

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    if (underWay) {
      await underWay.done
      // Another call may have begun the next save in the meantime.
      if ((dirty || isUnderWay()) && failures === 0) await flush()
      return
    }
    if (!dirty) return
    dirty = false
    const now = Date.now()
    const done = store(now)
    underWay = { basis: { revision: basis.revision + 1, changedAt: now }, done }
    await done
  }

  return {
    touch: () => {
      if (stopped) return
      if (!dirty && failures === 0 && !isLate) tell({ kind: 'saving' })
      const now = Date.now()
      if (!dirty) dirtySince = now
      dirty = true
      unsavedWork.set(flush, keepJournal)
      // On a slow computer the keys of a quick hand go before every timer: then the key itself looks at the time.
      if (now - dirtySince >= delay && !underWay && failures === 0) void flush()
      else wait(delay)
    },
    flush,
    unsaved: () =>
      dirty || underWay
        ? { content: content(), bases: [basis, ...doubtful, ...(underWay ? [underWay.basis] : [])] }
        : undefined,
    stop: () => {
      stopped = true
      unsavedWork.delete(flush)
      clearTimeout(timer)
      timer = undefined
    },
  }
}
