const cardsOf = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-finding]')].filter((card) => card.querySelector('button'))

const focusCard = (card: HTMLElement | undefined): boolean => {
  const button = card?.querySelector('button')
  button?.focus()
  return button !== undefined && button !== null
}

/** The cards of findings that can be acted on, and the way from one to the next; false at either end. */
export const walkCards = (from: Element | null, by: 1 | -1): boolean => {
  const cards = cardsOf()
  const here = cards.findIndex((card) => card === from)
  return focusCard(cards[from === null ? 0 : here + by])
}

let isFirst = true

/** For the title of a place: a reader of the screen hears where the way led. What is sought there takes the focus afterwards. */
export const takeFocus = (heading: HTMLElement | null): void => {
  heading?.focus({ preventScroll: true })
  if (heading) isFirst = false
}

/** For a title that takes the focus when it is come to, not when the program opens with it: that starts above it. */
export const takeFocusLater = (heading: HTMLElement | null): void => {
  if (!isFirst) takeFocus(heading)
  else if (heading) isFirst = false
}

/**
 * Does what may take the element away that has the focus, and then puts the focus on the card that stands in its place,
 * the one before it, the text that it was about, what its group has instead, or the page's title: never is a keyboard
 * left nowhere.
 */
export const keepingFocus = <T>(work: () => T): T => {
  const { activeElement } = document
  const card = activeElement?.closest<HTMLElement>('[data-finding]')
  const index = card ? cardsOf().indexOf(card) : -1
  const group = activeElement?.closest('[role="group"]')
  const mend = (): void => {
    if (document.activeElement !== null && document.activeElement !== document.body) return
    const cards = cardsOf()
    if (index >= 0 && (focusCard(cards[index]) || focusCard(cards[index - 1]))) return
    const near = group?.isConnected ? (group.querySelector('textarea') ?? group.querySelector('button')) : null
    ;(near ?? document.querySelector('h1'))?.focus()
  }
  const afterwards = (): void => void setTimeout(mend)
  const result = work()
  if (result instanceof Promise) result.then(afterwards, afterwards)
  else afterwards()
  return result
}
