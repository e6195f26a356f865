import { app, type Claims } from './hold-claims'

const ofDraft = (draft: string): string => `${app}:draft:${draft}`
const ofWindow = (tab: string): string => `${app}:window:${tab}`

type Locks = Pick<LockManager, 'request' | 'query'>

/** Claims by the browser's own locks: it gives them free by itself when a window is closed or dies. */
export const claimsByLocks = (locks: Locks, tab: string): Claims => {
  // As long as the window lives.
  locks.request(ofWindow(tab), () => new Promise(() => undefined)).catch(() => undefined)
  const releases = new Map<string, () => void>()

  const hold = (draft: string, options: LockOptions, onLost: () => void): Promise<boolean> =>
    new Promise((resolve, reject) => {
      let isMine = false
      const granted = (lock: Lock | null): Promise<void> | undefined => {
        resolve(lock !== null)
        if (!lock) return undefined
        isMine = true
        return new Promise((release) => {
          releases.set(draft, release)
        })
      }
      locks.request(ofDraft(draft), options, granted).catch((why: unknown) => {
        if (isMine) onLost()
        else reject(why instanceof Error ? why : new Error(String(why)))
      })
    })

  const isHeld = async (name: string): Promise<boolean> => {
    const { held = [] } = await locks.query()
    return held.some((lock) => lock.name === name)
  }

  return {
    claim: (draft, onLost) => hold(draft, { ifAvailable: true }, onLost),
    seize: async (draft, onLost) => {
      await hold(draft, { steal: true }, onLost)
    },
    release: (draft) => {
      releases.get(draft)?.()
      releases.delete(draft)
    },
    isHeld: (draft) => isHeld(ofDraft(draft)),
    isAlive: (other) => isHeld(ofWindow(other)),
  }
}
