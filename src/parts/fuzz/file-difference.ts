import { canonical, inTree, type Tree } from './tree'

const apart = ['totals', 'review', 'digest']

const without = (tree: Tree, keys: readonly string[]): Tree =>
  tree.kind === 'object' ? { ...tree, items: tree.items.filter(({ key }) => !keys.includes(key)) } : tree

/** The first copies of the app wrote an empty list where there was no review. */
const isNoReview = (tree: Tree | undefined): boolean =>
  isNull(tree) || (tree?.kind === 'list' && tree.items.length === 0)

const isNull = (tree: Tree | undefined): boolean => !tree || (tree.kind === 'leaf' && tree.literal === 'null')

/** Every leaf with its path; a key that stands twice gives two. */
const leavesOf = (tree: Tree | undefined, path = ''): readonly (readonly [string, string])[] =>
  !tree || isNull(tree)
    ? []
    : tree.kind === 'leaf'
      ? [[path, canonical(tree)]]
      : tree.items.length === 0 && path.split('.').length > 3
        ? [[path, '']]
        : tree.items.flatMap(({ key, value }, index) =>
            leavesOf(value, `${path}.${tree.kind === 'object' ? key : String(index)}`),
          )

const plain = (literal: string): string =>
  literal.replace(/^"(\d+)"$/, (_, digits: string) => canonical({ kind: 'leaf', literal: digits }))

/** A total that the file states and that is not the one of its figures; blank ones claim nothing. */
const wrongTotal = (before: Tree, after: Tree): string | undefined => {
  const sums = new Map(leavesOf(inTree(after, 'totals')))
  return leavesOf(inTree(before, 'totals')).find(
    ([path, literal]) => plain(sums.get(path) ?? '') !== plain(literal),
  )?.[0]
}

const listed = (tree: Tree | undefined): string =>
  tree?.kind === 'list'
    ? [...new Set(tree.items.map(({ value }) => canonical(value)))].sort().join('\n')
    : isNull(tree)
      ? ''
      : 'no list'

const firstDifferent = (before: Tree, after: Tree, path = ''): string | undefined => {
  if (canonical(before) === canonical(after)) return undefined
  if (before.kind !== 'object' || after.kind !== 'object') return `${path}: ${canonical(before).slice(0, 60)}`
  const found = before.items.map(({ key, value }) => {
    const other = inTree(after, key)
    return other ? firstDifferent(value, other, `${path}.${key}`) : `${path}.${key} is not there`
  })
  return found.find((one) => one !== undefined) ?? `${path}: more than was there, or the same twice`
}

/**
 * What stands in a report file and not in the one that the app writes after reading it: by their trees, so that nothing
 * that JSON.parse overlooks is overlooked here. Undefined where nothing is missing; totals count where the file states them.
 */
export const missingFrom = (before: Tree, after: Tree): string | undefined => {
  const rest = firstDifferent(without(before, apart), without(after, apart))
  if (rest !== undefined) return rest
  const [mine, theirs] = [inTree(before, 'review'), inTree(after, 'review')]
  for (const list of ['events', 'decided'])
    if (listed(inTree(mine, list)) !== listed(inTree(theirs, list))) return `review.${list}`
  if (!isNoReview(mine) && (mine?.kind !== 'object' || without(mine, ['events', 'decided']).kind !== 'object'))
    return 'review'
  if (mine?.kind === 'object' && mine.items.some(({ key }) => key !== 'events' && key !== 'decided'))
    return 'review: a key'
  return wrongTotal(before, after)
}
