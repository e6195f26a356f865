import { cellsOf, type Address } from '../../report/cells'
import { typedAt } from '../../report/reading'
import type { TypedReport } from '../../report/report'
import { rendered, type Specimen } from './correct-reports'
import type { Random } from './random'
import { changed, toldOf, type Statement } from './statement'

/** A report with one fault. */
export interface Seeded {
  readonly specimen: Specimen
  /** The rules that must find it. */
  readonly finds: readonly string[]
  /** Rules that may rightly speak of it too, besides what figures and sentences themselves break. */
  readonly mayFind?: readonly string[]
  /** Addresses of which a verdict of the rule must name one; left out where the place is a whole list. */
  readonly at?: readonly Address[]
  /** What the rule says of it: a failure, or that a part is still blank. */
  readonly result?: 'open'
  /** The text of the part before the fault: a cure that is offered must put it back. */
  readonly before?: { readonly at: Address; readonly text: string }
  /** For a fault in one column of table three: where the right figures stand. */
  readonly right?: { readonly column: string; readonly cells: ReadonlyMap<Address, string> }
}

/** Seeds a fault; undefined where this report has no place for it, or where the draw gave no fault. */
export type Seed = (specimen: Specimen, random: Random) => Seeded | undefined

export const valueAt = ({ format, typed }: Specimen, at: Address): string => {
  const cell = cellsOf(format).get(at)
  return cell ? typedAt(typed, cell) : ''
}

export const withCell = (specimen: Specimen, at: Address, text: string): Specimen => {
  const { typed } = specimen
  const [block = '', row = '', column = ''] = at.split('.')
  if (block === 'handlingFee')
    return { ...specimen, typed: { ...typed, handlingFee: { ...typed.handlingFee, [row]: text } } }
  const rows = typed.cells[block] ?? {}
  return {
    ...specimen,
    typed: { ...typed, cells: { ...typed.cells, [block]: { ...rows, [row]: { ...rows[row], [column]: text } } } },
  }
}

export const withTyped = (specimen: Specimen, change: Partial<TypedReport>): Specimen => ({
  ...specimen,
  typed: { ...specimen.typed, ...change },
})

/** The part of an aspect: its address and its text. */
export const partOf = (
  { typed }: Specimen,
  aspect: string,
): { readonly at: Address; readonly text: string } | undefined => {
  for (const list of ['overview', 'improvement', 'other'] as const) {
    const part = typed[list].find((one) => one.aspect === aspect)
    if (part) return { at: `${list}.${part.id}`, text: part.text }
  }
  return undefined
}

/** Other sentences for a part. */
export const withStatements = (specimen: Specimen, aspect: string, statements: readonly Statement[]): Specimen =>
  rendered({ ...specimen, statements: { ...specimen.statements, [aspect]: statements } })

/** The number at an index of a part's statement changed. */
export const withNumber = (specimen: Specimen, { aspect, statement, index }: NumberPlace, value: number): Specimen =>
  withStatements(
    specimen,
    aspect,
    (specimen.statements[aspect] ?? []).map((one) => (one === statement ? changed(one, index, value) : one)),
  )

/** Where a number stands among a specimen's sentences. */
export interface NumberPlace {
  readonly aspect: string
  readonly statement: Statement
  readonly index: number
  readonly rule: string
  readonly value: number
}

/** Every number of a specimen's sentences that can be changed. */
export const numbersOf = ({ statements }: Specimen): readonly NumberPlace[] =>
  Object.entries(statements).flatMap(([aspect, list]) =>
    list.flatMap((statement) =>
      toldOf(statement).flatMap(({ rule, value, zero }, index) =>
        zero ? [] : [{ aspect, statement, index, rule, value }],
      ),
    ),
  )
