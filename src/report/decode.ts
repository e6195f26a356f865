import { done, refused, type Result } from './result'

const says = (encoding: string): string =>
  `文件的文字编码是 ${encoding}，不是 UTF-8，可能被别的程序另存过，没有读入。请用原来的程序重新导出；或者用“记事本”打开它，另存为 UTF-8 编码，再打开。`

const damaged =
  '文件里有读不出的字节，不是完整的 UTF-8 文字，可能没有传完整或被改动过，没有读入。请用原来的程序重新导出，或者请对方重新发来。'

const startsWith = (bytes: Uint8Array, ...marks: readonly number[]): boolean =>
  marks.every((mark, index) => bytes[index] === mark)

/** Without a mark, text in UTF-16 shows by the zeros beside its first signs: a file of ours opens with a bracket. */
const isUtf16 = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xff, 0xfe) ||
  startsWith(bytes, 0xfe, 0xff) ||
  (bytes.length > 3 && (bytes[0] === 0) !== (bytes[1] === 0) && (bytes[0] === 0 ? bytes[2] === 0 : bytes[3] === 0))

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A file in the national encoding whose first sign is that of JSON, and whose every word is one. */
const isGb18030 = (bytes: Uint8Array): boolean => {
  const text = decoded(bytes, 'gb18030')
  return text !== undefined && /^\s*[[{]/.test(text) && !/[\ue000-\uf8ff]/.test(text)
}

/**
 * The text of a file's bytes: UTF-8, with or without a byte order mark. Refuses every other encoding and damaged bytes with
 * what to do; nothing is ever replaced.
 */
export const decodeText = (bytes: Uint8Array): Result<string> => {
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) return refused(says('UTF-32'))
  if (isUtf16(bytes)) return refused(says('UTF-16'))
  const text = decoded(bytes, 'utf-8')
  if (text !== undefined) return done(text)
  return refused(isGb18030(bytes) ? says('GB18030（国标码，也叫 ANSI）') : damaged)
}
