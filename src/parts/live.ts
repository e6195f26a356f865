import { useCallback } from 'react'
import type { Ledger } from '../report/ledger'
import { useSession } from './session-context'

/** What an output shows: its text, and its state for the style. */
export interface Shown {
  readonly text: string
  readonly state: string
  readonly title?: string
}

const show = (output: HTMLElement, { text, state, title = '' }: Shown): void => {
  const { firstChild } = output
  if (firstChild instanceof Text) {
    if (firstChild.data !== text) firstChild.data = text
  } else output.textContent = text
  if (output.dataset['state'] !== state) output.dataset['state'] = state
  if (output.title !== title) output.title = title
}

/**
 * Lets an output follow one key of the figures. It is written directly, without a render: at every keystroke five of
 * these change, and nothing else does.
 */
export const useLive = (
  key: string,
  shown: (ledger: Ledger, key: string) => Shown,
): ((output: HTMLElement | null) => (() => void) | undefined) => {
  const { figures, ledger } = useSession()
  return useCallback(
    (output: HTMLElement | null) => {
      if (!output) return undefined
      const paint = (): void => show(output, shown(ledger, key))
      paint()
      return figures.on(key, paint)
    },
    [figures, ledger, key, shown],
  )
}
