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
  })
  opened.set(draft, unsent)
  return unsent
}

/** Shows what another window wrote meanwhile. */
export const refreshUnsent = (draft: string): void => opened.get(draft)?.show(getUnsent(draft))
