import type { Claims } from './hold-claims'
import { awaitLetter, type Letter, type Letters } from './hold-letters'

/**
 * How a window stands to a draft that is open in it. It fills it in only while `holding`; while `opening` that is being found
 * out, while `handing` it gives it to another, while `taking` it is being given it. Otherwise it reads: because the draft is
 * `held` by another window, was `moved` from here to another, was `kept` by one that could not store, or is `free`.
 */
export type HoldState = 'opening' | 'holding' | 'handing' | 'taking' | 'held' | 'moved' | 'kept' | 'free'

/** Who works on the draft in a window that holds it. */
interface Worker {
  /** Ends the word that is being typed; false while something is written that would be lost if another took over. */
  rest(): boolean
  /** Stores all; gives what goes along to the next window, undefined where not all could be stored. */
  hand(): Promise<unknown>
  store(): Promise<void>
  /** Another window took the draft without an answer from here. */
  lost(): void
}

export interface Hold {
  get(): HoldState
  on(listener: () => void): () => void
  /** Takes the draft where no living window has it. */
  open(): Promise<void>
  /** Says who works on the draft; gives what ends that. */
  serve(worker: Worker): () => void
  /** Takes the draft from the window that has it. `load` brings in what that one stored; rejects where it does. */
  take(load: (luggage: unknown) => Promise<void>): Promise<void>
  /** The store says that another window has saved. */
  lose(): void
  close(): void
}

interface Ports {
  readonly claims: Claims
  readonly letters: Letters
  readonly tab: string
}

/** A window that is being closed or loaded anew may not be quite gone. */
const grace = { whole: 1_500, step: 50 } as const
/** How long the holder has to answer; one that is frozen never does. */
const patience = 3_000
/** How often a window that reads looks whether anybody holds the draft. */
const glance = 1_000

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Whether the draft is only read in this state. */
export const isReading = (state: HoldState): boolean =>
  state === 'held' || state === 'moved' || state === 'kept' || state === 'free'

/** One window's hold on one draft: one window fills it in, the others read, and each may take it over. */
export const createHold = (draft: string, { claims, letters, tab }: Ports): Hold => {
  let state: HoldState = 'opening'
  let worker: Worker | undefined
  let isOwner = false
  let isClosed = false as boolean
  let turn = 0
  let glancing: ReturnType<typeof setInterval> | undefined
  const listeners = new Set<() => void>()
  const now = (): HoldState => state

  const glanceNow = async (): Promise<void> => {
    if (!isReading(state)) return
    const isHeld = await claims.isHeld(draft)
    if (!isReading(now())) return
    if (!isHeld) set('free')
    else if (state === 'free') set('held')
  }
  const set = (next: HoldState): void => {
    if (isClosed || next === state) return
    state = next
    if (isReading(next)) glancing ??= setInterval(() => void glanceNow(), glance)
    else {
      clearInterval(glancing)
      glancing = undefined
    }
    for (const listener of Array.from(listeners)) listener()
  }

  const lose = (): void => {
    if (state !== 'holding' && state !== 'handing') return
    worker?.rest()
    set('moved')
    worker?.lost()
  }
  const own = async (how: 'claim' | 'seize'): Promise<boolean> => {
    turn += 1
    const mine = turn
    const isTaken = await claims[how](draft, () => {
      if (mine !== turn) return
      isOwner = false
      lose()
    })
    isOwner = isTaken !== false
    if (isClosed && isOwner) release()
    return isOwner
  }
  const release = (): void => {
    if (!isOwner) return
    isOwner = false
    turn += 1
    claims.release(draft)
    letters.post({ kind: 'left', draft })
  }

  const hand = async (to: string): Promise<void> => {
    if (state !== 'holding') {
      // It was handed out before, and the window that asked for it never came.
      if (isReading(state)) letters.post({ kind: 'handed', draft, to, luggage: undefined })
      return
    }
    if (worker?.rest() === false) {
      letters.post({ kind: 'kept', draft, to })
      return
    }
    set('handing')
    const luggage = await (worker?.hand() ?? Promise.resolve({})).catch(() => undefined)
    if (now() !== 'handing') return
    set(luggage === undefined ? 'holding' : 'moved')
    letters.post(luggage === undefined ? { kind: 'kept', draft, to } : { kind: 'handed', draft, to, luggage })
  }
  const off = letters.on((letter) => {
    if (!('draft' in letter) || letter.draft !== draft) return
    if (letter.kind === 'left') void glanceNow()
    if (!isOwner) return
    if (letter.kind === 'who') letters.post({ kind: 'here', draft, to: letter.from })
    else if (letter.kind === 'ask') void hand(letter.from)
    else if (letter.kind === 'store')
      void Promise.resolve(worker?.store()).then(() => letters.post({ kind: 'stored', draft, to: letter.from }))
  })

  const isAnswer = (letter: Letter): letter is Extract<Letter, { kind: 'handed' | 'kept' }> =>
    (letter.kind === 'handed' || letter.kind === 'kept') && letter.draft === draft && letter.to === tab
  const request = async () =>
    isOwner || !(await claims.isHeld(draft))
      ? undefined
      : awaitLetter(letters, isAnswer, patience, () => letters.post({ kind: 'ask', draft, from: tab }))

  return {
    get: now,
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: async () => {
      try {
        let isThere = false as boolean
        const listening = letters.on((letter) => {
          isThere ||= letter.kind === 'here' && letter.draft === draft && letter.to === tab
        })
        let isMine = await own('claim')
        if (!isMine) letters.post({ kind: 'who', draft, from: tab })
        for (let waited = 0; !isMine && waited < grace.whole; waited += grace.step) {
          await pause(grace.step)
          if (isThere || isClosed) break
          isMine = await own('claim')
        }
        listening()
        set(isMine ? 'holding' : 'held')
      } catch {
        // Without locks that work, the revisions of the saves are what is left.
        set('holding')
      }
    },
    serve: (next) => {
      worker = next
      return () => {
        if (worker === next) worker = undefined
      }
    },
    take: async (load) => {
      if (!isReading(state)) return
      set('taking')
      const answer = await request()
      if (answer?.kind === 'kept') {
        set('kept')
        return
      }
      try {
        await own('seize')
        await load(answer?.luggage)
        set(isOwner ? 'holding' : 'moved')
      } catch (why) {
        release()
        set('held')
        void glanceNow()
        throw why
      }
    },
    lose,
    close: () => {
      release()
      isClosed = true
      off()
      clearInterval(glancing)
      listeners.clear()
    },
  }
}
