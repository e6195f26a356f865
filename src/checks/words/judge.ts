import { passagesOf } from '../texts'
import type { Subject } from '../rule'
import { compared, type Judged } from './compare'
import { readPassage } from './reader'
import type { Read } from './statement'

interface Known {
  readonly reads: readonly Read[]
  readonly claims: readonly Judged[]
}

const known = new WeakMap<Subject, Known>()

const knownOf = (subject: Subject): Known => {
  const found = known.get(subject)
  if (found) return found
  const { agency, year } = subject.report
  const reads = passagesOf(subject).map((passage) => readPassage(passage, { agency, year }))
  const made = {
    reads,
    claims: compared(
      subject,
      reads.flatMap(({ statements }) => statements),
    ),
  }
  known.set(subject, made)
  return made
}

/** What sections one, five and six state, part by part; read once for each subject. */
export const readsOf = (subject: Subject): readonly Read[] => knownOf(subject).reads

/** Every claim of the text about the tables with what is to be said of it; compared once for each subject. */
export const judgeClaims = (subject: Subject): readonly Judged[] => knownOf(subject).claims
