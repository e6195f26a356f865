import type { Address } from '../report/cells'

const elementAt = (at: Address): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`)

/** Takes every mark off again. */
const unmark = (): void => {
  for (const element of document.querySelectorAll('[data-marked]')) element.removeAttribute('data-marked')
}

/** Leads to the first of some places and marks all of them; false when none is on this page. */
export const goTo = (at: readonly Address[]): boolean => {
  unmark()
  const elements = at.flatMap((address) => elementAt(address) ?? [])
  for (const element of elements) element.setAttribute('data-marked', '')
  const [first] = elements
  if (!first) return false
  first.focus({ preventScroll: true })
  first.scrollIntoView({ block: 'center', inline: 'nearest' })
  return true
}

let fading: ReturnType<typeof setTimeout> | undefined

const fade = (): void => {
  clearTimeout(fading)
  for (const element of document.querySelectorAll('[data-changed]')) element.removeAttribute('data-changed')
}

/** Shows for a moment which cells an undo or redo changed, and goes to the first; false when none is on this page. */
export const showChanged = (at: readonly Address[]): boolean => {
  fade()
  const elements = at.flatMap((address) => elementAt(address) ?? [])
  for (const element of elements) element.setAttribute('data-changed', '')
  fading = setTimeout(fade, 2_000)
  elements[0]?.focus()
  return elements.length > 0
}
