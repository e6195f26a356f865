import { seal, type Event } from './event'

const digest = /^sha256:[0-9a-f]{64}$/

const textIn = (item: object, key: string): string | undefined => {
  const value: unknown = Reflect.get(item, key)
  return typeof value === 'string' ? value : undefined
}

const openingOf = (item: unknown, index: number): readonly Event[] => {
  if (typeof item !== 'object' || item === null) return []
  const [at = '', reason, of = ''] = [textIn(item, 'at'), textIn(item, 'reason'), textIn(item, 'digest')]
  if (Number.isNaN(Date.parse(at)) || reason === undefined || !digest.test(of)) return []
  const time = new Date(Date.parse(at)).toISOString()
  return [seal({ kind: 'unfreeze', order: index + 1, at: time, by: '', text: reason, digest: of })]
}

/** The openings of a final copy as a review part held them, under `reopened`, before there were events. */
export const openingsOf = (raw: object): readonly Event[] => {
  const list: unknown = Reflect.get(raw, 'reopened')
  return Array.isArray(list) ? list.slice(0, 1_000).flatMap(openingOf) : []
}
