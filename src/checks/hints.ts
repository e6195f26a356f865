import type { Figure } from '../report/amount'
import type { Address } from '../report/cells'
import { writeFigure } from '../report/figures'
import { candidatesFor, type Candidate } from './hints/candidates'
import { columnsOf, isUnbalancedSum } from './hints/columns'
import { evidenceOf, weigh } from './hints/evidence'
import { gain } from './hints/likelihood'
import type { Cure, Subject } from './rule'

const most = 5
/** A hint that is so much less likely than the best (e⁷, a thousand times) only distracts. */
const worst = 7

const cureOf = (subject: Subject, { changes, says }: Candidate, reasons: readonly string[]): Cure => ({
  says: reasons.length === 0 ? says : says.replace(/）$/, `，${reasons.join('，')}）`),
  changes: changes.map(({ entry: { cell, value }, to }) => ({
    at: cell.at,
    from: value === null ? (subject.report.typed[cell.at] ?? '') : writeFigure(value),
    to: writeFigure(to),
  })),
})

/**
 * What may have gone wrong in a column of table three that does not balance, the likeliest first, at most five: each
 * hint balances it. Ranked by the slip, by what the row usually holds or held last year, and by every total that is
 * stated elsewhere; `claims` are totals of rows, columns or groups that the words state, by address.
 */
export const hintsFor = (
  subject: Subject,
  columnId: string,
  claims: ReadonlyMap<Address, Figure> = new Map(),
): readonly Cure[] => {
  const columns = columnsOf(subject)
  const off = [...columns.values()].filter(({ difference, blanks }) => difference !== 0 || blanks.length > 0)
  const [only] = off
  const column = columns.get(columnId) ?? (off.length === 1 && isUnbalancedSum(subject, columnId) ? only : undefined)
  if (!column || !off.includes(column)) return []
  const evidence = evidenceOf(subject, claims)
  const ranked = candidatesFor(
    subject.format,
    column,
    off.filter((other) => other !== column),
  )
    .map((candidate) => ({ candidate, ...weigh(evidence, candidate) }))
    .filter(({ candidate, weight }) => !candidate.needsEvidence || weight > 0)
    .map((one) => ({ ...one, score: one.candidate.weight + one.weight + gain(columns, one.candidate, subject.last) }))
    .sort((a, b) => b.score - a.score)
  const best = ranked[0]?.score ?? 0
  return ranked
    .filter(({ score }) => score > best - worst)
    .slice(0, most)
    .map(({ candidate, says }) => cureOf(subject, candidate, says))
}
