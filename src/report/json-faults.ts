import { quoted } from './quoted'

/** The most that a file may hold in one list, in one object, and in all. */
export const jsonLimits = { items: 20_000, keys: 5_000, values: 1_000_000 } as const

type JsonLimits = Readonly<Record<keyof typeof jsonLimits, number>>

interface Holder {
  /** Undefined for a list. */
  readonly keys: Set<string> | undefined
  key: string
  count: number
}

/** Digits and exponent without superfluous zeros: the same for the same number, however it is written. */
const plainOf = (literal: string): string | undefined => {
  const [, whole, decimals = '', exponent = '0'] = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal) ?? []
  if (whole === undefined) return undefined
  const digits = `${whole}${decimals}`.replace(/^0+/, '')
  const bare = digits.replace(/0+$/, '')
  return bare === '' ? '0' : `${bare}e${Number(exponent) - decimals.length + digits.length - bare.length}`
}

/** Whether a number of JSON is read as exactly what is written. */
const isExact = (literal: string): boolean =>
  (literal.length < 16 && /^-?\d+$/.test(literal)) || plainOf(String(Number(literal))) === plainOf(literal)

const endOfText = (text: string, from: number): number => {
  let at = from + 1
  while (text.charCodeAt(at) !== 0x22) at += text.charCodeAt(at) === 0x5c ? 2 : 1
  return at + 1
}

const number = /-?\d[\d.eE+-]*/y

/** What a scanner saw at a place in valid JSON. */
const placeOf = (holders: readonly Holder[]): string =>
  quoted(holders.map(({ keys, key, count }) => (keys ? key : String(count - 1))).join('.'), 60)

/**
 * What JSON.parse would drop or change without a word in valid JSON: a key that stands twice in one object, a number with
 * more digits than a number keeps; and what is more than any file of this program has. A sentence about the first such
 * fault; undefined where there is none.
 */
export const jsonFault = (text: string, limits: JsonLimits = jsonLimits): string | undefined => {
  const holders: Holder[] = []
  let values = 0
  let at = 0
  /** Counts a value; the sentence where it is one too many. */
  const tooMany = (): string | undefined => {
    const holder = holders[holders.length - 1]
    values += 1
    if (holder) holder.count += 1
    const most = holder?.keys ? limits.keys : limits.items
    return values > limits.values || (holder && holder.count > most)
      ? `文件中“${placeOf(holders.slice(0, -1)) || '文件'}”的内容太多，不会是年报文件，没有读入。请选择由本程序导出的 .json 文件。`
      : undefined
  }
  const onKey = (holder: Holder, keys: Set<string>, literal: string): string | undefined => {
    holder.key = literal.includes('\\') ? (JSON.parse(literal) as string) : literal.slice(1, -1)
    const isTwice = keys.has(holder.key)
    keys.add(holder.key)
    return isTwice
      ? `文件中“${placeOf(holders)}”写了两次，不知道以哪一个为准，没有读入。请用原来的程序重新导出，或者请对方核对文件。`
      : undefined
  }
  let fault: string | undefined
  let isKey = false
  while (at < text.length && fault === undefined) {
    const holder = holders[holders.length - 1]
    const character = text.charCodeAt(at)
    if (character === 0x22) {
      const end = endOfText(text, at)
      fault = isKey && holder?.keys ? onKey(holder, holder.keys, text.slice(at, end)) : tooMany()
      at = end
    } else if (character === 0x7b || character === 0x5b) {
      fault = tooMany()
      isKey = character === 0x7b
      holders.push({ keys: isKey ? new Set() : undefined, key: '', count: 0 })
      at += 1
    } else if (character === 0x7d || character === 0x5d) {
      holders.pop()
      isKey = false
      at += 1
    } else if (character === 0x2c || character === 0x3a) {
      isKey = character === 0x2c && holder?.keys !== undefined
      at += 1
    } else if (character === 0x2d || (character >= 0x30 && character <= 0x39)) {
      number.lastIndex = at
      const [literal = ''] = number.exec(text) ?? []
      fault =
        tooMany() ??
        (isExact(literal)
          ? undefined
          : `文件中“${placeOf(holders)}”的数字 ${quoted(literal, 24)} 位数太多，读入会变样，没有读入。请用原来的程序重新导出，或者请对方核对文件。`)
      at += literal.length
    } else {
      // The first letter of true, false and null stands for the whole; the rest is white space.
      if (character === 0x74 || character === 0x66 || character === 0x6e) {
        fault = tooMany()
        at += character === 0x66 ? 5 : 4
      } else at += 1
    }
  }
  return fault
}
