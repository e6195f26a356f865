/**
 * JSON as it is written, not as JSON.parse sees it: keys that stand twice stay twice, a number keeps its digits. Kept apart
 * from the readers on purpose: what they overlook must show here.
 */
export type Tree = Leaf | Branch
export interface Leaf {
  readonly kind: 'leaf'
  /** As it stands in the file. */
  literal: string
}
export interface Branch {
  readonly kind: 'object' | 'list'
  readonly items: { key: string; value: Tree }[]
}

const space = /[ \t\r\n]*/y
const text = /"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

const isJson = (json: string): boolean => {
  try {
    JSON.parse(json)
    return true
  } catch {
    return false
  }
}

/** The tree of a JSON text; undefined where it is none, or is deeper than a stack is safe. */
export const treeOf = (json: string): Tree | undefined => {
  if (!isJson(json)) return undefined
  let at = 0
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(json)?.[0]
    at += found?.length ?? 0
    return found
  }
  const skipTo = (mark: string): boolean => {
    take(space)
    if (json[at] !== mark) return false
    at += 1
    return true
  }
  const branch = (kind: Branch['kind'], end: string, depth: number): Branch | undefined => {
    const items: Branch['items'] = []
    if (skipTo(end)) return { kind, items }
    do {
      take(space)
      const key = kind === 'object' ? take(text) : ''
      if (key === undefined || (kind === 'object' && !skipTo(':'))) return undefined
      const inner = value(depth + 1)
      if (!inner) return undefined
      items.push({ key: kind === 'object' ? (JSON.parse(key) as string) : '', value: inner })
    } while (skipTo(','))
    return skipTo(end) ? { kind, items } : undefined
  }
  const value = (depth: number): Tree | undefined => {
    if (depth > 200) return undefined
    if (skipTo('{')) return branch('object', '}', depth)
    if (skipTo('[')) return branch('list', ']', depth)
    const literal = take(text) ?? take(word)
    return literal === undefined ? undefined : { kind: 'leaf', literal }
  }
  const tree = value(0)
  take(space)
  return at === json.length ? tree : undefined
}

/** The text of a tree. */
export const textOfTree = (tree: Tree): string =>
  tree.kind === 'leaf'
    ? tree.literal
    : tree.kind === 'list'
      ? `[${tree.items.map(({ value }) => textOfTree(value)).join(',')}]`
      : `{${tree.items.map(({ key, value }) => `${JSON.stringify(key)}:${textOfTree(value)}`).join(',')}}`

/** Every branch of a tree, the tree itself first. */
export const branchesOf = (tree: Tree): Branch[] =>
  tree.kind === 'leaf' ? [] : [tree, ...tree.items.flatMap(({ value }) => branchesOf(value))]

/** What stands under some keys, one inside the other; of keys that stand twice the last. */
export const inTree = (tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined => {
  const [first, ...rest] = keys
  if (first === undefined) return tree
  if (tree?.kind !== 'object') return undefined
  return inTree([...tree.items].reverse().find(({ key }) => key === first)?.value, ...rest)
}

/** A number's value in digits of any length: sign, digits, exponent. */
const numberIn = (literal: string): string => {
  const [, sign = '', whole = '', decimals = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal) ?? []
  const digits = `${whole}${decimals}`.replace(/^0+/, '')
  const bare = digits.replace(/0+$/, '')
  const power = BigInt(exponent) - BigInt(decimals.length) + BigInt(digits.length - bare.length)
  return bare === '' ? '0' : `${sign}${bare}e${power}`
}

/** The same for the same content, whatever the layout, the order of keys and the spelling of texts and numbers. */
export const canonical = (tree: Tree): string => {
  if (tree.kind === 'leaf')
    return tree.literal.startsWith('"')
      ? JSON.stringify(JSON.parse(tree.literal))
      : /^[tfn]/.test(tree.literal)
        ? tree.literal
        : numberIn(tree.literal)
  if (tree.kind === 'list') return `[${tree.items.map(({ value }) => canonical(value)).join()}]`
  return `{${tree.items
    .map(({ key, value }) => `${JSON.stringify(key)}:${canonical(value)}`)
    .sort()
    .join()}}`
}
