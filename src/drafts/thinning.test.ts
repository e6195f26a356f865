import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isProtected, type Marked } from './occasion'
import { isSameDay, superfluous } from './thinning'

const day = 86_400_000
const now = new Date(2024, 0, 31, 15).getTime()
const at = (daysAgo: number, hour: number): number => new Date(2024, 0, 31 - daysAgo, hour).getTime()

describe('versions that need not be kept', () => {
  test('are none of today, all but the last of a day before, and all that are older than thirty days', () => {
    const work = [at(40, 9), at(31, 9), at(30, 9), at(30, 17), at(1, 9), at(1, 10), at(0, 8), at(0, 9)]
    expect(
      superfluous(
        work.map((time) => ({ at: time, why: 'work' })),
        now,
      ),
    ).toEqual([at(40, 9), at(31, 9), at(30, 9), at(1, 9)])
  })

  test('are none that were sent or have a name, and none of which the word is unknown', () => {
    const kept: readonly Marked[] = [
      { at: at(400, 9), why: 'sent' },
      { at: at(400, 10), why: 'bulk', name: '初稿' },
      { at: at(400, 11), why: 'opened' },
    ]
    expect(superfluous([...kept, { at: at(0, 9), why: 'work' }], now)).toEqual([])
  })

  test('are not the newest, however old it is', () => {
    expect(superfluous([{ at: at(400, 9), why: 'work' }], now)).toEqual([])
    expect(superfluous([], now)).toEqual([])
  })

  const whys = [
    'sent',
    'returned',
    'approved',
    'final',
    'named',
    'replaced',
    'deleted',
    'merged',
    'bulk',
    'work',
    'restored',
  ]
  const versions: fc.Arbitrary<readonly Marked[]> = fc.uniqueArray(
    fc.record({
      at: fc.integer({ min: now - 45 * day, max: now + day }),
      why: fc.constantFrom(...whys),
      name: fc.constantFrom('', '', '初稿'),
    }),
    { selector: (version) => version.at, maxLength: 60 },
  )

  test('whatever versions there are, the laws of keeping hold', () => {
    fc.assert(
      fc.property(versions, (all) => {
        const gone = new Set(superfluous(all, now))
        const kept = all.filter((version) => !gone.has(version.at))
        expect(superfluous(kept, now)).toEqual([])
        const newest = Math.max(...all.map((version) => version.at))
        for (const version of all)
          if (isProtected(version) || isSameDay(version.at, now) || version.at === newest)
            expect(kept).toContain(version)
        const past = kept.filter((version) => !isProtected(version) && version.at < at(0, 0))
        expect(new Set(past.map((version) => new Date(version.at).toDateString())).size).toBe(past.length)
        for (const version of past) if (version.at !== newest) expect(version.at).toBeGreaterThanOrEqual(at(30, 0))
        for (const time of gone)
          if (time >= at(30, 0))
            expect(past.some((version) => version.at > time && isSameDay(version.at, time))).toBe(true)
      }),
    )
  })
})
