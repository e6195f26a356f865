import { obstaclesOf } from '../checks/run'
import type { Finding } from '../checks/rule'
import type { Draft } from '../drafts/draft'
import { isCleared } from '../review/standing'
import type { Desk } from './desk'
import { createStore, type Store } from './keyed-store'

/** Why a report cannot become final: what still stands against it, that nobody has approved it, or that others fill it in. */
type Refusal =
  | { readonly kind: 'faults'; readonly obstacles: readonly Finding[] }
  | { readonly kind: 'unapproved' }
  | { readonly kind: 'elsewhere' }

export interface Freezing {
  /** When the final copy was made and its digest; null while the report can be changed. */
  readonly final: Pick<Store<Draft['final']>, 'get' | 'on'>
  /** Freezes the report as it stands; gives what stands against it, nothing where it was done. */
  finalise(): Refusal | undefined
  /** Opens a final copy again, for a reason that is kept; tells whether it was done. */
  reopen(by: string, reason: string): boolean
  /** Shows what was stored elsewhere, after the report that it is about. */
  show(stored: Draft['final']): void
}

interface Parts {
  readonly desk: Desk
  readonly findings: () => readonly Finding[]
  readonly initial: Draft['final']
  /** A final copy is about to be opened again. */
  readonly reopening: () => void
  readonly touch: () => void
}

/** Makes a report final and opens it again. A stored final copy whose content is another by now is a draft. */
export const createFreezing = ({ desk, findings, initial, reopening, touch }: Parts): Freezing => {
  const whole = (stored: Draft['final']): Draft['final'] =>
    stored?.digest === (stored && desk.state().digest) ? stored : null
  const final = createStore(whole(initial))
  return {
    final,
    finalise: () => {
      if (final.get()) return undefined
      const obstacles = obstaclesOf(findings())
      if (obstacles.length > 0) return { kind: 'faults', obstacles }
      if (!isCleared(desk.review.get(), desk.state())) return { kind: 'unapproved' }
      final.set({ at: new Date().toISOString(), digest: desk.state().digest })
      touch()
      return undefined
    },
    reopen: (by, reason) => {
      const before = final.get()
      if (!before) return false
      reopening()
      final.set(null)
      return desk.add(by, { kind: 'unfreeze', digest: before.digest, text: reason })
    },
    show: (stored) => final.set(whole(stored)),
  }
}
