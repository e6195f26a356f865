const isFigure = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.dataset['at'] !== undefined

/** Keys that only write: nobody but the input itself has anything to do with them. */
const isWriting = ({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && !isComposing && (key.length === 1 || key === 'Backspace')

const stop = (event: Event): void => {
  const target = event.type === 'selectionchange' ? document.activeElement : event.target
  if (isFigure(target) && (!(event instanceof KeyboardEvent) || event.type !== 'keydown' || isWriting(event)))
    event.stopPropagation()
}

const events = ['keydown', 'keypress', 'keyup', 'beforeinput', 'textInput', 'selectionchange'] as const

/**
 * Keeps the events of mere writing in a figure from React: at each of them it would read the selection, which makes the
 * browser lay out the table once more for every key. Gives what undoes it.
 */
export const keepQuiet = (): (() => void) => {
  for (const event of events) window.addEventListener(event, stop, true)
  return () => {
    for (const event of events) window.removeEventListener(event, stop, true)
  }
}
