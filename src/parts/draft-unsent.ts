import { recordUnsent, recoverUnsent } from '../drafts/unsent-record'
import { getUnsent, putAllUnsent, putUnsent, writtenAt, writtenNow, type Texts } from '../drafts/unsent-texts'
import { createUnsent, type Unsent } from './unsent'

interface Opened {
  readonly unsent: Unsent
  /** When what this window knows of local storage was written there. */
  seenAt: number
}

const opened = new Map<string, Opened>()

/** They are read again when next opened: something else was stored in their place. */
export const forgetOpened = (): void => opened.clear()

const open = (draft: string): Opened => {
  const found = opened.get(draft)
  if (found) return found
  const unsent = createUnsent(getUnsent(draft), () => {
    const changes = unsent.changes()
    // Where no other window wrote since, or local storage was cleared, all that is left is known here.
    const at = writtenAt(draft)
    const isKept =
      at === 0 || at === one.seenAt ? putAllUnsent(draft, unsent.get(), writtenNow(draft)) : putUnsent(draft, changes)
    if (isKept) {
      unsent.stored(changes, getUnsent(draft))
      one.seenAt = writtenAt(draft)
    }
    // What local storage refuses stays in this window, where it was typed, and in the database.
    recordUnsent(draft, unsent.get(), isKept ? writtenAt(draft) : writtenNow(draft))
  })
  const one: Opened = { unsent, seenAt: writtenAt(draft) }
  opened.set(draft, one)
  return one
}

/**
 * What the clerk is writing beside a draft and has not put yet, as a reply or a reason: it is there on every page, and when the draft is
 * opened again.
 */
export const unsentOf = (draft: string): Unsent => open(draft).unsent

/** Shows what another window wrote meanwhile; local storage that was cleared has nothing to show. */
export const refreshUnsent = (draft: string): void => {
  const one = opened.get(draft)
  if (!one || writtenAt(draft) === 0) return
  one.unsent.show(getUnsent(draft))
  one.seenAt = writtenAt(draft)
}

/** What local storage will not have counts as written here, but for what is being written already. */
const writeAnew = (draft: string, texts: Texts): void => {
  const unsent = unsentOf(draft)
  const changed = unsent.changes()
  for (const key of Object.keys({ ...unsent.get(), ...texts })) if (!(key in changed)) unsent.put(key, texts[key] ?? '')
}

/** Shows what a crash had taken or local storage refused, in the window that fills the draft in. */
export const bringBackUnsent = (draft: string): void => {
  recoverUnsent(draft).then(
    (refused) => {
      if (refused) writeAnew(draft, refused)
      else refreshUnsent(draft)
    },
    // Where the store does not answer, there is nothing to bring back.
    () => undefined,
  )
}
