import { branchesOf, textOfTree, treeOf, type Tree } from './tree'

type Bytes = Uint8Array<ArrayBuffer>
type StillFails = (bytes: Bytes) => Promise<boolean>

const bytesOf = (text: string): Bytes => new Uint8Array(Buffer.from(text))

const treeIn = (bytes: Bytes): Tree | undefined => treeOf(new TextDecoder().decode(bytes))

/** One pass over the tree: each item that can go, goes. */
const thinned = async (bytes: Bytes, fails: StillFails): Promise<Bytes> => {
  const tree = treeIn(bytes)
  if (!tree) return bytes
  let best = bytes
  for (const branch of branchesOf(tree))
    for (let index = branch.items.length - 1; index >= 0; index -= 1) {
      const [gone] = branch.items.splice(index, 1)
      const smaller = bytesOf(textOfTree(tree))
      if (await fails(smaller)) best = smaller
      else if (gone) branch.items.splice(index, 0, gone)
    }
  return best
}

/** Pieces cut out, halves first and ever smaller ones, for what is no JSON. */
const cut = async (bytes: Bytes, fails: StillFails): Promise<Bytes> => {
  let best = bytes
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = 0; at < best.length && at < 200 * size;) {
      const smaller = new Uint8Array(Buffer.concat([best.slice(0, at), best.slice(at + size)]))
      if (await fails(smaller)) best = smaller
      else at += size
    }
  return best
}

/** A smaller input that fails as the given one does: what a person looks at. */
export const shrink = async (bytes: Bytes, fails: StillFails): Promise<Bytes> =>
  treeIn(bytes) ? thinned(bytes, fails) : cut(bytes, fails)
