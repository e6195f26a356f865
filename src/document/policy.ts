import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** The source expression that lets just this style sheet pass a content security policy. */
export const sourceOf = (style: string): string =>
  `'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(style))))}'`
