import canonicalize from 'canonicalize'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { ExchangedReport } from './schema'

/** `sha256:` and 64 hexadecimal digits over the canonical form (RFC 8785) of `{ format, report }`; the same everywhere. */
export const digestOf = (format: string, report: ExchangedReport): string =>
  `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalize({ format, report }) ?? '')))}`

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first 40 bits of a digest in Crockford's base 32, as XXXX-XXXX. */
export const shortCode = (digest: string): string => {
  const bits = BigInt(`0x${digest.replace('sha256:', '').slice(0, 10)}`)
  const letters = Array.from({ length: 8 }, (_, index) =>
    alphabet.charAt(Number((bits >> BigInt(35 - 5 * index)) & 31n)),
  )
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/** What is said where a text is mended as it is written. */
export const mendedWords = '文字中有残缺的字符，已用“\ufffd”代替，请核对。'

/** Half of a surrogate pair alone becomes U+FFFD, in every text of a value; `found` is called for each such text. */
export const wellFormed = <T>(value: T, found: () => void): T => {
  if (typeof value === 'string') {
    const mended = value.replace(/[\ud800-\udfff]/gu, '\ufffd')
    if (mended !== value) found()
    return mended as T
  }
  if (Array.isArray(value)) return value.map((item) => wellFormed(item, found)) as T
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wellFormed(item, found)])) as T
  return value
}
