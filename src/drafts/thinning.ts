import { isProtected, type Marked } from './occasion'

/** For so many days before today one version a day is kept. */
const days = 30

/** The local day of a time, as a number that grows with the days. */
const dayOf = (at: number): number => {
  const date = new Date(at)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000
}

/** Whether two times are on the same local day. */
export const isSameDay = (a: number, b: number): boolean => dayOf(a) === dayOf(b)

/**
 * The times of those versions of one draft that need not be kept any longer. Kept are: all of today (and of a clock that
 * was ahead), the last of each of the thirty days before, the newest of all, and for ever those of an act or with a name.
 */
export const superfluous = (versions: readonly Marked[], now: number): readonly number[] => {
  const today = dayOf(now)
  const newest = Math.max(...versions.map(({ at }) => at))
  const passing = versions.filter((version) => !isProtected(version))
  const lastOf = new Map<number, number>()
  for (const { at } of passing) lastOf.set(dayOf(at), Math.max(at, lastOf.get(dayOf(at)) ?? at))
  return passing
    .map(({ at }) => at)
    .filter((at) => {
      const day = dayOf(at)
      return at !== newest && day < today && (day < today - days || lastOf.get(day) !== at)
    })
}
