import canonicalize from 'canonicalize'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { contentOf, type Content } from './draft'

/** The id of a copy of a draft that stands beside it, made of its content: whoever makes the same copy again finds it. */
export const copyIdOf = (id: string, content: Content): string => {
  const hash = bytesToHex(sha256(utf8ToBytes(canonicalize({ id, ...contentOf(content) }) ?? '')))
  return `r${hash.slice(0, 32)}`
}
