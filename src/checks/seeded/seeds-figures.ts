import { lines } from '../../report/axis'
import { allTables, enteredCells, type Address } from '../../report/cells'
import type { Specimen } from './correct-reports'
import { valueAt, withCell, type Seed } from './fault'
import { statedTotals, truthOf } from './oracle'
import type { Random } from './random'
import { doubled, omitted, oneDigitWrong, transposed, type Slip } from './slips'

const requestCells = ({ format }: Specimen): readonly Address[] => enteredCells(format, 'requests').map(({ at }) => at)

const columnOf = (at: Address): string => at.split('.')[2] ?? ''

/** A cell of table three drawn among those that are not 0. */
const someCell = (specimen: Specimen, random: Random, least = 1): Address | undefined =>
  random.draw(
    requestCells(specimen).filter((at) => Number(valueAt(specimen, at)) >= least),
    1,
  )[0]

/** One cell of table three mistyped: its column no longer balances. */
const mistyped =
  (slip: Slip, least = 1): Seed =>
  (specimen, random) => {
    const at = someCell(specimen, random, least)
    const text = at === undefined ? '' : valueAt(specimen, at)
    const wrong = at === undefined ? undefined : slip(Number(text), random)
    if (at === undefined || wrong === undefined) return undefined
    const column = columnOf(at)
    return {
      specimen: withCell(specimen, at, String(wrong)),
      finds: ['D3'],
      at: [`requests.received.${column}`],
      right: { column, cells: new Map([[at, text]]) },
    }
  }

/** A number typed one column further: both columns are off. */
const inNextColumn: Seed = (specimen, random) => {
  const columns = ['natural', 'business', 'research', 'charity', 'legalService', 'other']
  const at = someCell(specimen, random)
  const [, row = '', column = ''] = at?.split('.') ?? []
  const next = columns[columns.indexOf(column) + (column === 'other' ? -1 : 1)] ?? ''
  const to = `requests.${row}.${next}`
  if (at === undefined || valueAt(specimen, to) !== '0') return undefined
  const value = valueAt(specimen, at)
  return {
    specimen: withCell(withCell(specimen, at, '0'), to, value),
    finds: ['D3'],
    at: [`requests.received.${column}`],
    right: {
      column,
      cells: new Map([
        [at, value],
        [to, '0'],
      ]),
    },
  }
}

/** What is carried in typed among the outcomes, or into the row of what is carried out: across the balance. */
const inNextGroup: Seed = (specimen, random) => {
  const column = random.pick(['natural', 'natural', 'business', 'legalService', 'other'])
  const from = `requests.carriedIn.${column}`
  const to = `requests.${random.pick(['granted', 'carriedOut'])}.${column}`
  const [a, b] = [valueAt(specimen, from), valueAt(specimen, to)]
  if (a === b) return undefined
  return {
    specimen: withCell(withCell(specimen, from, b), to, a),
    finds: ['D3'],
    at: [`requests.received.${column}`],
    right: {
      column,
      cells: new Map([
        [from, a],
        [to, b],
      ]),
    },
  }
}

const blank: Seed = (specimen, random) => {
  const [at] = random.draw(enteredCells(specimen.format), 1).map((cell) => cell.at)
  return at === undefined
    ? undefined
    : { specimen: withCell(specimen, at, ''), finds: ['B1'], at: [at], result: 'open' }
}

const unreadable: Seed = (specimen, random) => {
  const [cell] = random.draw(enteredCells(specimen.format), 1)
  if (!cell) return undefined
  const text = random.pick(['无', '/', '-', '12..5', '约30', '三', '-4', '1,20', '2 3'])
  return { specimen: withCell(specimen, cell.at, text), finds: ['B3'], at: [cell.at] }
}

/** A total as a file or a page stated it, with one of them mistyped. */
const statedWrong =
  (rule: string, isTotal: (at: Address) => boolean): Seed =>
  (specimen, random) => {
    const stated = statedTotals(specimen)
    const [at] = random.draw(
      [...stated.keys()].filter((one) => isTotal(one) && (stated.get(one) ?? 0) > 0),
      1,
    )
    const slip = random.pick([transposed, oneDigitWrong, doubled])
    const wrong = at === undefined ? undefined : slip(stated.get(at) ?? 0, random)
    if (at === undefined || wrong === undefined || wrong === stated.get(at)) return undefined
    return { specimen: { ...specimen, stated: new Map([...stated, [at, wrong]]) }, finds: [rule], at: [at] }
  }

const issuedMore: Seed = (specimen, random) => {
  const inForce = Number(valueAt(specimen, 'issued.normative.inForce'))
  const wrong = inForce + random.int(1, 30)
  // With last year's report the same slip breaks C1 as well, as the oracle tells.
  return {
    specimen: withCell(specimen, 'issued.normative.issued', String(wrong)),
    finds: ['C2'],
    at: ['issued.normative.issued'],
  }
}

const withoutPower: Seed = (specimen, random) => {
  if (specimen.typed.agency.rulemaking || specimen.last) return undefined
  const value = String(random.int(1, 9))
  return { specimen: withCell(specimen, 'issued.rules.inForce', value), finds: ['C3'], at: ['issued.rules.inForce'] }
}

/** A cell that the oracle says breaks just what is named; of a table and with a slip. */
const otherCell =
  (rule: string, cells: (specimen: Specimen) => readonly Address[], change: Slip): Seed =>
  (specimen, random) => {
    const [at] = specimen.last ? random.draw(cells(specimen), 1) : []
    const wrong = at === undefined ? undefined : change(Number(valueAt(specimen, at)), random)
    if (at === undefined || wrong === undefined) return undefined
    const seeded = withCell(specimen, at, String(wrong))
    return truthOf(seeded).must.has(rule) ? { specimen: seeded, finds: [rule], at: [at] } : undefined
  }

const unlikeLast: Seed = (specimen, random) => {
  const table = allTables(specimen.format).find(({ id }) => id === 'requests')
  const columns = lines(table?.columns ?? []).flatMap(({ id, sum }) => (sum ? [] : [id]))
  const [column] = specimen.last ? random.draw(columns, 1) : []
  if (column === undefined) return undefined
  // Carried in and received are both off: the column balances, and only last year tells.
  const [inAt, newAt] = [`requests.carriedIn.${column}`, `requests.received.${column}`]
  const by = random.int(1, 5)
  const [carried, received] = [Number(valueAt(specimen, inAt)), Number(valueAt(specimen, newAt))]
  if (received < by) return undefined
  const seeded = withCell(withCell(specimen, inAt, String(carried + by)), newAt, String(received - by))
  return { specimen: seeded, finds: ['D4'], at: [inAt] }
}

const decisions = ['licensing.licences.decisions', 'enforcement.penalties.decisions', 'enforcement.coercion.decisions']
const issuedCells = ['issued.rules.inForce', 'issued.normative.inForce', 'issued.normative.repealed']

/** Faults in figures, by their kind. */
export const figureSeeds: Readonly<Record<string, Seed>> = {
  'digits transposed': mistyped(transposed, 10),
  'one digit wrong': mistyped(oneDigitWrong),
  'digit doubled': mistyped(doubled),
  'cell omitted': mistyped(omitted),
  'next column': inNextColumn,
  'next group': inNextGroup,
  'cell blank': blank,
  'cell unreadable': unreadable,
  'row total typed over': statedWrong('D1', (at) => /^requests\.(?!total).*\.total$/.test(at)),
  'column total typed over': statedWrong('D2', (at) => at.startsWith('requests.total.')),
  'case total typed over': statedWrong('E1', (at) => at.startsWith('disputes.')),
  'more issued than in force': issuedMore,
  'rules without the power': withoutPower,
  'in force unlike last year': otherCell('C1', () => issuedCells, oneDigitWrong),
  'carried in unlike last year': unlikeLast,
  'ten times last year': otherCell(
    'B7',
    () => decisions,
    (value) => (value < 10 ? undefined : value * 100),
  ),
  'yuan for ten thousand yuan': otherCell(
    'B7',
    () => ['fees.charges.amount'],
    (value) => Math.round(value * 10000) || undefined,
  ),
}
