import type { Format } from '../format'
import { allSubsections, allTables, cellsOf, type Address } from './cells'
import { numbersOf } from './numbering'
import { typedAt } from './reading'
import { partsOf, type Part, type TypedReport } from './report'

/** The address of a part's heading; the part's own address is its text's. */
export const headingAddress = (list: string, id: string): Address => `${list}.${id}.heading`

const partAt = (typed: TypedReport, at: Address): { readonly part: Part; readonly isHeading: boolean } | undefined => {
  const [list = '', id = '', last] = at.split('.')
  const part = partsOf(typed, list).find((one) => one.id === id)
  return part && (last === undefined || last === 'heading') ? { part, isHeading: last === 'heading' } : undefined
}

const isFieldPath = (at: Address): boolean =>
  ['title', 'preface', 'signedOn', 'headings', 'year'].includes(at) || /^(agency|signature)\./.test(at)

/** A field of the front as it was typed; a yes or no in words. */
const fieldAt = (typed: TypedReport, at: Address): string | undefined => {
  if (!isFieldPath(at)) return undefined
  const value = at
    .split('.')
    .reduce<unknown>(
      (held, key) =>
        typeof held === 'object' && held !== null && Object.prototype.hasOwnProperty.call(held, key)
          ? Reflect.get(held, key)
          : undefined,
      typed,
    )
  if (typeof value === 'boolean') return value ? '是' : '否'
  return value === undefined || typeof value === 'object' ? undefined : String(value)
}

const noteAt = (typed: TypedReport, at: Address): string | undefined =>
  at.startsWith('notes.')
    ? (typed.notes[at.slice('notes.'.length)] ?? '')
    : at.startsWith('cellNotes.')
      ? (typed.cellNotes[at.slice('cellNotes.'.length)] ?? '')
      : undefined

/**
 * What stands at any address, as it was typed: an entered cell, a field, a note, a part's text or its heading; undefined
 * where the address is no place of this report, as a part that was deleted, and for computed cells.
 */
export const typedTextAt = (format: Format, typed: TypedReport, at: Address): string | undefined => {
  const cell = cellsOf(format).get(at)
  if (cell) return cell.computed ? undefined : typedAt(typed, cell)
  const found = partAt(typed, at)
  if (found) return found.isHeading ? found.part.heading : found.part.text
  return fieldAt(typed, at) ?? noteAt(typed, at)
}

const labelOfPart = (format: Format, typed: TypedReport, at: Address): string | undefined => {
  const found = partAt(typed, at)
  if (!found) return undefined
  const [list = ''] = at.split('.')
  const parts = partsOf(typed, list)
  const index = parts.indexOf(found.part)
  const title = format.sections.find(({ blocks }) => blocks.some(({ id }) => id === list))?.title ?? ''
  const aspect = allSubsections(format)
    .find(({ id }) => id === list)
    ?.aspects.find(({ id }) => id === found.part.aspect)
  const heading = found.part.heading.trim() || aspect?.heading || `第 ${index + 1} 段`
  return `${title} ${numbersOf(parts)[index] ?? ''}${heading}${found.isHeading ? '（小标题）' : ''}`
}

/** The name of any address in the law's words: a cell's label path, a field's label, a part's section and heading. */
export const labelAt = (format: Format, typed: TypedReport, at: Address): string => {
  const cells = cellsOf(format)
  const cell = cells.get(at)
  if (cell) return cell.label
  const field = format.front.find(({ id }) => id === at)
  if (field) return field.label
  if (at === 'headings') return '小标题排法'
  const table = at.startsWith('notes.') && allTables(format).find(({ id }) => `notes.${id}` === at)
  if (table) return `表下注：${table.label}`
  const noted = at.startsWith('cellNotes.') && cells.get(at.slice('cellNotes.'.length))
  if (noted) return `本格注释：${noted.label}`
  return labelOfPart(format, typed, at) ?? '已删去的段落'
}
