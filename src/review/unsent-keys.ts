import type { Finding } from '../checks/rule'
import type { Anchor } from './event'
import { readAnchor } from './read-anchor'

const remark = 'comment '

export const replyKey = (thread: string): string => `reply ${thread}`
/** A reason is for just what a finding says of its places. */
export const reasonKey = ({ rule, at, message }: Pick<Finding, 'rule' | 'at' | 'message'>): string =>
  `reason ${rule} ${at.join(' ')} ${message}`
/**
 * The key of a reason that was being written for the same rule and places before a figure in the finding changed; undefined
 * where there is none, or where it belongs to another finding of now.
 */
export const staleReasonKey = (
  texts: Readonly<Record<string, string>>,
  { rule, at }: Pick<Finding, 'rule' | 'at'>,
  findings: readonly Finding[],
): string | undefined => {
  const known = new Set(findings.map(reasonKey))
  const beginning = reasonKey({ rule, at, message: '' })
  return Object.keys(texts).find((key) => key.startsWith(beginning) && !known.has(key))
}
export const remarkKey = (anchor: Anchor): string => `${remark}${JSON.stringify(anchor)}`

/** What a remark that was not put yet is about; undefined for the keys of other texts, and where it cannot be read. */
export const anchorOfKey = (key: string): Anchor | undefined => {
  if (!key.startsWith(remark)) return undefined
  try {
    return readAnchor(JSON.parse(key.slice(remark.length)))
  } catch {
    return undefined
  }
}

const readableKey = (key: string): string =>
  key.startsWith(remark) ? remarkKey(anchorOfKey(key) ?? { kind: 'whole' }) : key

/** Texts that were not put yet, each where it is looked for: a remark on a place that cannot be read is one on the whole. */
export const readableTexts = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const readable = new Map<string, string>()
  for (const [key, text] of Object.entries(texts)) {
    const before = readable.get(readableKey(key))
    readable.set(readableKey(key), before === undefined ? text : `${before}\n${text}`)
  }
  return Object.fromEntries(readable)
}
