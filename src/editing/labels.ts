/** Several times the longest label of any format, with all that a page may put into it. */
const longest = 400

/**
 * A label without spaces, numbering and punctuation: published pages differ in all three. What is too long to be a label is
 * given back as it is, for it is compared hundreds of times.
 */
export const bare = (label: string): string =>
  label.length > longest
    ? label
    : label
        .normalize('NFKC')
        .replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
        .replace(/^(\(?[一二三四五六七八九十]+\)?[、.]?|\(?\d+\)?[、.]?(?=\D))/, '')
        .replace(/[\p{P}\p{S}]/gu, '')

/** Whether a text stands where a figure would: blank, a figure, or what people and spreadsheets write in its place. */
export const isFigureLike = (text: string): boolean => {
  const plain = text.normalize('NFKC').replace(/[\s'‘’\u200b-\u200d\u2060\ufeff]/g, '')
  if (plain === '' || /^([#=]|[/\\—_-]+$|(暂?无|没有|空|零|〇)$)/.test(plain)) return true
  return /^[-+−–¥约]?\d/.test(plain) && !/^(\d+[、.)](\D|$)|\d{4}年)/.test(plain)
}

/** What the labels of an axis, or of several, stand for. */
export interface Labels<T> {
  /** The line of just this label. */
  exact(text: string): T | null
  /** The line of this label, cut short or with a word added, where it can be no other. */
  find(text: string): T | null
  isHeading(text: string): boolean
}

const shortest = 4
const mostAdded = 3

const isNear = (label: string, key: string): boolean =>
  key.length < label.length
    ? key.length >= shortest && (label.startsWith(key) || label.endsWith(key))
    : label.length >= shortest && key.length - label.length <= mostAdded && key.startsWith(label)

/** Labels to look lines up by; a label that stands for two lines is none, and a heading is never a line. */
export const labelsOf = <T>(lines: readonly (readonly [string, T])[], headings: readonly string[]): Labels<T> => {
  const all = lines.map(([label, value]) => [bare(label), value] as const).filter(([key]) => key !== '')
  const above = new Set(headings.map(bare))
  const seen = new Map<string, T | null>()
  const exact = (text: string): T | null => {
    const key = bare(text)
    const same = all.filter(([label]) => label === key)
    return same.length === 1 ? (same[0]?.[1] ?? null) : null
  }
  const near = (text: string): T | null => {
    const key = bare(text)
    if (above.has(key)) return null
    const close = all.filter(([label]) => isNear(label, key))
    return close.length === 1 ? (close[0]?.[1] ?? null) : null
  }
  const isHeading = (text: string): boolean => above.has(bare(text)) && exact(text) === null
  const find = (text: string): T | null => {
    const found = seen.get(text)
    if (found !== undefined) return found
    const value = exact(text) ?? near(text)
    seen.set(text, value)
    return value
  }
  return { exact, find, isHeading }
}

/** Whether the last of some pieces of text are a label that belongs to another place, so that nothing need be told. */
export type IsElsewhere = (pieces: readonly string[]) => boolean

/** How many pieces of text a label is put together from at most, where a page breaks it. */
const mostPieces = 6

/** The line whose label the last of some pieces of text make, where a page breaks labels over lines. */
export const joined = <T>(labels: Labels<T>, pieces: readonly string[]): T | null => {
  const last = pieces[pieces.length - 1]
  if (last === undefined || labels.isHeading(last)) return null
  for (let count = 1; count <= Math.min(mostPieces, pieces.length); count += 1) {
    const found = labels.exact(pieces.slice(-count).join(''))
    if (found !== null) return found
  }
  return labels.find(last)
}

/**
 * Knows the labels that stand over or beside other cells alone, by the cells' labels: what is a label of the own cells
 * too is not elsewhere.
 */
export const elsewhere = (own: readonly string[], others: readonly string[]): IsElsewhere => {
  const labelsIn = (paths: readonly string[], but: ReadonlySet<string>): Labels<string> => {
    const words = new Map(paths.flatMap((path) => path.split(' ')).map((word) => [bare(word), word] as const))
    return labelsOf(
      [...words].filter(([key]) => !but.has(key)).map(([key, word]) => [word, key] as const),
      [],
    )
  }
  const here = labelsIn(own, new Set())
  const there = labelsIn(others, new Set(own.flatMap((path) => path.split(' ')).map(bare)))
  return (pieces) => joined(here, pieces) === null && joined(there, pieces) !== null
}
