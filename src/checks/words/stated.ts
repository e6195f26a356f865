import type { Figure } from '../../report/amount'
import type { Address } from '../../report/cells'
import type { Subject } from '../rule'
import { judgeClaims } from './judge'
import { outcomes } from './readings'
import type { Concept, Statement } from './statement'

const rows = new Set<Concept>(['received', 'carriedIn', 'carriedOut', ...outcomes])

const columns = new Set<Concept>(['natural', 'organisations', 'business', 'research', 'charity', 'legalService'])

/** The one total of table three that a statement gives; '' where its words have another reading, or none. */
const totalOf = ({ concepts, matter, base, standing, manner, quantity, holdsCarried }: Statement): Address => {
  const [concept] = concepts
  if (concept === undefined || concepts.length > 1 || matter !== 'requests' || standing !== 'plain') return ''
  if (manner !== 'count' || quantity === null || quantity.mark !== '' || quantity.isRounded || holdsCarried) return ''
  if (rows.has(concept)) return `requests.${concept}.total`
  return columns.has(concept) && base === 'received' ? `requests.received.${concept}` : ''
}

/** The totals of table three's rows, groups and columns that the words state beyond doubt, by address; none stated twice differently. */
export const statedTotals = (subject: Subject): ReadonlyMap<Address, Figure> => {
  const totals = new Map<Address, Figure>()
  const disputed = new Set<Address>()
  for (const { statement } of judgeClaims(subject)) {
    const at = totalOf(statement)
    if (at === '') continue
    const known = totals.get(at)
    if (known !== undefined && known !== statement.value) disputed.add(at)
    totals.set(at, statement.value)
  }
  return new Map([...totals].filter(([at]) => !disputed.has(at)))
}
