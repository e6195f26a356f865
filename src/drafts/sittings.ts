/** The sittings that are open in this window. */
const working = new Set<string>()

/** A save that hangs must not keep a draft shut. */
const patience = 5_000

interface Leaving {
  readonly id: string
  readonly lastSave: Promise<void>
}

/** By sitting. */
const leaving = new Map<string, Leaving>()

/** The open sittings, and those whose last save is under way: what stands in their journals is stored by them. */
export const busy = (): ReadonlySet<string> => new Set([...working, ...leaving.keys()])

/** A sitting begins. */
export const enter = (by: string): void => {
  working.add(by)
}

/** A sitting at a draft or a review ends while its last save is under way: whoever opens that next waits for it. */
export const leave = (id: string, by: string, lastSave: Promise<void>): void => {
  working.delete(by)
  const known: Leaving = {
    id,
    lastSave: lastSave.finally(() => {
      if (leaving.get(by) === known) leaving.delete(by)
    }),
  }
  leaving.set(by, known)
}

/** Resolves when every editor that was left has stored what it had, or its save has hung for too long. */
export const settled = async (): Promise<void> => {
  const all = Promise.allSettled([...leaving.values()].map(({ lastSave }) => lastSave))
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, patience))])
}

/** Waits for the last saves of the sittings of this window at a draft or a review that are being left. */
export const left = async (id: string): Promise<void> => {
  const saves = [...leaving.values()].filter((one) => one.id === id).map(({ lastSave }) => lastSave)
  await Promise.race([Promise.allSettled(saves), new Promise((resolve) => setTimeout(resolve, patience))])
}
