import type { Finding } from '../../checks/rule'
import { cellsOf, type Address } from '../../report/cells'
import type { Format } from '../../format'
import { headingAddress } from '../../report/places'
import type { Located } from '../../review/anchors'

/** A place in the written document: a section's title, or what is shown of an address, or some of its words. */
export interface Spot {
  readonly at?: Address
  readonly section?: string
  readonly start?: number
  readonly end?: number
}

/** Where in the document a located remark is; undefined for one about the whole. */
export const spotOf = (located: Located): Spot | undefined => {
  switch (located.kind) {
    case 'here': {
      const { at, section, start, end } = located
      if (at === undefined) return section === undefined ? undefined : { section }
      return start === undefined || end === undefined ? { at } : { at, start, end }
    }
    case 'changed':
      return { at: located.at }
    case 'gone':
      return located.at === undefined ? undefined : { at: located.at }
    default:
      return located satisfies never
  }
}

const isNarrative = (at: Address): boolean => /^(overview|improvement|other)\.[^.]+$/.test(at)

/** Where in the document a finding leads: the words that it quotes, else its cells, or the heading of a whole text. */
export const spotsOf = (format: Format, { at, quotes = [] }: Finding): readonly Spot[] => {
  if (quotes.length > 0) return quotes
  return at.map((address): Spot => {
    const [list = '', id = ''] = address.split('.')
    return !cellsOf(format).has(address) && isNarrative(address) ? { at: headingAddress(list, id) } : { at: address }
  })
}
