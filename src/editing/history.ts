import type { Address } from '../report/cells'

/** A cell's text before and after. */
export interface Change {
  readonly at: Address
  readonly before: string
  readonly after: string
}

/** What one act changed: an entry, a paste, a fill, an import or a cure. */
export interface Step {
  readonly act: 'entry' | 'fill' | 'clear' | 'paste' | 'import' | 'cure'
  readonly changes: readonly Change[]
  /** Which of the cells 其余填 0 had filled before: an undo gives that back too. */
  readonly filled?: readonly Address[]
}

/** What can be taken back, the last at the end, and what was taken back and can be done again. */
export interface Steps {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

export interface History {
  /** Takes an act that was done; what had been undone is then gone. Steps that change nothing are not kept. */
  push(step: Step): void
  /** The step whose `before` is to be written back; undefined when there is none. */
  undo(): Step | undefined
  /** The step whose `after` is to be written again. */
  redo(): Step | undefined
  state(): { readonly undo: number; readonly redo: number }
  steps(): Steps
}

const most = 500

/** One stack for all figures of an open draft, in memory; it keeps the last 500 steps. */
export const createHistory = (kept: Steps = { done: [], undone: [] }): History => {
  let { done, undone } = kept
  return {
    push: (step) => {
      const changes = step.changes.filter(({ before, after }) => before !== after)
      if (changes.length === 0) return
      done = [...done, { ...step, changes }].slice(-most)
      undone = []
    },
    undo: () => {
      const step = done[done.length - 1]
      if (!step) return undefined
      done = done.slice(0, -1)
      undone = [...undone, step]
      return step
    },
    redo: () => {
      const step = undone[undone.length - 1]
      if (!step) return undefined
      undone = undone.slice(0, -1)
      done = [...done, step]
      return step
    },
    state: () => ({ undo: done.length, redo: undone.length }),
    steps: () => ({ done, undone }),
  }
}
