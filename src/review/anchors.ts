import type { Format } from '../format'
import { cellsOf, type Address } from '../report/cells'
import { readDate } from '../report/dates'
import { readFigure, writeFigure } from '../report/figures'
import { headingAddress, labelAt, typedTextAt } from '../report/places'
import { reportOf } from '../report/reading'
import { partsOf, type TypedReport } from '../report/report'
import { valuesOf } from '../report/values'
import type { Anchor } from './event'
import { findWords } from './words-search'

/** Where what a remark is about stands in a report now. Offsets are UTF-16. */
export type Located =
  | {
      readonly kind: 'here'
      readonly at?: Address
      readonly section?: string
      readonly start?: number
      readonly end?: number
    }
  /** Another value stands there by now. */
  | { readonly kind: 'changed'; readonly at: Address; readonly was: string; readonly now: string }
  /** Its words, or its place, are not there any more; `at` is the text where they stood, while that is there. */
  | { readonly kind: 'gone'; readonly at?: Address; readonly was: string }

/** How many characters before and after its words an anchor keeps. */
const around = 24

/** What stands at an address, computed cells summed, figures and the date as they were read; undefined where it is no place. */
const valueAt = (format: Format, typed: TypedReport, at: Address): string | undefined => {
  const cell = cellsOf(format).get(at)
  if (cell?.computed) {
    const { value, missing } = valuesOf(format, reportOf(format, typed))(at)
    return missing === 0 ? writeFigure(value) : ''
  }
  const text = typedTextAt(format, typed, at)
  if (text === undefined) return undefined
  if (cell) {
    const read = readFigure(text, cell.unit)
    return read.kind === 'figure' ? writeFigure(read.value) : text.trim()
  }
  return at === 'signedOn' ? (readDate(text) ?? text.trim()) : text.trim()
}

/** An anchor at a place, or at the words of its text from `start` to `end` with those around them. */
export const anchorAt = (format: Format, typed: TypedReport, at: Address, start?: number, end?: number): Anchor => {
  const text = typedTextAt(format, typed, at) ?? ''
  const words = start === undefined || end === undefined ? '' : text.slice(start, end)
  if (start === undefined || end === undefined || words.trim() === '')
    return { kind: 'place', at, value: valueAt(format, typed, at) ?? '' }
  return {
    kind: 'words',
    at,
    words,
    before: text.slice(Math.max(0, start - around), start),
    after: text.slice(end, end + around),
  }
}

const lists = ['overview', 'improvement', 'other'] as const

/** Every text in which words may stand: the anchor's own first. */
const textsOf = (typed: TypedReport): readonly Address[] => [
  'title',
  'preface',
  ...lists.flatMap((list) => partsOf(typed, list).flatMap(({ id }) => [`${list}.${id}`, headingAddress(list, id)])),
  ...Object.keys(typed.notes).map((table) => `notes.${table}`),
  ...Object.keys(typed.cellNotes).map((cell) => `cellNotes.${cell}`),
]

const locateWords = (format: Format, typed: TypedReport, anchor: Extract<Anchor, { kind: 'words' }>): Located => {
  const { at, words } = anchor
  const own = typedTextAt(format, typed, at)
  const here = own === undefined ? undefined : findWords(own, anchor, 'own')
  if (here) return { kind: 'here', at, start: here.start, end: here.start + words.length }
  const elsewhere = textsOf(typed)
    .filter((address) => address !== at)
    .flatMap((address) => {
      const found = findWords(typedTextAt(format, typed, address) ?? '', anchor, 'other')
      return found ? [{ address, ...found }] : []
    })
    .sort((a, b) => b.fit - a.fit)[0]
  if (elsewhere)
    return { kind: 'here', at: elsewhere.address, start: elsewhere.start, end: elsewhere.start + words.length }
  return { kind: 'gone', ...(own === undefined ? {} : { at }), was: words }
}

/** Where an anchor leads in a report as it stands now: words are followed when the text around them changes or moves. */
export const locate = (format: Format, typed: TypedReport, anchor: Anchor): Located => {
  switch (anchor.kind) {
    case 'whole':
      return { kind: 'here' }
    case 'section':
      return format.sections.some(({ id }) => id === anchor.section)
        ? { kind: 'here', section: anchor.section }
        : { kind: 'gone', was: anchor.section }
    case 'place': {
      const { at, value } = anchor
      const now = valueAt(format, typed, at)
      if (now === undefined) return { kind: 'gone', was: value }
      return now === value.trim() ? { kind: 'here', at } : { kind: 'changed', at, was: value, now }
    }
    case 'words':
      return locateWords(format, typed, anchor)
    default:
      return anchor satisfies never
  }
}

/** What an anchor is at, in the law's words. */
export const anchorLabel = (format: Format, typed: TypedReport, anchor: Anchor): string => {
  switch (anchor.kind) {
    case 'whole':
      return '全文'
    case 'section':
      return format.sections.find(({ id }) => id === anchor.section)?.title ?? '已没有的部分'
    case 'place':
    case 'words':
      return labelAt(format, typed, anchor.at)
    default:
      return anchor satisfies never
  }
}
