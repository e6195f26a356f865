/** What makes a JSON text unfit to be read although a parser takes it; undefined where there is nothing. */
export type JsonFlaw = 'deep' | 'proto'

interface Level {
  readonly isObject: boolean
  isKeyNext: boolean
}

const endOf = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at += 1
    else if (code === 0x22) return at
  }
  return text.length
}

const keyIn = (raw: string): string => {
  if (!raw.includes('\\')) return raw
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    return raw
  }
}

/**
 * Looks through a JSON text before it is parsed: nesting deeper than `depth`, the key `__proto__`. Of a text that is no JSON
 * it says anything or nothing. What a parser would drop or round is `jsonFault`'s to find.
 */
export const jsonFlaw = (text: string, depth: number): JsonFlaw | undefined => {
  const levels: Level[] = []
  let level: Level | undefined
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      const end = endOf(text, at + 1)
      if (level?.isObject && level.isKeyNext) {
        if (keyIn(text.slice(at + 1, end)) === '__proto__') return 'proto'
        level.isKeyNext = false
      }
      at = end
    } else if (code === 0x7b || code === 0x5b) {
      level = { isObject: code === 0x7b, isKeyNext: true }
      if (levels.push(level) > depth) return 'deep'
    } else if (code === 0x7d || code === 0x5d) {
      levels.pop()
      level = levels[levels.length - 1]
    } else if (code === 0x2c && level) level.isKeyNext = true
  }
  return undefined
}
