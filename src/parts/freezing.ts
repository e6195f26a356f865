import { obstaclesOf } from '../checks/run'
import type { Finding } from '../checks/rule'
import type { Draft } from '../drafts/draft'
import type { Format } from '../format'
import { digestOf } from '../report/digest'
import { reportOf } from '../report/reading'
import type { TypedReport } from '../report/report'
import { toExchange } from '../report/schema'
import { createStore, type Store } from './keyed-store'

/** A final copy that was opened again, as it is kept in the file's review part. */
interface Reopening {
  readonly at: string
  readonly reason: string
  readonly digest: string
}

export interface Freezing {
  /** When the final copy was made and its digest; null while the report can be changed. */
  readonly final: Pick<Store<Draft['final']>, 'get' | 'on'>
  readonly review: () => Draft['review']
  /** Freezes the report as it stands; gives what still stands against it, nothing where it was done. */
  finalise(): readonly Finding[]
  /** Opens a final copy again, for a reason that is kept. */
  reopen(reason: string): void
}

interface Parts {
  readonly format: Format
  readonly typed: () => TypedReport
  readonly findings: () => readonly Finding[]
  readonly initial: Pick<Draft, 'final' | 'review'>
  readonly touch: () => void
}

const digestNow = (format: Format, typed: TypedReport): string =>
  digestOf(format.id, toExchange(reportOf(format, typed)))

const reopeningsOf = (review: Draft['review']): readonly unknown[] =>
  Array.isArray(review['reopened']) ? review['reopened'] : []

/** Makes a report final and opens it again. A stored final copy whose content is another by now is a draft. */
export const createFreezing = ({ format, typed, findings, initial, touch }: Parts): Freezing => {
  const isWhole = initial.final?.digest === (initial.final && digestNow(format, typed()))
  const final = createStore(isWhole ? initial.final : null)
  let review = initial.review
  return {
    final,
    review: () => review,
    finalise: () => {
      const obstacles = obstaclesOf(findings())
      if (obstacles.length > 0 || final.get()) return obstacles
      final.set({ at: new Date().toISOString(), digest: digestNow(format, typed()) })
      touch()
      return []
    },
    reopen: (reason) => {
      const before = final.get()
      if (!before) return
      const reopening: Reopening = { at: new Date().toISOString(), reason, digest: before.digest }
      review = { ...review, reopened: [...reopeningsOf(review), reopening] }
      final.set(null)
      touch()
    },
  }
}
