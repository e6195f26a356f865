import { allSubsections, type Address } from '../report/cells'
import { partsOf } from '../report/report'
import { normalOf, type Normal } from './normal'
import type { Subject } from './rule'

/** One text of a report that is read for what it claims: a part of a narrative section, by its address. */
export interface Passage {
  readonly at: Address
  /** The narrative list's id, which is its section's: overview, improvement or other. */
  readonly list: string
  readonly aspect: string | null
  readonly heading: string
  readonly words: Normal
}

const known = new WeakMap<Subject, readonly Passage[]>()

/** The narrative of sections one, five and six, part by part in their order; normalised once for each subject. */
export const passagesOf = (subject: Subject): readonly Passage[] => {
  const found =
    known.get(subject) ??
    allSubsections(subject.format).flatMap(({ id }) =>
      partsOf(subject.report, id).map(({ id: part, aspect, heading, text }) => ({
        at: `${id}.${part}`,
        list: id,
        aspect,
        heading,
        words: normalOf(text),
      })),
    )
  known.set(subject, found)
  return found
}
