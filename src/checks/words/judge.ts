import { passagesOf, type Passage } from '../texts'
import type { Subject } from '../rule'
import { compared, type Judged } from './compare'
import type { Reporter } from './context'
import { readPassage } from './reader'
import type { Read } from './statement'

interface Known {
  readonly reads: readonly Read[]
  readonly claims: readonly Judged[]
}

const known = new WeakMap<Subject, Known>()

const remembered = new Map<string, Read>()
const most = 64

/** A part that did not change since it was last read is not read again: mostly one part changes between two runs. */
const readOnce = (passage: Passage, { agency, year }: Reporter): Read => {
  const { at, list, aspect, heading, words } = passage
  const key = JSON.stringify([at, list, aspect, heading, agency.name, agency.kind, year, words.source])
  const read = remembered.get(key) ?? readPassage(passage, { agency, year })
  remembered.delete(key)
  remembered.set(key, read)
  if (remembered.size > most) remembered.delete(remembered.keys().next().value ?? key)
  return read
}

const knownOf = (subject: Subject): Known => {
  const found = known.get(subject)
  if (found) return found
  const { agency, year } = subject.report
  const reads = passagesOf(subject).map((passage) => readOnce(passage, { agency, year }))
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
