import type { Table } from '../format'
import { lines, margin, pathLabel, places, type Place } from '../report/axis'
import { bare, isFigureLike, labelsOf } from './labels'
import type { Pasted, PastedCell } from './pasted'

/** Ids of a table's columns, null for what is none of them. */
export type Columns = readonly (string | null)[]

const labelsAbove = (table: Table): ReadonlySet<string> =>
  new Set(
    [...places(table.columns).flatMap(({ line, headings }) => [line, ...headings]), { label: table.over ?? '' }]
      .map(({ label }) => bare(label))
      .filter((label) => label !== ''),
  )

/** The rows of a block that are heads: they carry labels of the columns, and no figures. */
export const headRows = (table: Table, block: Pasted): readonly number[] => {
  const above = labelsAbove(table)
  const beside = new Set(lines(table.rows).map(({ label }) => bare(label)))
  const isHead = (row: readonly PastedCell[]): boolean => {
    const texts = row.filter(({ text, merged }) => text !== '' && !merged).map(({ text }) => text)
    if (texts.some(isFigureLike)) return false
    const found = texts.map(bare).filter((label) => above.has(label))
    return found.length > 1 || found.some((label) => !beside.has(label))
  }
  return block.rows.flatMap((row, index) => (isHead(row) ? [index] : []))
}

/** A column of heads, top to bottom, without repetitions; a blank in an upper head takes over its left neighbour. */
const stacked = (block: Pasted, heads: readonly number[]): readonly string[] => {
  const filled = heads.map((line, index) => {
    let last = ''
    return (block.rows[line] ?? []).map(({ text }) => {
      const key = bare(text)
      if (key !== '') last = key
      return index === heads.length - 1 ? key : last
    })
  })
  return Array.from({ length: block.rows[0]?.length ?? 0 }, (_, column) => {
    const path = filled.map((row) => row[column] ?? '').filter((key) => key !== '')
    return path.filter((key, index) => key !== path[index - 1]).join(' ')
  })
}

/** Which columns of a table stand under the heads of a block; one that is told twice is none. */
export const columnsUnder = (table: Table, block: Pasted, heads: readonly number[]): Columns => {
  const all = places(table.columns)
  const keyOf = (place: Place): string => pathLabel(place).split(' ').map(bare).join(' ')
  const byPath = all.map((place) => ({ key: keyOf(place), id: place.line.id }))
  const labels = labelsOf(
    all.map(({ line }) => [line.label, line.id] as const),
    all.flatMap(({ headings }) => headings.map(({ label }) => label)),
  )
  const found = stacked(block, heads).map((key) => {
    if (key === '') return null
    const whole = byPath.find((one) => key === one.key || key.endsWith(` ${one.key}`))
    return whole ? whole.id : labels.find(key.split(' ').pop() ?? '')
  })
  return found.map((id, index) => (found.indexOf(id) === index && found.lastIndexOf(id) === index ? id : null))
}

/** The labels of the columns as a page has them one after the other, head row by head row. */
const sequence = (table: Table, withTotals: boolean): string => {
  const computed = new Set(lines(table.columns).flatMap(({ id, sum }) => (sum === undefined ? [] : [id])))
  return [...margin(table.columns).cells]
    .filter(({ id }) => withTotals || !computed.has(id))
    .sort((a, b) => a.level - b.level || a.line - b.line)
    .map(({ label }) => bare(label))
    .join('')
}

/**
 * Which columns heads stand for that are only known one after the other: all of the table's, the entered ones, 'none'
 * where the text holds no heads, 'others' where they are not the table's in its order.
 */
export const headsIn = (table: Table, pieces: readonly string[]): 'all' | 'entered' | 'none' | 'others' => {
  const text = pieces.map(bare).join('')
  if (text.includes(sequence(table, true))) return 'all'
  if (text.includes(sequence(table, false))) return 'entered'
  const above = [...labelsAbove(table)].filter((label) => label.length > 2 && label !== bare(table.over ?? ''))
  return above.some((label) => text.includes(label)) ? 'others' : 'none'
}
