import type { LastYear } from '../rule'
import type { Candidate } from './candidates'
import type { Column, Entry } from './columns'

/**
 * Roughly what part of a year's applications a row holds, as published reports go. Only the order of size matters: it
 * tells a number that a row may well hold from one that it hardly can.
 */
const shares: Readonly<Record<string, number>> = {
  received: 1,
  granted: 0.4,
  notHeld: 0.3,
  partlyGranted: 0.1,
  complaint: 0.05,
  other: 0.05,
  otherHandling: 0.05,
  carriedIn: 0.03,
  carriedOut: 0.03,
  notCorrected: 0.02,
  stateSecrets: 0.0005,
  securityAndStability: 0.001,
  unclear: 0.001,
  publication: 0.0001,
  excessive: 0.001,
  confirmation: 0.0005,
}
const seldom = 0.005

/** How far from what is expected a number may lie, as a factor's natural logarithm. */
const spread = 1.5
const farthest = -6

const size = ({ entries }: Column): number =>
  Math.max(
    ...[1, -1].map((sign) => entries.reduce((sum, entry) => sum + (entry.sign === sign ? (entry.value ?? 0) : 0), 0)),
  )

/** A number spread around what is expected, log-normally; a great number is one of many that might as well have been. */
const density = (value: number, expected: number): number => {
  const distance = Math.log((value + 0.5) / (expected + 0.5)) / spread
  return Math.max(farthest, (-distance * distance) / 2) - Math.log(value + 0.5)
}

/** How likely a row of a column is to hold a number, as a natural logarithm; by last year's number where it is known. */
const likelihood = ({ cell }: Entry, value: number, volume: number, last: LastYear | undefined): number => {
  const before = last?.valueAt(cell.at).value
  const isKnown = typeof before === 'number' && before > 0
  return density(value, isKnown ? before : (shares[cell.row] ?? seldom) * volume)
}

/** How much likelier a candidate's numbers are than those that they replace. */
export const gain = (
  columns: ReadonlyMap<string, Column>,
  { changes }: Candidate,
  last: LastYear | undefined,
): number =>
  changes.reduce((sum, { entry, to }) => {
    const column = columns.get(entry.cell.column)
    const volume = column ? size(column) : 0
    const now = entry.value === null ? 0 : likelihood(entry, entry.value, volume, last)
    return sum + likelihood(entry, to, volume, last) - now
  }, 0)
