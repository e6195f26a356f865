import { cellsOf } from '../report/cells'
import type { Session } from './session'

const isText = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && !element.readOnly

/** Hands over the figure that is being composed in a field that may soon be gone: until its word ends it is known nowhere else. */
export const handFigure = (session: Session, field: Element | null): void => {
  if (!isText(field)) return
  const at = field.dataset['at'] ?? ''
  if (cellsOf(session.format).has(at) && field.value !== session.textAt(at)) session.typing(at, field.value)
}

/**
 * Ends the word that is being typed, also in the middle of a composition: what stands in the field counts. False where a
 * dialog has words in it that are no part of the report yet: they would be lost if the report went elsewhere.
 */
export const endWord = (session: Session): boolean => {
  const field = document.activeElement
  if (isText(field)) {
    field.blur()
    // A page that is not in front is told of no blur.
    field.dispatchEvent(new Event('input', { bubbles: true }))
    session.leave(field.dataset['at'] ?? '')
    field.focus({ preventScroll: true })
  }
  const written = [...document.querySelectorAll('dialog[open] input[type="text"], dialog[open] textarea')]
  return !written.some((one) => isText(one) && one.value.trim() !== '')
}
