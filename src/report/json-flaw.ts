/** What makes a JSON text unfit to be read although a parser takes it; undefined where there is nothing. */
export type JsonFlaw = 'deep' | 'twice' | 'proto'

interface Level {
  /** The keys of an object so far; undefined for a list. */
  readonly keys: Set<string> | undefined
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
 * Looks through a JSON text before it is parsed: nesting deeper than `depth`, a key that stands twice in one object (a
 * parser would take the last and say nothing), the key `__proto__`. Of a text that is no JSON it says anything or nothing.
 */
export const jsonFlaw = (text: string, depth: number): JsonFlaw | undefined => {
  const levels: Level[] = []
  let level: Level | undefined
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      const end = endOf(text, at + 1)
      if (level?.keys && level.isKeyNext) {
        const key = keyIn(text.slice(at + 1, end))
        if (key === '__proto__') return 'proto'
        if (level.keys.has(key)) return 'twice'
        level.keys.add(key)
        level.isKeyNext = false
      }
      at = end
    } else if (code === 0x7b || code === 0x5b) {
      level = { keys: code === 0x7b ? new Set() : undefined, isKeyNext: true }
      if (levels.push(level) > depth) return 'deep'
    } else if (code === 0x7d || code === 0x5d) {
      levels.pop()
      level = levels[levels.length - 1]
    } else if (code === 0x2c && level) level.isKeyNext = true
  }
  return undefined
}
