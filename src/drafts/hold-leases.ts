import { app, type Claims } from './hold-claims'
import { awaitLetter, type Letter, type Letters } from './hold-letters'

const windows = `${app}:window:`
const ofDraft = (draft: string): string => `${app}:hold:${draft}`

/** How often a window says that it lives, and how long that is believed; after that it is asked. */
const beat = 1_000
const fresh = 4_000
/** How long a window that is asked has to answer: one in the background is slowed down, but not deaf. */
const patience = 1_000
/** What windows left that died without a word. */
const forgotten = 86_400_000

type Records = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const sweep = (records: Records, now: number): void => {
  const keys = Array.from({ length: records.length }, (_, index) => records.key(index) ?? '')
  for (const key of keys)
    if (key.startsWith(windows) && now - Number(records.getItem(key)) > forgotten) records.removeItem(key)
}

/**
 * Claims where the page has no locks, as on plain http: a record of who has which draft, and a beat of each window. Where
 * nothing can be recorded every claim is granted, and the revisions of the saves are what is left.
 */
export const claimsByLeases = (records: () => Records, letters: Letters, tab: string): Claims => {
  const mine = new Map<string, () => void>()

  const quietly = <T>(work: () => T, otherwise: T): T => {
    try {
      return work()
    } catch {
      return otherwise
    }
  }
  const holderOf = (draft: string): string | null => quietly(() => records().getItem(ofDraft(draft)), null)
  const record = (draft: string): void => quietly(() => records().setItem(ofDraft(draft), tab), undefined)

  /** Another window has written its name over this one's. */
  const look = (): void => {
    for (const [draft, onLost] of Array.from(mine)) {
      const holder = holderOf(draft)
      if (holder === null) record(draft)
      else if (holder !== tab) {
        mine.delete(draft)
        onLost()
      }
    }
  }
  const live = (): void => quietly(() => records().setItem(`${windows}${tab}`, String(Date.now())), undefined)

  const isAlive = async (other: string): Promise<boolean> => {
    if (other === tab) return true
    const said = Number(quietly(() => records().getItem(`${windows}${other}`), null) ?? NaN)
    if (Math.abs(Date.now() - said) < fresh) return true
    const isAnswer = (letter: Letter): letter is Letter & { kind: 'pong' } =>
      letter.kind === 'pong' && letter.to === tab
    const ask = (): void => letters.post({ kind: 'ping', from: tab, to: other })
    return (await awaitLetter(letters, isAnswer, patience, ask)) !== undefined
  }
  const isHeld = async (draft: string): Promise<boolean> => {
    const holder = holderOf(draft)
    return holder !== null && (await isAlive(holder))
  }
  const take = (draft: string, onLost: () => void): void => {
    mine.set(draft, onLost)
    record(draft)
  }

  letters.on((letter) => {
    if (letter.kind === 'ping' && letter.to === tab) letters.post({ kind: 'pong', to: letter.from })
  })
  quietly(() => sweep(records(), Date.now()), undefined)
  live()
  setInterval(() => {
    live()
    look()
  }, beat)
  addEventListener('storage', look)
  addEventListener('pagehide', () =>
    quietly(() => {
      records().removeItem(`${windows}${tab}`)
      for (const draft of mine.keys()) if (holderOf(draft) === tab) records().removeItem(ofDraft(draft))
    }, undefined),
  )
  // The page was only put aside.
  addEventListener('pageshow', () => {
    live()
    look()
  })

  return {
    claim: async (draft, onLost) => {
      const holder = holderOf(draft)
      if (holder !== null && holder !== tab && (await isAlive(holder))) return false
      take(draft, onLost)
      return true
    },
    seize: (draft, onLost) => Promise.resolve(take(draft, onLost)),
    release: (draft) => {
      mine.delete(draft)
      quietly(() => {
        if (holderOf(draft) === tab) records().removeItem(ofDraft(draft))
      }, undefined)
    },
    isHeld,
    isAlive,
  }
}
