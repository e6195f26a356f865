import type { StoreNames } from 'idb'
import type { TypedReport } from '../report/report'
import { isYear } from '../report/years'
import { readAnchor } from '../review/read-anchor'
import type { Schema, Unit, Version } from './database'
import type { Content, Draft } from './draft'
import type { ReviewCopy } from './review-copy'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
/** Milliseconds since 1970 that a Date can stand for. */
const isTime = (value: unknown): boolean => isNumber(value) && !Number.isNaN(new Date(value as number).getTime())
/** How often a record was saved: one more is another number, however often it is counted on. */
const isRevision = (value: unknown): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 52
const isTextOrNone = (value: unknown): boolean => value === undefined || isText(value)

const areTexts = (fields: Fields, ...names: readonly string[]): boolean => names.every((name) => isText(fields[name]))
const areTimes = (fields: Fields, ...names: readonly string[]): boolean => names.every((name) => isTime(fields[name]))

const isList = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every((item) => isItem(item))
const isRecord = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  isFields(value) && Object.values(value).every((item) => isItem(item))

const isTextRecord = (value: unknown): boolean => isRecord(value, isText)
const isTextList = (value: unknown): boolean => isList(value, isText)

const isAgency = (value: unknown): boolean =>
  isFields(value) &&
  areTexts(value, 'name', 'kind', 'address', 'postcode', 'phone', 'email') &&
  typeof value['rulemaking'] === 'boolean'

const isSignature = (value: unknown): boolean => isFields(value) && areTexts(value, 'name', 'place')

const isPart = (value: unknown): boolean =>
  isFields(value) && areTexts(value, 'id', 'heading', 'text') && (value['aspect'] === null || isText(value['aspect']))

const isTyped = (value: unknown): value is TypedReport =>
  isFields(value) &&
  areTexts(value, 'id', 'title', 'preface', 'headings', 'signedOn') &&
  isYear(value['year']) &&
  isAgency(value['agency']) &&
  ['overview', 'improvement', 'other'].every((list) => isList(value[list], isPart)) &&
  ['notes', 'cellNotes', 'handlingFee'].every((name) => isTextRecord(value[name])) &&
  isRecord(value['cells'], (table) => isRecord(table, isTextRecord)) &&
  isSignature(value['signature'])

const isAcceptance = (value: unknown): boolean =>
  isFields(value) && areTexts(value, 'check', 'reason') && isTextList(value['at']) && isTextList(value['values'])

/** What an event of each kind is read by; one of a kind that this copy of the app does not know is kept as it is. */
const textsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['comment', ['digest', 'text']],
  ['reply', ['to', 'text']],
  ['settle', ['to']],
  ['unsettle', ['to']],
  ['send', ['text', 'digest', 'reasons']],
  ['return', ['text', 'digest', 'reasons']],
  ['approve', ['text', 'digest', 'reasons']],
  ['waive', ['text']],
  ['require', ['text']],
  ['unfreeze', ['text', 'digest']],
])

const isEvent = (value: unknown): boolean =>
  isFields(value) &&
  areTexts(value, 'id', 'kind', 'by', 'at') &&
  !Number.isNaN(Date.parse(String(value['at']))) &&
  isNumber(value['order']) &&
  ['text', 'to', 'digest', 'reasons'].every((name) => isTextOrNone(value[name])) &&
  areTexts(value, ...(textsOf.get(String(value['kind'])) ?? [])) &&
  (value['kind'] !== 'send' || isNumber(value['version'])) &&
  (value['kind'] !== 'comment' || readAnchor(value['anchor']) !== undefined)

const isDecided = (value: unknown): boolean =>
  isFields(value) &&
  areTexts(value, 'digest', 'reasons') &&
  isFields(value['report']) &&
  isList(value['accepted'], isAcceptance)

/** A review; what older copies of the app stored in its place had no events. */
const isReview = (value: unknown): boolean =>
  value === undefined ||
  isList(value, () => false) ||
  (isFields(value) &&
    (value['events'] === undefined || isList(value['events'], isEvent)) &&
    (value['decided'] === undefined || isList(value['decided'], isDecided)))

const isFinal = (value: unknown): boolean => value === null || (isFields(value) && areTexts(value, 'at', 'digest'))

/** Whether something has the shape of what an editor holds, of whatever format. */
export const isContent = (value: unknown): value is Content =>
  isFields(value) &&
  isTyped(value['typed']) &&
  isTextList(value['filled']) &&
  isList(value['accepted'], isAcceptance) &&
  isReview(value['review']) &&
  isFinal(value['final'])

/** Whether a stored record is a draft, of whatever format; a damaged one must not be worked with. */
export const isDraft = (value: unknown): value is Draft =>
  isFields(value) &&
  areTexts(value, 'id', 'format', 'name') &&
  isRevision(value['revision']) &&
  areTimes(value, 'createdAt', 'changedAt') &&
  (value['savedBy'] === undefined || isRecord(value['savedBy'], isRevision)) &&
  isContent(value)

export const isVersion = (value: unknown): value is Version =>
  isFields(value) &&
  areTexts(value, 'draft', 'why') &&
  isTime(value['at']) &&
  isTextOrNone(value['detail']) &&
  isTextOrNone(value['name']) &&
  isDraft(value['record'])

export const isUnit = (value: unknown): value is Unit =>
  isFields(value) &&
  areTexts(value, 'draft', 'headings') &&
  isTime(value['at']) &&
  isAgency(value['agency']) &&
  isSignature(value['signature']) &&
  (value['waiver'] === undefined || (isFields(value['waiver']) && areTexts(value['waiver'], 'by', 'text')))

export const isReviewCopy = (value: unknown): value is ReviewCopy =>
  isFields(value) &&
  areTexts(value, 'id', 'format', 'file') &&
  isRevision(value['revision']) &&
  areTimes(value, 'receivedAt', 'changedAt') &&
  isTextRecord(value['unsent']) &&
  isContent(value)

/** Whether a record of each store is what this copy of the app can work with. Settings are judged by who reads them. */
export const isWholeIn = {
  drafts: isDraft,
  versions: isVersion,
  units: isUnit,
  reviews: isReviewCopy,
  settings: () => true,
} as const satisfies Readonly<Record<StoreNames<Schema>, (value: unknown) => boolean>>

/** A record that is there and cannot be read. */
export class Damaged extends Error {
  override readonly name = 'Damaged'
}
