import type { Table } from '../format'
import { lines, pathLabel, places, type Place } from '../report/axis'
import type { Pasted } from './pasted'

/** Which of the table's lines the rows and columns of a block are; null for heads and what was not recognised. */
export interface Recognised {
  readonly rows: readonly (string | null)[]
  readonly columns: readonly (string | null)[]
  /** Rows with figures whose label is none of the table's. */
  readonly strange: readonly string[]
}

/** A label without spaces, numbering and punctuation: official pages differ in all three. */
const bare = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/^(\(?[一二三四五六七八九十]+\)?[、.]?|\d+[、.．])/, '')
    .replace(/[\p{P}\p{S}]/gu, '')

const isFigureLike = (text: string): boolean => text === '' || /^['\s]*[\d０-９][\d０-９,，.．\s]*件?$/.test(text)

const byLabel = (axis: Table['rows'], labelOf: (place: Place) => string): ReadonlyMap<string, string> =>
  new Map(places(axis).map((place) => [bare(labelOf(place)), place.line.id]))

/** A row is the line whose label stands in its last recognised label cell. */
const rowsOf = (table: Table, block: Pasted): readonly (string | null)[] => {
  const labels = byLabel(table.rows, ({ line }) => line.label)
  return block.rows.map((row) =>
    row.reduce<string | null>((found, { text }) => {
      const key = bare(text)
      return key !== '' && !isFigureLike(text) ? (labels.get(key) ?? found) : found
    }, null),
  )
}

/** A column of heads, top to bottom, without repetitions; a blank in an upper head takes over its left neighbour. */
const headsOf = (block: Pasted, heads: readonly number[]): readonly string[] => {
  const width = block.rows[0]?.length ?? 0
  const filled = heads.map((line, index) => {
    let last = ''
    return (block.rows[line] ?? []).map(({ text }) => {
      const key = bare(text)
      if (key !== '') last = key
      return index === heads.length - 1 ? key : last
    })
  })
  return Array.from({ length: width }, (_, column) => {
    const path = filled.map((row) => row[column] ?? '').filter((key) => key !== '')
    return path.filter((key, index) => key !== path[index - 1]).join(' ')
  })
}

const columnsOf = (table: Table, block: Pasted, heads: readonly number[]): readonly (string | null)[] => {
  const keys = headsOf(block, heads)
  const all = places(table.columns)
  const keyOf = (place: Place): string => pathLabel(place).split(' ').map(bare).join(' ')
  const lasts = all.map(({ line }) => bare(line.label))
  return keys.map((key) => {
    if (key === '') return null
    const whole = all.find((place) => key === keyOf(place) || key.endsWith(` ${keyOf(place)}`))
    if (whole) return whole.line.id
    const last = key.split(' ').pop() ?? ''
    const index = lasts.indexOf(last)
    return index >= 0 && lasts.indexOf(last, index + 1) < 0 ? (all[index]?.line.id ?? null) : null
  })
}

/** Without heads the columns after the labels are the table's, all of them or the entered ones, in order. */
const columnsByCount = (table: Table, block: Pasted): readonly (string | null)[] | null => {
  const width = block.rows[0]?.length ?? 0
  const labelled = Array.from({ length: width }, (_, column) =>
    block.rows.some((row) => !isFigureLike(row[column]?.text ?? '')),
  )
  const first = labelled.lastIndexOf(true) + 1
  const all = lines(table.columns)
  const entered = all.filter(({ sum }) => sum === undefined)
  const taken = width - first === all.length ? all : width - first === entered.length ? entered : null
  return taken && Array.from({ length: width }, (_, column) => taken[column - first]?.id ?? null)
}

/**
 * Recognises a block that carries the statutory labels, in any row order, with or without its head rows. Null when it
 * carries none, or when its columns cannot be told.
 */
export const recognise = (table: Table, block: Pasted): Recognised | null => {
  const columnLabels = new Set(
    places(table.columns).flatMap(({ line, headings }) => [line, ...headings].map(({ label }) => bare(label))),
  )
  const isHead = (line: number): boolean =>
    (block.rows[line] ?? []).filter(({ text }) => columnLabels.has(bare(text)) && bare(text) !== '').length >= 2 &&
    (block.rows[line] ?? []).every(
      ({ text }) => !/^[\d０-９]/.test(text) || columnLabels.has(bare(text)) || !isFigureLike(text),
    )
  const heads = block.rows.map((_, index) => index).filter(isHead)
  const isHeadRow = new Set(heads)
  const labelless = lines(table.rows).every(({ label }) => label === '')
  const found = rowsOf(table, block)
  const figures = block.rows.map((_, index) => index).filter((index) => !isHeadRow.has(index))
  const onlyRow = lines(table.rows)[0]?.id ?? null
  const rows = found.map((id, index) => (isHeadRow.has(index) ? null : labelless ? onlyRow : id))
  if (labelless ? heads.length === 0 || figures.length !== 1 : !rows.some((id) => id !== null)) return null
  const byHeads = heads.length > 0 ? columnsOf(table, block, heads) : null
  const columns = byHeads?.some((id) => id !== null) ? byHeads : columnsByCount(table, block)
  if (!columns) return null
  const strange = figures
    .filter((index) => rows[index] === null)
    .flatMap((index) => {
      const row = block.rows[index] ?? []
      const label = row.find(({ text }) => !isFigureLike(text))?.text
      const hasFigure = row.some(({ text }) => text !== '' && isFigureLike(text))
      return label !== undefined && hasFigure ? [label] : []
    })
  return { rows, columns, strange }
}

/** A text for a cell, by its address. */
export interface Placed {
  readonly at: string
  readonly text: string
}

/**
 * Recognises the rows of tables that are printed as one: each row's figures follow its label, however many grid columns
 * they span. Null when no row carries a label of theirs.
 */
export const recogniseGroup = (
  tables: readonly Table[],
  block: Pasted,
): { readonly placed: readonly Placed[]; readonly strange: readonly string[] } | null => {
  const byRow = new Map(
    tables.flatMap((table) => lines(table.rows).map((line) => [bare(line.label), { table, row: line.id }] as const)),
  )
  const strange: string[] = []
  const placed = block.rows.flatMap((row) => {
    const label = row.findIndex(({ text }) => byRow.has(bare(text)))
    const found = byRow.get(bare(row[label]?.text ?? ''))
    const figures = row.slice(label + 1).filter(({ merged }) => !merged)
    if (!found) {
      const other = row.find(({ text }) => !isFigureLike(text))?.text
      if (other !== undefined && row.some(({ text }) => text !== '' && isFigureLike(text))) strange.push(other)
      return []
    }
    return lines(found.table.columns).map(({ id }, index) => ({
      at: `${found.table.id}.${found.row}.${id}`,
      text: figures[index]?.text ?? '',
    }))
  })
  return placed.length === 0 ? null : { placed, strange }
}
