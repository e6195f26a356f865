import type { Table } from '../format'
import { lines, margin, places } from '../report/axis'
import { addressOf, type Address } from '../report/cells'
import { columnsUnder, headRows, headsIn, type Columns } from './heads'
import { isFigureLike, joined, labelsOf, type Labels } from './labels'
import type { Pasted, PastedCell } from './pasted'
import { runsIn } from './runs'

/** A text for a cell. */
export interface Placed {
  readonly at: Address
  readonly text: string
}

/** Where the texts of a block go, and what has to be told of those that go nowhere. */
export interface Layout {
  readonly placed: readonly Placed[]
  readonly told: readonly string[]
}

/** A block that belongs here, but whose figures cannot be told apart. */
export interface Unclear {
  readonly unclear: string
}

/** Which line the cells of a row belong to, by column; or what is told of a row that is none. */
type Row = { readonly id: string; readonly values: readonly Placed[] } | { readonly strange: string }

const named = (label: string): string => `“${label.replace(/\s+/g, '').slice(0, 20)}”`

export const notRecognised = (label: string): string => `${named(label)}一行没有认出，没有粘贴，请手工填写。`

export const withoutLabel = (values: readonly string[]): string =>
  `数字 ${values.join(' ').trim().slice(0, 20)} 一行没有行名，没有粘贴，请手工填写。`

export const otherCount = (label: string, found: number, expected: number): string =>
  `${named(label)}一行有 ${found} 个数，表中是 ${expected} 列，看不出哪个数在哪一列，没有粘贴，请手工填写。`

const unclearColumns: Unclear = {
  unclear: '认出了行名，看不出数字各在哪一列，没有粘贴。请连表头一起复制，或者只复制数字再粘贴。',
}

/** A line's figures are laid once; told where a block has it twice. */
const layoutOf = (rows: readonly Row[], told: readonly string[], labelOf: (id: string) => string): Layout => {
  const ids = rows.flatMap((row) => ('id' in row ? [row.id] : []))
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  const isTwice = new Set(twice)
  return {
    placed: rows.flatMap((row) => ('id' in row && !isTwice.has(row.id) ? row.values : [])),
    told: [
      ...told,
      ...rows.flatMap((row) => ('strange' in row ? [row.strange] : [])),
      ...[...isTwice].map((id) => `${named(labelOf(id))}一行出现了不止一次，没有粘贴，请只复制要用的一行。`),
    ],
  }
}

const rowLabels = (table: Table): Labels<string> =>
  labelsOf(
    places(table.rows).map(({ line }) => [line.label, line.id] as const),
    places(table.rows).flatMap(({ headings }) => headings.map(({ label }) => label)),
  )

const isBlankColumn = (rows: readonly (readonly PastedCell[])[], column: number): boolean =>
  rows.every((row) => row[column]?.merged !== true && (row[column]?.text ?? '') === '')

/**
 * Without heads the columns after the labels are the table's, all of them or the entered ones, in order. Blank columns
 * before them may belong to merged labels; null where that leaves more than one possibility.
 */
const columnsByCount = (table: Table, body: readonly (readonly PastedCell[])[], first: number, spare: number) => {
  const width = body[0]?.length ?? 0
  const all = lines(table.columns)
  const entered = all.filter(({ sum }) => sum === undefined)
  const readings = new Map<string, Columns>()
  for (let start = first; start <= first + spare; start += 1) {
    for (let end = width; end > start; end -= 1) {
      for (const taken of [all, entered]) {
        if (taken.length !== end - start) continue
        const columns = Array.from({ length: width }, (_, at) => (at < end ? (taken[at - start]?.id ?? null) : null))
        const key = columns.map((id, at) => (isBlankColumn(body, at) ? '' : (id ?? ''))).join()
        if (!readings.has(key)) readings.set(key, columns)
      }
      if (!isBlankColumn(body, end - 1)) break
    }
    if (!isBlankColumn(body, start)) break
  }
  const [only] = readings.values()
  return readings.size === 1 ? (only ?? null) : null
}

/** How many blank cells a label may be merged over, as far as the block does not show it. */
const spareOf = (table: Table, body: readonly (readonly PastedCell[])[], first: number, labels: Labels<string>) => {
  const { levels, cells } = margin(table.rows)
  const levelOf = new Map(cells.map(({ id, isLine, level }) => [isLine ? id : '', level]))
  const spares = body.flatMap((row) => {
    const id = labels.find(row[first - 1]?.text ?? '')
    return id === null ? [] : [row[first - 1]?.merged ? 0 : levels - 1 - (levelOf.get(id) ?? 0)]
  })
  return Math.min(levels - 1, ...spares)
}

/** A column of figures under a head that is none of the table's. */
const strangeColumns = (block: Pasted, body: readonly (readonly PastedCell[])[], columns: Columns, from: number) =>
  columns.flatMap((id, column) => {
    if (id !== null || column < from || isBlankColumn(body, column)) return []
    const heads = block.rows.filter((row) => !body.includes(row)).map((row) => row[column]?.text ?? '')
    const head = heads.filter((text) => text !== '').pop()
    return [`${head === undefined ? `第 ${column + 1} 列` : `${named(head)}一列`}没有认出，没有粘贴，请手工填写。`]
  })

const valuesOf = (table: Table, id: string, row: readonly PastedCell[], columns: Columns): readonly Placed[] =>
  row.flatMap(({ text, merged, absent }, column) => {
    const across = columns[column] ?? null
    return across === null || absent ? [] : [{ at: addressOf(table.id, id, across), text: merged ? '' : text }]
  })

/** A block whose cells stand in their columns: labels first, then the figures, under heads or counted. */
const inColumns = (table: Table, block: Pasted, labels: Labels<string>): Layout | Unclear | null => {
  const heads = headRows(table, block)
  const body = block.rows.filter((row, index) => !heads.includes(index) && row.some(({ text }) => text !== ''))
  const isKnown = (text: string): boolean => labels.find(text) !== null || labels.isHeading(text)
  const first = body.reduce(
    (after, row) => row.reduce((most, { text }, column) => (isKnown(text) ? Math.max(most, column + 1) : most), after),
    0,
  )
  const rows = body.map((row): Row | null => {
    const label = [...row.slice(0, first)]
      .reverse()
      .find(({ text }) => text !== '' && (isKnown(text) || !isFigureLike(text)))
    const figures = row.slice(first).map(({ text, merged }) => (merged ? '' : text))
    const hasFigures = figures.some((text) => text !== '' && isFigureLike(text))
    const id = label ? labels.find(label.text) : null
    if (id !== null) return { id, values: [] }
    if (!hasFigures) return null
    return { strange: label ? notRecognised(label.text) : withoutLabel(figures) }
  })
  if (!rows.some((row) => row && 'id' in row)) return null
  const laid = body.filter((_, index) => {
    const row = rows[index]
    return row && 'id' in row
  })
  const isBehind = (row: readonly PastedCell[]): boolean => {
    const label = row.reduce((last, { text }, column) => (column < first && isKnown(text) ? column : last), -1)
    return row.slice(label + 1, first).some(({ text }) => text !== '')
  }
  if (laid.some(isBehind)) return null
  const under = heads.length > 0 ? columnsUnder(table, block, heads).map((id, at) => (at < first ? null : id)) : []
  const counted = under.some((id) => id !== null)
    ? under
    : columnsByCount(table, laid, first, spareOf(table, laid, first, labels))
  if (!counted) return unclearColumns
  const filled = rows.flatMap((row, index): readonly Row[] =>
    row === null
      ? []
      : ['id' in row ? { id: row.id, values: valuesOf(table, row.id, body[index] ?? [], counted) } : row],
  )
  const told = under === counted ? strangeColumns(block, laid, counted, first) : []
  return layoutOf(filled, told, labelOf(table))
}

const labelOf =
  (table: Table) =>
  (id: string): string =>
    lines(table.rows).find((line) => line.id === id)?.label ?? id

/** A block whose rows close up: each label is followed by its figures, all of them or it is told. */
const inRuns = (table: Table, block: Pasted, labels: Labels<string>): Layout | Unclear | null => {
  const all = lines(table.columns)
  const entered = all.filter(({ sum }) => sum === undefined)
  const runs = runsIn(block, labels)
  const ids = runs.map(({ pieces }) => joined(labels, pieces))
  const firstLaid = ids.findIndex((id) => id !== null)
  if (firstLaid < 0) return null
  const heads = headsIn(
    table,
    runs.slice(0, firstLaid + 1).flatMap(({ pieces }) => pieces),
  )
  if (heads === 'others') return unclearColumns
  const rows = runs.flatMap(({ pieces, values, isLoose }, index): readonly Row[] => {
    const id = ids[index] ?? null
    const label = pieces[pieces.length - 1]
    const hasFigures = values.some((text) => text !== '' && isFigureLike(text))
    if (id === null)
      return hasFigures ? [{ strange: label === undefined ? withoutLabel(values) : notRecognised(label) }] : []
    const isEntered = values.length === entered.length && (heads === 'entered' || (!isLoose && heads === 'none'))
    const taken = values.length === all.length && heads !== 'entered' ? all : isEntered ? entered : null
    if (!taken) return [{ strange: otherCount(label ?? '', values.length, all.length) }]
    return [{ id, values: taken.map((line, at) => ({ at: addressOf(table.id, id, line.id), text: values[at] ?? '' })) }]
  })
  return layoutOf(rows, [], labelOf(table))
}

/** A table of one row without a label is known by its heads. */
const underHeads = (table: Table, block: Pasted): Layout | Unclear | null => {
  const id = lines(table.rows)[0]?.id ?? ''
  const heads = headRows(table, block)
  const body = block.rows.filter(
    (row, index) => !heads.includes(index) && row.some(({ text }) => text !== '' && isFigureLike(text)),
  )
  const [row] = body
  if (heads.length === 0 || !row) return null
  const says = { unclear: '认出了表头，看不出数字各在哪一列，没有粘贴。请只复制表头和一行数字，或者只复制数字。' }
  if (block.inColumns) {
    const columns = columnsUnder(table, block, heads)
    if (body.length > 1 || columns.every((one) => one === null)) return says
    return { placed: valuesOf(table, id, row, columns), told: strangeColumns(block, body, columns, 0) }
  }
  const [run, ...others] = runsIn(block, labelsOf<string>([], []))
  const all = lines(table.columns)
  const found = run ? headsIn(table, run.pieces) : 'none'
  const taken = found === 'all' ? all : found === 'entered' ? all.filter(({ sum }) => sum === undefined) : []
  if (!run || others.length > 0 || run.values.length !== taken.length) return says
  return {
    placed: taken.map((line, at) => ({ at: addressOf(table.id, id, line.id), text: run.values[at] ?? '' })),
    told: [],
  }
}

const laidIn = (found: Layout | Unclear | null): number => (found && 'placed' in found ? found.placed.length : 0)

/**
 * Lays a block that carries a table's labels, in any row order, with or without its heads and totals. Null when it
 * carries none of them; unclear when its columns cannot be told. A row that is not sure of its place is told and laid
 * nowhere.
 */
export const recognise = (table: Table, block: Pasted): Layout | Unclear | null => {
  if (lines(table.rows).every(({ label }) => label === '')) return underHeads(table, block)
  const labels = rowLabels(table)
  const found = block.inColumns ? inColumns(table, block, labels) : null
  if (laidIn(found) > 0) return found
  const closed = inRuns(table, block, labels)
  return laidIn(closed) > 0 ? closed : (found ?? closed)
}
