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

/**
 * Does what may take the element away that has the focus, and then puts the focus on the card that stands in its place,
 * the one before it, the text that it was about, or the page's title: never is a keyboard left nowhere.
 */
export const keepingFocus = <T>(work: () => T): T => {
  const { activeElement } = document
  const card = activeElement?.closest<HTMLElement>('[data-finding]')
  const index = card ? cardsOf().indexOf(card) : -1
  const group = activeElement?.closest('[role="group"]')
  const result = work()
  setTimeout(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return
    const cards = cardsOf()
    if (index >= 0 && (focusCard(cards[index]) || focusCard(cards[index - 1]))) return
    const text = group?.isConnected ? group.querySelector('textarea') : null
    ;(text ?? document.querySelector('h1'))?.focus()
  })
  return result
}
