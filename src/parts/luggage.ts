import type { Steps } from '../editing/history'
import type { RemovedPart, Session } from './session'

/** What goes along when another window goes on with a report, beside what is stored: the ways back. */
interface Luggage {
  readonly steps: Steps
  readonly removed: readonly RemovedPart[]
}

export const packOf = ({ steps, removed }: Session): Luggage => ({ steps: steps(), removed: removed.get() })

const isLuggage = (value: unknown): value is Luggage => {
  const { steps, removed } = (value ?? {}) as Partial<Luggage>
  return Array.isArray(removed) && Array.isArray(steps?.done) && Array.isArray(steps.undone)
}

/** Goes on with what came along; another copy of the app may have packed otherwise, and then there is no way back. */
export const unpack = ({ goOn, removed }: Session, luggage: unknown): void => {
  if (!isLuggage(luggage)) return
  goOn(luggage.steps)
  removed.set(luggage.removed)
}
