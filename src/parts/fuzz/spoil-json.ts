import type { Random } from '../../checks/seeded/random'
import { branchesOf, textOfTree, treeOf, type Branch, type Leaf, type Tree } from './tree'

const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  'then',
  'toJSON',
  'length',
  'type',
  'version',
  'format',
  'digest',
  'report',
  'typed',
  'id',
  '',
  'a\u202eb',
  '键',
] as const

const literals = [
  'null',
  'true',
  'false',
  '0',
  '-0',
  '-1',
  '1.5',
  '5.0',
  '1e3',
  '1e400',
  '-1e400',
  '5e-324',
  '0.1000000000000000055',
  '5.0000000000000000001',
  '999999999',
  '1000000000',
  '9007199254740993',
  '12345678901234567890',
  '""',
  '" "',
  '"0"',
  '"007"',
  '"5"',
  '"１２３"',
  '"1.2万"',
  '"NaN"',
  '"Infinity"',
  '"0x10"',
  '"1e3"',
  '"=cmd|\' /C calc\'!A0"',
  '"<img src=x onerror=alert(1)>"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u0000\\u0007\\u001b"',
  '"\\u202e\\u2066\\u200f"',
  '"2024-02-30"',
  '"2024年1月5日"',
  '"2099"',
  '{}',
  '[]',
  '[[]]',
  '[null]',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":null,"valueOf":1}',
] as const

const copyOf = (tree: Tree): Tree =>
  tree.kind === 'leaf'
    ? { ...tree }
    : { kind: tree.kind, items: tree.items.map(({ key, value }) => ({ key, value: copyOf(value) })) }

const raw = (literal: string): Leaf => ({ kind: 'leaf', literal })

/** A literal out of the ordinary; now and then one of a size that no report has. */
const odd = (random: Random): Leaf => {
  if (!random.chance(0.06)) return raw(random.pick(literals))
  const length = random.int(100, 30_000)
  return raw(
    random.pick([
      () => `"${'9'.repeat(length)}"`,
      () => '9'.repeat(length),
      () => `"${'１'.repeat(length)}"`,
      () => `"${'<b>&'.repeat(length)}"`,
      () => `[${Array.from({ length }, () => '0').join()}]`,
      () => `${'['.repeat(length)}${']'.repeat(length)}`,
      () => `${'{"a":'.repeat(length)}1${'}'.repeat(length)}`,
      () => `{${Array.from({ length }, (_, index) => `"k${index}":0`).join()}}`,
    ])(),
  )
}

interface Spot {
  readonly branch: Branch
  readonly index: number
}

const insert = ({ branch, index }: Spot, key: string, value: Tree): void => {
  branch.items.splice(index, 0, { key, value })
}

type Spoil = (spot: Spot, random: Random, other: Spot) => void

const itemAt = ({ branch, index }: Spot): Branch['items'][number] | undefined => branch.items[index]

const replace = (spot: Spot, value: Tree): void => {
  const item = itemAt(spot)
  if (item) item.value = value
}

const marks = [
  '\u0000',
  '\u001b',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u200b',
  '\ud800',
  '\udfff',
  '１',
  '𝟙',
  '\u0301',
] as const

const spoils: readonly [Spoil, ...Spoil[]] = [
  ({ branch, index }) => branch.items.splice(index, 1),
  (spot, random) => insert(spot, random.pick(keys), odd(random)),
  // The same key or part once more, with the same value or another.
  (spot, random) => {
    const item = itemAt(spot)
    if (item) insert(spot, item.key, random.chance(0.5) ? copyOf(item.value) : odd(random))
  },
  (spot, random) => {
    const item = itemAt(spot)
    if (item) item.key = random.pick(keys)
  },
  (spot, random) => replace(spot, odd(random)),
  (spot, random) => replace(spot, odd(random)),
  (spot, random) => {
    const item = itemAt(spot)
    if (item?.value.kind !== 'leaf') return
    if (item.value.literal.startsWith('"')) {
      const words = JSON.parse(item.value.literal) as string
      const at = random.int(0, words.length)
      item.value = raw(JSON.stringify(`${words.slice(0, at)}${random.pick(marks)}${words.slice(at)}`))
    } else if (/^\d/.test(item.value.literal))
      item.value = raw(random.pick([`"${item.value.literal}"`, `${item.value.literal}.0`, `-${item.value.literal}`]))
  },
  // Two places exchanged, or one put in the place of another: sections, tables, parts, texts.
  (spot, _, other) => {
    const [mine, theirs] = [itemAt(spot), itemAt(other)]
    if (mine && theirs) [mine.value, theirs.value] = [copyOf(theirs.value), copyOf(mine.value)]
  },
  (spot, _, other) => {
    const theirs = itemAt(other)
    if (theirs) replace(spot, copyOf(theirs.value))
  },
  (spot, random) => {
    const item = itemAt(spot)
    if (item)
      replace(spot, { kind: random.pick(['object', 'list'] as const), items: [{ key: 'a', value: item.value }] })
  },
]

const spotIn = (tree: Branch, random: Random): Spot => {
  const branches = branchesOf(tree).filter(({ items }) => items.length > 0)
  const branch = random.chance(0.25) ? tree : random.pick([tree, ...branches])
  return { branch, index: random.int(0, Math.max(0, branch.items.length - 1)) }
}

/** A valid JSON text with one thing in its structure or its values changed; as it was where it is no object or list. */
export const spoilJson = (json: string, random: Random): string => {
  const tree = treeOf(json)
  if (!tree || tree.kind === 'leaf') return json
  random.pick(spoils)(spotIn(tree, random), random, spotIn(tree, random))
  return textOfTree(tree)
}
