import { jsonFault } from './json-faults'
import { done, refused, type Result } from './result'

/** The most that a file may hold, in bytes, and how deep its JSON may nest. */
export const fileLimits = { bytes: 20_000_000, depth: 40 } as const

const depthOf = (text: string): number => {
  let depth = 0
  let most = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at)
    if (quoted) {
      if (character === 0x5c) at += 1
      else if (character === 0x22) quoted = false
    } else if (character === 0x22) quoted = true
    else if (character === 0x5b || character === 0x7b) most = Math.max(most, (depth += 1))
    else if (character === 0x5d || character === 0x7d) depth -= 1
  }
  return most
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * JSON of bounded depth and size; a byte order mark is let pass, `__proto__` stays an ordinary key. Refuses what JSON.parse
 * would drop or change without a word: keys that stand twice, numbers of more digits than a number keeps.
 */
export const parseBounded = (text: string): Result<unknown> => {
  const bare = text.replace(/^\ufeff/, '')
  if (depthOf(bare) > fileLimits.depth) return refused('文件嵌套过深，不是年报文件，请选择由本程序导出的 .json 文件。')
  const value = parsed(bare)
  if (value === undefined) return refused('文件不是年报文件，或者没有传完整，请选择由本程序导出的 .json 文件。')
  const fault = jsonFault(bare)
  return fault === undefined ? done(value) : refused(fault)
}
