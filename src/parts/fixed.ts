import type { Draft } from '../drafts/draft'
import { createStore, type Store } from './keyed-store'

/** Why nothing can be changed here: it is the final copy, or another window fills the report in. */
export type Fixed = 'final' | 'elsewhere'

const says = {
  final: '年报已定稿，不能改动。要改动请先在“检查结果”里重新打开。',
  elsewhere: '另一个窗口正在填写这份年报，这里只能看。要在这里改动，请先点上面的“在这里填写”。',
} as const satisfies Readonly<Record<Fixed, string>>

export interface Fixing {
  /** Why nothing can be changed here; null while everything can. */
  readonly fixed: Pick<Store<Fixed | null>, 'get' | 'on'>
  /** Whether another window fills the report in. */
  readonly elsewhere: Store<boolean>
}

interface Parts {
  readonly final: Pick<Store<Draft['final']>, 'get' | 'on'>
  readonly refuse: (message: string) => void
}

type Work<A extends readonly unknown[], R> = (...parts: A) => R

/** Holds together why nothing can be changed, and keeps each act from being done then, with a word. */
export const createFixing = ({ final, refuse }: Parts) => {
  const elsewhere = createStore(false)
  const now = (): Fixed | null => (elsewhere.get() ? 'elsewhere' : final.get() ? 'final' : null)
  const fixed = createStore(now())
  elsewhere.on(() => fixed.set(now()))
  final.on(() => fixed.set(now()))
  const guard =
    (reason: () => Fixed | null) =>
    <A extends readonly unknown[], R>(work: Work<A, R>, otherwise: R): Work<A, R> =>
    (...parts) => {
      const why = reason()
      if (why === null) return work(...parts)
      refuse(says[why])
      return otherwise
    }
  return {
    fixed,
    elsewhere,
    /** What a final copy forbids, too. */
    unlessFixed: guard(now),
    /** What may be done with a final copy. */
    unlessElsewhere: guard(() => (elsewhere.get() ? 'elsewhere' : null)),
  }
}
