import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { format2021 } from '../../format/2021'
import { accusations, casesOf, correctReports, shortcomings } from './cases'
import { exampleSpecimen, subjectFor } from './correct-reports'
import type { Published } from './figure-sets'
import { firstHints, shareOf } from './first-hints'
import { truthOf } from './oracle'
import { check } from '../run'
import { seeds } from './seeds'

const published = JSON.parse(
  readFileSync(new URL('../../../e2e/fixtures/published-figures.json', import.meta.url), 'utf8'),
) as Published[]

/** `SEEDED=10000 npx vitest run src/checks/seeded` for the long run. */
const count = Number(process.env['SEEDED'] ?? 1000)
const patience = 20_000 + count * 60

const reports = correctReports(format2021, published, Math.ceil(count / 80))
const cases = casesOf(reports, count)

describe('a correct report', () => {
  test('is accused of nothing: the example', () => {
    expect(accusations(exampleSpecimen(format2021))).toEqual([])
  })

  test(
    `is accused of nothing: ${reports.length} reports of the example's and of published figures`,
    () => {
      expect(reports.flatMap(({ name }) => name)).toContain('suqian2024')
      expect(reports.flatMap((report) => [...truthOf(report).must])).toEqual([])
      expect(reports.flatMap(accusations)).toEqual([])
    },
    patience,
  )

  test(
    'is not flooded with claims that could not be checked',
    () => {
      const open = reports.map((report) =>
        check(subjectFor(report)).filter(({ result, rule }) => result === 'unknown' && /^[EF]\d/.test(rule)),
      )
      // F13 lists once what no table holds; E5 and F8 say once that last year's report is missing.
      expect(Math.max(...open.map(({ length }) => length))).toBeLessThanOrEqual(3)
    },
    patience,
  )
})

describe(`one fault seeded into a correct report, ${count} cases`, () => {
  const kinds = Object.keys(seeds)

  test.each(kinds)(
    '%s: is found where it is, and nothing else is accused',
    (kind) => {
      const own = cases.filter((one) => one.kind === kind)
      expect(own.length).toBeGreaterThanOrEqual(Math.floor(count / kinds.length))
      expect(own.flatMap(shortcomings)).toEqual([])
    },
    patience,
  )

  test(
    'the first hint puts back what was mistyped in four of five single-cell faults',
    () => {
      const tally = firstHints(cases, 'cures')
      const told = [...tally].map(([kind, { right, all }]) => `${kind} ${right} of ${all}`).join(', ')
      expect(shareOf(tally), told).toBeGreaterThanOrEqual(0.8)
    },
    patience,
  )
})
