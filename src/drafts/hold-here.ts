import { createHold, isReading, type Hold } from './hold'
import { app, type Claims } from './hold-claims'
import { claimsByLeases } from './hold-leases'
import { awaitLetter, lettersOver, type Letter, type Letters } from './hold-letters'
import { claimsByLocks } from './hold-locks'
import { tab, windowOf } from './journal'

interface Here {
  readonly claims: Claims
  readonly letters: Letters
}

const found = (): Here => {
  const letters = lettersOver(typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`${app}:hold`))
  // Plain http has no locks.
  const locks = (navigator as Partial<Navigator>).locks
  return { letters, claims: locks ? claimsByLocks(locks, tab) : claimsByLeases(() => localStorage, letters, tab) }
}

let here: Here | undefined

const get = (): Here => (here ??= found())

/** This window's hold on a draft; it is still to be opened. */
export const holdOn = (draft: string): Hold => createHold(draft, { ...get(), tab })

/** From now on others can tell that this window is open: what it has not stored is left to it. */
export const showLife = (): void => void get()

/** Whether a window is still open. */
const isLiving = (other: string): Promise<boolean> => get().claims.isAlive(other)

/** Whether what a sitting has not stored is still to be stored by it. `open` are the sittings of this window. */
export const isAtWork = async (by: string, open: ReadonlySet<string>): Promise<boolean> =>
  windowOf(by) === tab ? open.has(by) : isLiving(windowOf(by))

/** Whether some window fills the draft in. */
export const isHeld = (draft: string): Promise<boolean> => get().claims.isHeld(draft)

/**
 * Takes a draft for a moment from the window that fills it in, which stores all first; gives what lets it go again, undefined
 * where that window cannot store and keeps it.
 */
export const takeOver = async (draft: string): Promise<(() => void) | undefined> => {
  const hold = holdOn(draft)
  await hold.open()
  if (isReading(hold.get())) await hold.take(() => Promise.resolve())
  if (hold.get() === 'holding') return hold.close
  hold.close()
  return undefined
}

/** How long a window has to store what is typed in it, when another is about to read the draft. */
const patience = 2_000

/** Has the window that fills a draft in store what is typed there; nothing is waited for where there is none. */
export const storeElsewhere = async (draft: string): Promise<void> => {
  if (!(await isHeld(draft))) return
  const isAnswer = (letter: Letter): letter is Extract<Letter, { kind: 'stored' }> =>
    letter.kind === 'stored' && letter.draft === draft && letter.to === tab
  const ask = (): void => get().letters.post({ kind: 'store', draft, from: tab })
  await awaitLetter(get().letters, isAnswer, patience, ask)
}
