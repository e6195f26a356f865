import type { Format } from '../format'
import { cellsOf, type Address } from '../report/cells'
import { headingAddress } from '../report/places'
import { partsOf, type TypedReport } from '../report/report'
import type { Located } from './anchors'

const sectionKey = (id: string): string => `section ${id}`

/** Every place of a report in the order in which it is read on paper; sections by `section` and their id. */
const placesInOrder = (format: Format, typed: TypedReport): readonly string[] => [
  'title',
  'preface',
  ...format.sections.flatMap(({ id, blocks }) => [
    sectionKey(id),
    ...blocks.flatMap((block): readonly Address[] => {
      const cells = [...cellsOf(format).values()].filter((cell) => cell.block === block.id).map(({ at }) => at)
      return block.kind === 'subsections'
        ? partsOf(typed, block.id).flatMap((part) => [headingAddress(block.id, part.id), `${block.id}.${part.id}`])
        : [...cells, ...cells.map((at) => `cellNotes.${at}`), `notes.${block.id}`]
    }),
  ]),
  'signature.name',
  'agency.name',
  'signedOn',
]

/**
 * What compares located places by their order on paper: what is about the whole first, then down the page, what is not
 * there any more last.
 */
export const inReadingOrder = (format: Format, typed: TypedReport): ((a: Located, b: Located) => number) => {
  const order = new Map(placesInOrder(format, typed).map((key, index) => [key, index]))
  const placeOf = (located: Located): number => {
    const { at } = located
    const key =
      at ?? (located.kind === 'here' && located.section !== undefined ? sectionKey(located.section) : undefined)
    if (key === undefined) return located.kind === 'here' ? -1 : order.size
    return order.get(key) ?? order.size
  }
  const startOf = (located: Located): number => (located.kind === 'here' ? (located.start ?? 0) : 0)
  return (a, b) => placeOf(a) - placeOf(b) || startOf(a) - startOf(b)
}
