import { recordUnsent, recoverUnsent } from '../drafts/unsent-record'
import { getUnsent, putUnsent } from '../drafts/unsent-texts'
import { createUnsent, type Unsent } from './unsent'

const opened = new Map<string, Unsent>()

/** They are read again when next opened: something else was stored in their place. */
export const forgetOpened = (): void => opened.clear()

/** The replies that the clerk is writing on a draft: they are there on every page, and when the draft is opened again. */
export const unsentOf = (draft: string): Unsent => {
  const known = opened.get(draft)
  if (known) return known
  const unsent = createUnsent(getUnsent(draft), () => {
    // What cannot be kept stays in this window, where it was typed.
    const changes = unsent.changes()
    if (putUnsent(draft, changes)) unsent.stored(changes)
    recordUnsent(draft)
  })
  opened.set(draft, unsent)
  return unsent
}

/** Shows what another window wrote meanwhile. */
export const refreshUnsent = (draft: string): void => opened.get(draft)?.show(getUnsent(draft))

/** Shows what a crash had taken, in the window that fills the draft in. */
export const bringBackUnsent = (draft: string): void => {
  recoverUnsent(draft).then(
    () => refreshUnsent(draft),
    // Where the store does not answer, there is nothing to bring back.
    () => undefined,
  )
}
