import { recordUnsent, recoverUnsent } from '../drafts/unsent-record'
import { getUnsent, putUnsent, writtenAt, writtenNow, type Texts } from '../drafts/unsent-texts'
import { createUnsent, type Unsent } from './unsent'

const opened = new Map<string, Unsent>()

/** They are read again when next opened: something else was stored in their place. */
export const forgetOpened = (): void => opened.clear()

/** The replies that the clerk is writing on a draft: they are there on every page, and when the draft is opened again. */
export const unsentOf = (draft: string): Unsent => {
  const known = opened.get(draft)
  if (known) return known
  const unsent = createUnsent(getUnsent(draft), () => {
    const changes = unsent.changes()
    const isKept = putUnsent(draft, changes)
    if (isKept) unsent.stored(changes, getUnsent(draft))
    // What local storage refuses stays in this window, where it was typed, and in the database.
    recordUnsent(draft, unsent.get(), isKept ? writtenAt(draft) : writtenNow(draft))
  })
  opened.set(draft, unsent)
  return unsent
}

/** Shows what another window wrote meanwhile. */
export const refreshUnsent = (draft: string): void => opened.get(draft)?.show(getUnsent(draft))

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
