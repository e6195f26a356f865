import type { Format } from '../format'
import { cellsOf, type Address } from './cells'
import { labelAt } from './places'
import { partsOf, type Part, type TypedReport } from './report'

type Leaf = string | number | boolean

/** The lists of parts of a report. */
const lists = ['overview', 'improvement', 'other'] as const
type List = (typeof lists)[number]

/**
 * One step from a state of a report to another. A value by its path in the report, left out where it is not there; a part by
 * its list and key (its id, and the number of its occurrence where an id stands twice); the order of a list's parts by key.
 */
export type Change =
  | { readonly kind: 'value'; readonly path: readonly string[]; readonly before?: Leaf; readonly after?: Leaf }
  | { readonly kind: 'part'; readonly list: List; readonly key: string; readonly before?: Part; readonly after?: Part }
  | {
      readonly kind: 'order'
      readonly list: List
      readonly before: readonly string[]
      readonly after: readonly string[]
    }

/** All that differs between two states of a report: applied to the first, it gives the second. */
export type Difference = readonly Change[]

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isList = (key: string): key is List => (lists as readonly string[]).includes(key)

const own = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.prototype.hasOwnProperty.call(value, key) ? value[key] : undefined

const keysOf = (...values: readonly unknown[]): readonly string[] => [
  ...new Set(values.flatMap((value) => (isRecord(value) ? Object.keys(value) : []))),
]

const valueChanges = (path: readonly string[], a: unknown, b: unknown): readonly Change[] => {
  if (isRecord(a) || isRecord(b))
    return keysOf(a, b).flatMap((key) =>
      path.length === 0 && isList(key) ? [] : valueChanges([...path, key], own(a, key), own(b, key)),
    )
  if (Object.is(a, b)) return []
  const [before, after] = [a as Leaf | undefined, b as Leaf | undefined]
  return [
    { kind: 'value', path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
  ]
}

/** Parts by a key of their own, in their order. */
const keyed = (parts: readonly Part[]): ReadonlyMap<string, Part> => {
  const counts = new Map<string, number>()
  return new Map(
    parts.map((part) => {
      const count = (counts.get(part.id) ?? 0) + 1
      counts.set(part.id, count)
      return [`${part.id}#${count}`, part]
    }),
  )
}

const isSamePart = (a: Part | undefined, b: Part | undefined): boolean =>
  a?.aspect === b?.aspect && a?.heading === b?.heading && a?.text === b?.text

const partChanges = (list: List, a: TypedReport, b: TypedReport): readonly Change[] => {
  const [was, is] = [keyed(a[list]), keyed(b[list])]
  const keys = [...new Set([...was.keys(), ...is.keys()])]
  const parts = keys.flatMap((key): readonly Change[] => {
    const [before, after] = [was.get(key), is.get(key)]
    if (before && after && isSamePart(before, after)) return []
    return [{ kind: 'part', list, key, ...(before ? { before } : {}), ...(after ? { after } : {}) }]
  })
  const [before, after] = [[...was.keys()], [...is.keys()]]
  const isInOrder = before.length === after.length && before.every((key, index) => key === after[index])
  return isInOrder ? parts : [...parts, { kind: 'order', list, before, after }]
}

/** What differs between two states of a report, every value and part once. */
export const differenceOf = (a: TypedReport, b: TypedReport): Difference => [
  ...valueChanges([], a, b),
  ...lists.flatMap((list) => partChanges(list, a, b)),
]

/** A value with another at a path; what is left out there is taken away. Keys are data, whatever they are. */
const withAt = (value: unknown, [key = '', ...rest]: readonly string[], next: Leaf | undefined): unknown => {
  const entries = isRecord(value) ? Object.entries(value) : []
  const inner = rest.length === 0 ? next : withAt(own(value, key), rest, next)
  if (inner === undefined) return Object.fromEntries(entries.filter(([name]) => name !== key))
  return Object.fromEntries(
    entries.some(([name]) => name === key)
      ? entries.map(([name, old]) => [name, name === key ? inner : old])
      : [...entries, [key, inner]],
  )
}

const withParts = (report: TypedReport, list: List, difference: Difference): Part[] => {
  const parts = new Map(keyed(report[list]))
  let order = [...parts.keys()]
  for (const change of difference) {
    if (change.kind === 'value' || change.list !== list) continue
    if (change.kind === 'order') order = [...change.after]
    else if (change.after) parts.set(change.key, change.after)
  }
  return order.flatMap((key) => parts.get(key) ?? [])
}

/** The state to which a difference leads from the one that it was taken from. */
export const applyDifference = (report: TypedReport, difference: Difference): TypedReport => {
  const valued = difference.reduce<unknown>(
    (value, change) => (change.kind === 'value' ? withAt(value, change.path, change.after) : value),
    report,
  )
  const parts = lists.map((list) => [list, withParts(report, list, difference)] as const)
  // It has the shape of the state that the difference was made of.
  return { ...(valued as TypedReport), ...Object.fromEntries(parts) }
}

/** A change as it is shown: where in the law's words, and both states; undefined where the place is not there. */
export interface PlaceChange {
  readonly at: Address
  readonly label: string
  /** The section's id; '' for the front. */
  readonly section: string
  readonly kind: 'cell' | 'text' | 'field' | 'order'
  readonly before: string | undefined
  readonly after: string | undefined
}

const shownAs = (value: Leaf | undefined): string | undefined =>
  value === undefined ? undefined : typeof value === 'boolean' ? (value ? '是' : '否') : String(value)

const headings: Readonly<Record<string, string>> = { ownLine: '单独成行', runIn: '与正文同段' }

/** A field's value as the form shows it: a choice by its label. */
const inWords = (format: Format, at: Address, value: string | undefined): string | undefined => {
  const choices = format.front.find(({ id }) => id === at)?.choices ?? []
  const label = at === 'headings' ? headings[value ?? ''] : choices.find(({ id }) => id === value)?.label
  return label ?? value
}

const addressOfPath = (path: readonly string[]): Address => (path[0] === 'cells' ? path.slice(1) : path).join('.')

const sectionWith = (format: Format, block: string): string =>
  format.sections.find(({ blocks }) => blocks.some(({ id }) => id === block))?.id ?? ''

const sectionAt = (format: Format, at: Address): string => {
  const [first = '', second = ''] = at.split('.')
  return sectionWith(format, first === 'notes' || first === 'cellNotes' ? second : first)
}

const valueShown = (format: Format, b: TypedReport, path: readonly string[]) => {
  const at = addressOfPath(path)
  const isCell = cellsOf(format).has(at)
  const isText = at === 'preface' || at === 'title' || path[0] === 'notes' || path[0] === 'cellNotes'
  return {
    at,
    label: at === 'id' ? '编号' : labelAt(format, b, at),
    section: sectionAt(format, at),
    kind: isCell ? ('cell' as const) : isText ? ('text' as const) : ('field' as const),
  }
}

const textOfPart = ({ heading, text }: Part): string => (heading === '' ? text : `${heading}\n${text}`)

const partShown = (
  format: Format,
  [a, b]: readonly [TypedReport, TypedReport],
  { list, before, after }: Extract<Change, { kind: 'part' }>,
): readonly PlaceChange[] => {
  const part = after ?? before
  if (!part) return []
  const at = `${list}.${part.id}`
  const place = {
    at,
    label: labelAt(format, after ? b : a, at),
    section: sectionWith(format, list),
    kind: 'text' as const,
  }
  if (!before || !after) return [{ ...place, before: before && textOfPart(before), after: after && textOfPart(after) }]
  const heading = { ...place, at: `${at}.heading`, label: labelAt(format, b, `${at}.heading`) }
  return [
    ...(before.heading === after.heading ? [] : [{ ...heading, before: before.heading, after: after.heading }]),
    ...(before.text === after.text ? [] : [{ ...place, before: before.text, after: after.text }]),
    ...(before.aspect === after.aspect
      ? []
      : [{ ...place, kind: 'field' as const, before: before.aspect ?? '其他', after: after.aspect ?? '其他' }]),
  ]
}

/** The order of the parts that are in both states, where it is another. */
const orderShown = (
  format: Format,
  [a, b]: readonly [TypedReport, TypedReport],
  { list, before, after }: Extract<Change, { kind: 'order' }>,
): readonly PlaceChange[] => {
  const common = (keys: readonly string[], others: readonly string[]) => keys.filter((key) => others.includes(key))
  const [was, is] = [common(before, after), common(after, before)]
  if (was.every((key, index) => key === is[index])) return []
  const named = (report: TypedReport, keys: readonly string[]): string => {
    const parts = keyed(partsOf(report, list))
    return keys
      .map((key) => parts.get(key))
      .map((part) => (part ? part.heading || `“${part.text.slice(0, 8)}…”` : ''))
      .join('、')
  }
  const section = sectionWith(format, list)
  const title = format.sections.find(({ id }) => id === section)?.title ?? ''
  return [
    { at: list, label: `${title} 各段的次序`, section, kind: 'order', before: named(a, was), after: named(b, is) },
  ]
}

/** All that differs between two states of a report, in the order of the format: basic information, then section by section. */
export const changesOf = (format: Format, a: TypedReport, b: TypedReport): readonly PlaceChange[] => {
  const both = [a, b] as const
  const shown = differenceOf(a, b).flatMap((change): readonly PlaceChange[] => {
    switch (change.kind) {
      case 'value': {
        const place = valueShown(format, b, change.path)
        const [before, after] = [change.before, change.after].map((one) => inWords(format, place.at, shownAs(one)))
        return [{ ...place, before, after }]
      }
      case 'part':
        return partShown(format, both, change)
      case 'order':
        return orderShown(format, both, change)
      default:
        return change satisfies never
    }
  })
  const places = [...format.front.map(({ id }) => id), ...cellsOf(format).keys()]
  const rank = new Map(places.map((at, index) => [at, index]))
  const sections = ['', ...format.sections.map(({ id }) => id)]
  const rankOf = ({ section, at }: PlaceChange): number => sections.indexOf(section) * 10_000 + (rank.get(at) ?? 9_000)
  return shown
    .map((change, index) => ({ change, index }))
    .sort((one, other) => rankOf(one.change) - rankOf(other.change) || one.index - other.index)
    .map(({ change }) => change)
}
