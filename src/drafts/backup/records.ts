import { z } from '../../report/zod'
import { formatById } from '../../format'
import { fileLimits } from '../../report/json'
import { jsonFlaw } from '../../report/json-flaw'
import type { Contents, Damaged, Sifted, StoreName } from './contents'

z.config({ jitless: true })

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/)
const text = z.string()
const texts = z.record(z.string(), text)
const parts = z.array(z.looseObject({ id: text, aspect: text.nullable(), heading: text, text }))
const agency = z.looseObject({
  name: text,
  kind: text,
  rulemaking: z.boolean(),
  address: text,
  postcode: text,
  phone: text,
  email: text,
})
const unitInfo = {
  agency,
  headings: z.enum(['ownLine', 'runIn']),
  signature: z.looseObject({ name: text, place: z.enum(['none', 'end', 'underTitle', 'both']) }),
}

const typedReport = z.looseObject({
  ...unitInfo,
  id,
  year: z.int(),
  title: text,
  signedOn: text,
  preface: text,
  overview: parts,
  improvement: parts,
  other: parts,
  cells: z.record(z.string(), z.record(z.string(), texts)),
  handlingFee: texts,
  notes: texts,
  cellNotes: texts,
})

/** What the list shows of a report, whatever its format. */
const anyReport = z.looseObject({ id, year: z.int(), agency: z.looseObject({ name: text }) })

const events = z.array(z.looseObject({ id: text, kind: text, order: z.number(), at: text, by: text }))
const decided = z.array(z.looseObject({ digest: text, reasons: text }))

/** Of any copy of the app: before there were events it held the openings of a final copy, and before that nothing. */
const review = z
  .union([z.looseObject({ events: events.optional(), decided: decided.optional() }), z.array(z.never()), z.null()])
  .optional()

const content = {
  filled: z.array(text),
  // Records of the first copies of the app had neither of these.
  accepted: z.array(z.looseObject({ check: text, at: z.array(text), values: z.array(text), reason: text })).optional(),
  final: z.looseObject({ at: text, digest: text }).nullable().optional(),
  review,
}

const idIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined

/** A report of a format that this program has is looked through; of one that it has not, only what every report has. */
const report = (shape: z.ZodRawShape) => {
  const known = z.looseObject({ ...content, ...shape, id, format: text, typed: typedReport })
  const unknown = z.looseObject({ ...content, ...shape, id, format: text, typed: anyReport })
  return z.unknown().refine((value) => {
    const format: unknown = typeof value === 'object' && value !== null && Reflect.get(value, 'format')
    const read = (typeof format === 'string' && formatById(format) ? known : unknown).safeParse(value)
    return read.success && idIn(read.data) === idIn(Reflect.get(read.data, 'typed'))
  })
}

const draft = report({ revision: z.int().min(0), createdAt: z.number(), changedAt: z.number(), name: text })

const schemas = {
  drafts: draft,
  versions: z
    .looseObject({
      draft: id,
      at: z.number(),
      why: text,
      detail: text.optional(),
      name: text.optional(),
      record: draft,
    })
    .refine(({ draft: of, record }) => idIn(record) === of),
  units: z.looseObject({
    ...unitInfo,
    draft: id,
    at: z.number(),
    waiver: z.looseObject({ by: text, text }).optional(),
  }),
  reviews: report({
    revision: z.int().min(0),
    receivedAt: z.number(),
    changedAt: z.number(),
    file: text,
    unsent: texts,
  }),
  settings: z.looseObject({ key: z.string().min(1).max(200), value: z.unknown() }),
  unsent: z.looseObject({ draft: id, texts }),
} as const satisfies Readonly<Record<StoreName, z.ZodType>>

const keys = {
  drafts: ['id'],
  versions: ['draft', 'at'],
  units: ['draft'],
  reviews: ['id'],
  settings: ['key'],
  unsent: ['draft'],
} as const satisfies Readonly<Record<StoreName, readonly string[]>>

export const storeNames = Object.keys(keys) as readonly StoreName[]

/** What tells a record from all others of its store, as text; whatever stands there. */
export const keyOf = (store: StoreName, value: unknown): string =>
  keys[store]
    .map((key) => {
      const part: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
      return typeof part === 'string' || typeof part === 'number' ? String(part) : ''
    })
    .join(' ')

/** A record in a list of a file stands that deep already. */
const room = fileLimits.depth - 4

const textOf = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return String(value)
  }
}

/**
 * Tells the records of each store that are what they should be from those that are not, which become texts: a damaged one
 * keeps none of the others from being read. What is given back is what was given, whole.
 */
export const sift = (raw: Readonly<Record<StoreName, readonly unknown[]>>): Sifted => {
  const damaged: Damaged[] = []
  const good = (store: StoreName): readonly unknown[] =>
    raw[store].filter((value) => {
      const written = textOf(value)
      const isGood = schemas[store].safeParse(value).success && jsonFlaw(written, room) === undefined
      if (!isGood) damaged.push({ store, key: keyOf(store, value), text: written })
      return isGood
    })
  const contents = Object.fromEntries(storeNames.map((store) => [store, good(store)]))
  return { contents: contents as unknown as Contents, damaged }
}
