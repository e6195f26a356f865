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
