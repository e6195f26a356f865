import type { Address, Cell } from '../report/cells'
import { hasFigure, strangeRun } from './by-runs'
import { isFigureLike, joined, labelsOf, type IsElsewhere, type Labels } from './labels'
import { layoutOf, says, type Layout, type Row } from './layout'
import type { Pasted, PastedCell } from './pasted'
import { runsIn } from './runs'

type Cells = readonly PastedCell[]

const textsIn = (row: Cells): readonly string[] =>
  row.flatMap(({ text, merged }) => (merged || text === '' ? [] : [text]))

const countOf = (row: Cells): number => row.filter(({ absent }) => !absent).length

/** A list laid across: its labels in one row, its figures in the next. Null where that is not sure. */
const across = (labels: Labels<Address>, block: Pasted, isElsewhere: IsElsewhere): Layout | null => {
  const rows = block.rows.filter((row) => textsIn(row).length > 0)
  const labelled = (row: Cells): number => textsIn(row).filter((text) => labels.find(text) !== null).length
  const at = rows.findIndex((row) => labelled(row) > 1 && !textsIn(row).some(isFigureLike))
  const [head, figures, next] = at < 0 ? [] : rows.slice(at)
  if (!head || !figures || !hasFigure(textsIn(figures))) return null
  const isLike = (row: Cells): boolean => hasFigure(textsIn(row)) && countOf(row) === countOf(head)
  // Two rows of figures under one head are two lists.
  if (rows.some((row) => row !== head && labelled(row) > 0) || (next && isLike(next) && !isElsewhere(textsIn(next))))
    return null
  if (!block.inColumns && !isLike(figures)) return null
  const found = head.map(({ text, merged }) => (merged ? null : labels.find(text)))
  const columns = found.map((one, index) =>
    one !== null && found.indexOf(one) === index && found.lastIndexOf(one) === index ? one : null,
  )
  const strange = figures.flatMap(({ text, merged }, column) =>
    columns[column] === null && !merged && hasFigure([text])
      ? [says.column(head[column]?.text || undefined, column)]
      : [],
  )
  const others = rows.flatMap((row): readonly Row[] => {
    const texts = textsIn(row)
    const first = texts.findIndex(isFigureLike)
    const pieces = texts.slice(0, Math.max(0, first))
    return row === figures
      ? []
      : strangeRun({ pieces, values: texts.slice(pieces.length), isLoose: false }, isElsewhere)
  })
  const values = figures.flatMap(({ text, merged }, column) => {
    const address = columns[column] ?? null
    return address === null ? [] : [{ at: address, text: merged ? '' : text }]
  })
  return layoutOf([{ key: '', label: '', values }, ...others], strange)
}

/** A list down: each figure beside its label. */
const down = (
  cells: ReadonlyMap<Address, Cell>,
  labels: Labels<Address>,
  block: Pasted,
  isElsewhere: IsElsewhere,
): Layout | null => {
  const rows = runsIn(block, labels).flatMap((run): readonly Row[] => {
    const at = joined(labels, run.pieces)
    if (at === null) return strangeRun(run, isElsewhere)
    const label = cells.get(at)?.label ?? ''
    const [text = '', ...rest] = run.values
    return rest.some((other) => other !== '')
      ? [{ strange: says.count(label, run.values.length, 1) }]
      : [{ key: at, label, values: [{ at, text }] }]
  })
  return rows.some((row) => 'key' in row) ? layoutOf(rows) : null
}

/**
 * Lays a block on the figures of a list by their labels: each figure under its label or beside it. Null where the block
 * has none of them, or where it is not sure which figure belongs to which.
 */
export const byList = (
  cells: ReadonlyMap<Address, Cell>,
  list: readonly Address[],
  block: Pasted,
  isElsewhere: IsElsewhere,
): Layout | null => {
  const labels = labelsOf(
    list.map((at) => [cells.get(at)?.label ?? '', at] as const),
    [],
  )
  return across(labels, block, isElsewhere) ?? down(cells, labels, block, isElsewhere)
}
