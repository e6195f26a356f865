import { tab } from './journal'
import { unsavedWork } from './storage'
import { isUnkept } from './unexported'

interface Word {
  readonly kind: 'asked' | 'begun' | 'done'
  /** Which asking it is about. */
  readonly asking: string
  readonly by: string
  /** Something is left that is neither stored nor in a journal; told when it is done. */
  readonly isShort?: boolean
}

/** How long other windows have to answer at all, and to store what they have. */
const patience = { begun: 300, done: 4_000 } as const

const hearing = new Set<(word: Word) => void>()

const channel =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('gov-info-disclosure-annual-report:flush')

const flushHere = async (): Promise<void> => {
  await Promise.allSettled([...unsavedWork.keys()].map((flush) => flush()))
}

channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
  for (const hear of hearing) hear(data)
  if (data.kind !== 'asked' || unsavedWork.size === 0) return
  const answer = (kind: Word['kind'], isShort = false): void =>
    channel.postMessage({ kind, asking: data.asking, by: tab, isShort } satisfies Word)
  answer('begun')
  void flushHere().then(() => answer('done', isUnkept()))
})

let askings = 0

/** Whether other windows have something left that is neither stored nor in a journal, as far as they answer. */
const areOthersShort = (): Promise<boolean> =>
  new Promise((resolve) => {
    const asking = `${tab} ${(askings += 1)}`
    const busy = new Set<string>()
    let areAllKnown = false
    let isShort = false
    const end = (): void => {
      hearing.delete(hear)
      clearTimeout(timer)
      // Of one that has begun and does not end nobody knows.
      resolve(isShort || busy.size > 0)
    }
    const hear = (word: Word): void => {
      if (word.asking !== asking) return
      if (word.kind === 'begun') busy.add(word.by)
      if (word.kind === 'done') {
        busy.delete(word.by)
        isShort ||= word.isShort === true
      }
      if (areAllKnown && busy.size === 0) end()
    }
    let timer = setTimeout(() => {
      areAllKnown = true
      if (busy.size === 0) end()
      else timer = setTimeout(end, patience.done)
    }, patience.begun)
    hearing.add(hear)
    channel?.postMessage({ kind: 'asked', asking, by: tab })
  })

/**
 * Has every open editor, in other windows too, store what it has; a window that hangs is not waited for for ever. Gives
 * whether something is left that is neither stored nor in a journal.
 */
export const flushEverywhere = async (): Promise<boolean> => {
  await flushHere()
  const areOthers = channel ? await areOthersShort() : false
  return isUnkept() || areOthers
}
