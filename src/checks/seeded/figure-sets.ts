import type { Format } from '../../format'
import { lines } from '../../report/axis'
import { allTables, enteredCells } from '../../report/cells'
import { exampleFigures } from '../../report/example-figures'
import type { Random } from './random'

type Cells = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number | string>>>>>>

/** A published report's figures, as e2e/fixtures/published-figures.json has them. */
export interface Published {
  readonly key: string
  readonly kind: string
  readonly year: number
  readonly cells: Cells
}

/** A correct set of figures: every entered cell, as typed, by address. */
export interface FigureSet {
  readonly key: string
  readonly kind: string
  readonly year: number
  readonly figures: ReadonlyMap<string, string>
  /** Last year's figures, where they were published too. */
  readonly last?: ReadonlyMap<string, string>
}

const figuresOf = (format: Format, cells: Cells): ReadonlyMap<string, string> =>
  new Map(
    enteredCells(format).flatMap(({ at, block, row, column }) =>
      column === '' ? [] : [[at, String(cells[block]?.[row]?.[column] ?? 0)] as const],
    ),
  )

/** The example's figures and the published ones; entered cells only, so that a wrong printed total is mended. */
export const figureSets = (format: Format, published: readonly Published[]): readonly FigureSet[] => [
  { key: 'example', kind: 'department', year: 2025, figures: new Map(exampleFigures) },
  ...published.map(({ key, kind, year, cells }) => {
    // One government's two reports in a row stand in the file: 2024's last year is published.
    const before = published.find(
      (one) => one.key.replace(/\d+$/, '') === key.replace(/\d+$/, '') && one.year === year - 1,
    )
    const last = before ? { last: figuresOf(format, before.cells) } : {}
    return { key, kind, year, figures: figuresOf(format, cells), ...last }
  }),
]

/** The fee figures, where none were published: those given up for an unpaid fee had a notice. */
export const feeFigures = (figures: ReadonlyMap<string, string>, random: Random): ReadonlyMap<string, string> => {
  if (figures.has('handlingFee.notices')) return new Map()
  const unpaid = [...figures].reduce((sum, [at, text]) => sum + (at.includes('.feeUnpaid.') ? Number(text) : 0), 0)
  const paid = random.chance(0.4) ? random.int(1, 9) : 0
  const notices = unpaid + paid
  const collected = paid * random.int(3, 30) * 10
  return new Map([
    ['handlingFee.notices', String(notices)],
    ['handlingFee.billed', String(collected + unpaid * 120)],
    ['handlingFee.paid', String(paid)],
    ['handlingFee.collected', String(collected)],
  ])
}

const near = (text: string | undefined, random: Random): number =>
  Math.round(Number(text ?? 0) * (0.7 + random.next() * 0.6))

/** Invented figures of the year before: much the same, carried over as this year says, each column in balance. */
export const lastFiguresOf = (
  format: Format,
  figures: ReadonlyMap<string, string>,
  random: Random,
): ReadonlyMap<string, string> => {
  const last = new Map(enteredCells(format).map(({ at }) => [at, String(near(figures.get(at), random))]))
  const now = (at: string): number => Number(figures.get(at) ?? 0)
  for (const row of ['rules', 'normative'])
    last.set(
      `issued.${row}.inForce`,
      String(now(`issued.${row}.inForce`) + now(`issued.${row}.repealed`) - now(`issued.${row}.issued`)),
    )
  for (const at of last.keys()) if (at.startsWith('handlingFee.')) last.set(at, '0')
  last.set('fees.charges.amount', figures.get('fees.charges.amount') ?? '0')
  const table = allTables(format).find(({ id }) => id === 'requests')
  const rows = lines(table?.rows ?? []).flatMap(({ id, sum }) => (sum ? [] : [id]))
  for (const { id: column, sum } of lines(table?.columns ?? [])) {
    if (sum) continue
    last.set(`requests.carriedOut.${column}`, String(now(`requests.carriedIn.${column}`)))
    last.set(`requests.carriedIn.${column}`, '0')
    const outcomes = rows.filter((row) => !['received', 'carriedIn', 'carriedOut'].includes(row))
    const sides = [...outcomes, 'carriedOut'].map((row) => Number(last.get(`requests.${row}.${column}`) ?? 0))
    last.set(`requests.received.${column}`, String(sides.reduce((all, value) => all + value, 0)))
  }
  return last
}
