import { getUnsent, putUnsent } from '../drafts/unsent-texts'
import { createUnsent, type Unsent } from './unsent'

const opened = new Map<string, Unsent>()

/** They are read again when next opened: something else was stored in their place. */
export const forgetOpened = (): void => opened.clear()

/** The replies that the clerk is writing on a draft: they are there on every page, and when the draft is opened again. */
export const unsentOf = (draft: string): Unsent => {
  const known = opened.get(draft)
  if (known) return known
  // What cannot be kept stays in this window, where it was typed.
  const unsent = createUnsent(getUnsent(draft), () => void putUnsent(draft, unsent.get()))
  opened.set(draft, unsent)
  return unsent
}
