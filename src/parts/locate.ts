import { navigate } from 'wouter/use-hash-location'
import type { Quote } from '../checks/normal'
import type { Finding } from '../checks/rule'
import type { Address } from '../report/cells'
import { draftRoute } from './routes'
import type { Session, Target } from './session'

const elementAt = (at: Address): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`)

/** Takes every mark off again. */
const unmark = (): void => {
  for (const element of document.querySelectorAll('[data-marked]')) element.removeAttribute('data-marked')
}

/** Leads to the first of some places on this page and marks all of them; the words quoted in a text are selected. */
export const goTo = (at: readonly Address[], quote?: Quote): void => {
  unmark()
  const elements = at.flatMap((address) => elementAt(address) ?? [])
  for (const element of elements) element.setAttribute('data-marked', '')
  const [first] = elements
  first?.focus({ preventScroll: true })
  if (first instanceof HTMLTextAreaElement && quote && quote.at === first.dataset['at'])
    first.setSelectionRange(quote.start, quote.end)
  first?.scrollIntoView({ block: 'center', inline: 'nearest' })
}

let fading: ReturnType<typeof setTimeout> | undefined

const fade = (): void => {
  clearTimeout(fading)
  for (const element of document.querySelectorAll('[data-changed]')) element.removeAttribute('data-changed')
}

/** Shows for a moment which cells an undo or redo changed, and goes to the first. */
const showChanged = (at: readonly Address[]): void => {
  fade()
  const elements = at.flatMap((address) => elementAt(address) ?? [])
  for (const element of elements) element.setAttribute('data-changed', '')
  fading = setTimeout(fade, 2_000)
  elements[0]?.focus()
}

/** Leads to a place on whatever page: opens its section, which goes there once it stands. */
export const seek = (session: Session, target: Target): void => {
  session.target.set(target)
  navigate(draftRoute(session.form.getValues('id'), target.section))
}

/** Leads to where a finding is, on whatever page. */
export const seekFinding = (session: Session, { section, at, quotes }: Finding): void => {
  const quote = quotes?.[0]
  seek(session, { section, at, as: 'fault', ...(quote ? { quote } : {}) })
}

/** Goes to a target on the page that is open. */
export const arrive = ({ at, as, quote }: Target): void => {
  if (as === 'fault') goTo(at, quote)
  else showChanged(at)
}
