import type { Table } from '../format'
import { lines, margin } from '../report/axis'
import { addressOf } from '../report/cells'
import { columnsUnder, headRows, type Columns } from './heads'
import { isFigureLike, type IsElsewhere, type Labels } from './labels'
import { layoutOf, says, type Layout, type Placed, type Row, type Unclear } from './layout'
import type { Pasted, PastedCell } from './pasted'

type Cells = readonly PastedCell[]

const isBlankColumn = (rows: readonly Cells[], column: number): boolean =>
  rows.every((row) => row[column]?.merged !== true && (row[column]?.text ?? '') === '')

/**
 * Without heads the columns after the labels are the table's, all of them or the entered ones, in order. Blank columns
 * before them may belong to merged labels; null where that leaves more than one possibility.
 */
const columnsByCount = (table: Table, rows: readonly Cells[], first: number, spare: number): Columns | null => {
  const width = rows[0]?.length ?? 0
  const all = lines(table.columns)
  const entered = all.filter(({ sum }) => sum === undefined)
  const readings = new Map<string, Columns>()
  for (let start = first; start <= first + spare; start += 1) {
    for (let end = width; end > start; end -= 1) {
      for (const taken of [all, entered]) {
        if (taken.length !== end - start) continue
        const columns = Array.from({ length: width }, (_, at) => (at < end ? (taken[at - start]?.id ?? null) : null))
        const key = columns.map((id, at) => (isBlankColumn(rows, at) ? '' : (id ?? ''))).join()
        if (!readings.has(key)) readings.set(key, columns)
      }
      if (!isBlankColumn(rows, end - 1)) break
    }
    if (!isBlankColumn(rows, start)) break
  }
  const [only] = readings.values()
  return readings.size === 1 ? (only ?? null) : null
}

/** How many blank cells follow a row's label in a sheet, where the label is merged over them. */
export const blanksAfter = (table: Table, row: string): number => {
  const { levels, cells } = margin(table.rows)
  return levels - 1 - (cells.find(({ id, isLine }) => isLine && id === row)?.level ?? levels - 1)
}

/** Over how many more blank cells the labels may be merged, as far as the block does not show it. */
const spareOf = (table: Table, rows: readonly Cells[], first: number, labels: Labels<string>): number => {
  const spares = rows.flatMap((row) => {
    const label = row[first - 1]
    const id = label ? labels.find(label.text) : null
    return id === null ? [] : [label?.merged ? 0 : blanksAfter(table, id)]
  })
  return Math.min(margin(table.rows).levels - 1, ...spares)
}

/** What is told of columns of figures under a head that is none of the table's. */
export const strangeColumns = (block: Pasted, body: readonly Cells[], columns: Columns): readonly string[] => {
  const heads = block.rows.filter((row) => !body.includes(row))
  return columns.flatMap((id, column) => {
    const hasFigure = body.some((row) => {
      const text = row[column]?.text ?? ''
      return text !== '' && isFigureLike(text)
    })
    if (id !== null || !hasFigure) return []
    const texts = heads.map((row) => row[column]?.text ?? '').filter((text) => text !== '')
    return [says.column(texts[texts.length - 1], column)]
  })
}

/** A row's texts under their columns; what a merged cell covers is blank. */
export const valuesUnder = (table: Table, id: string, row: Cells, columns: Columns): readonly Placed[] =>
  row.flatMap(({ text, merged, absent }, column) => {
    const across = columns[column] ?? null
    return across === null || absent ? [] : [{ at: addressOf(table.id, id, across), text: merged ? '' : text }]
  })

/** The first column after all row labels that the table knows. */
const afterLabels = (body: readonly Cells[], isKnown: (text: string) => boolean): number =>
  body.reduce(
    (first, row) =>
      row.reduce((after, { text }, column) => (isKnown(text) ? Math.max(after, column + 1) : after), first),
    0,
  )

/**
 * Lays a block whose cells stand in their columns: labels first, then the figures, under heads or counted. Null where it
 * has none of the table's rows.
 */
export const byColumns = (
  table: Table,
  block: Pasted,
  labels: Labels<string>,
  isElsewhere: IsElsewhere,
): Layout | Unclear | null => {
  const heads = headRows(table, block)
  const body = block.rows.filter(
    (row, index) => !heads.includes(index) && row.some(({ text, merged }) => text !== '' && !merged),
  )
  const isKnown = (text: string): boolean => labels.find(text) !== null || labels.isHeading(text)
  const known = afterLabels(body, isKnown)
  if (known === 0) return null
  const found = heads.length > 0 ? columnsUnder(table, block, heads) : []
  // Heads over the labels: a page's selection that began within the heads lost the corner that held them in place.
  if (found.some((id, at) => id !== null && at < known)) return { unclear: says.columns }
  const under = found.map((id, at) => (at < known ? null : id))
  const isUnder = under.some((id) => id !== null)
  const first = isUnder ? under.findIndex((id) => id !== null) : known
  const labelIn = (row: Cells): PastedCell | undefined =>
    row
      .slice(0, first)
      .reverse()
      .find(({ text }) => isKnown(text) || !isFigureLike(text))
  const isLine = (row: Cells): boolean => labels.find(labelIn(row)?.text ?? '') !== null
  const laid = body.filter(isLine)
  const isBehind = (row: Cells): boolean => {
    const label = row.reduce((last, { text }, column) => (column < known && isKnown(text) ? column : last), -1)
    const between = row.slice(label + 1, known)
    // More blanks than its label can be merged over: its heading stands outside of what was copied.
    const most = blanksAfter(table, labels.find(row[label]?.text ?? '') ?? '')
    return between.some(({ text }) => text !== '') || between.length > most
  }
  if (laid.length === 0 || laid.some(isBehind)) return null
  const columns = isUnder ? under : columnsByCount(table, laid, known, spareOf(table, laid, known, labels))
  if (!columns) return { unclear: says.columns }
  const rows = body.flatMap((row): readonly Row[] => {
    const label = labelIn(row)?.text
    const id = labels.find(label ?? '')
    if (id !== null) return [{ key: id, label: label ?? '', values: valuesUnder(table, id, row, columns) }]
    const figures = row.slice(first).map(({ text }) => text)
    if (!figures.some((text) => text !== '' && isFigureLike(text)) || isElsewhere([label ?? ''])) return []
    return [{ strange: label === undefined ? says.nameless(figures) : says.row(label) }]
  })
  const isMerged = laid.some((row) =>
    row.some(({ text, merged }, at) => merged && text !== '' && (columns[at] ?? null) !== null),
  )
  return layoutOf(rows, [
    ...(isMerged ? [says.merged] : []),
    ...(isUnder
      ? strangeColumns(
          block,
          laid,
          columns.map((id, at) => (at < known ? 'label' : id)),
        )
      : []),
  ])
}
