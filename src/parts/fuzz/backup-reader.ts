import fc from 'fast-check'
import { writeBackup } from '../../drafts/backup/file'
import { readBackup } from '../../drafts/backup/read'
import { anyContents, start } from '../../drafts/backup/samples'
import { decodeText } from '../../report/decode'
import type { Reader } from './reader'
import { spoilJson } from './spoil-json'
import { canonical, inTree, treeOf, type Tree } from './tree'

const drawn = fc.sample(anyContents, { seed: 1, numRuns: 20 })
const seeds = drawn.map((contents) => writeBackup({ contents, damaged: [] }, start).text)

const itemsOf = (tree: Tree | undefined, list: string): readonly string[] => {
  const found = inTree(tree, list)
  return found?.kind === 'list' ? found.items.map(({ value }) => canonical(value)) : []
}

const stores = ['drafts', 'versions', 'units', 'reviews', 'settings', 'unsent']

/** A record of the backup that is neither among those that can be restored nor, as it was, among the damaged ones. */
const missingFrom = (before: Tree, after: Tree): string | undefined => {
  const aside = inTree(after, 'damaged')
  const texts = (aside?.kind === 'list' ? aside.items : []).flatMap(({ value }) => {
    const text = inTree(value, 'text')
    const tree = text?.kind === 'leaf' ? treeOf(JSON.parse(text.literal) as string) : undefined
    return tree ? [canonical(tree)] : []
  })
  for (const store of stores) {
    const kept = new Set([...itemsOf(after, store), ...texts])
    const lost = itemsOf(before, store).find((item) => !kept.has(item))
    if (lost !== undefined) return `${store}: ${lost.slice(0, 200)}`
  }
  const damaged = new Set(itemsOf(after, 'damaged'))
  return itemsOf(before, 'damaged').find((item) => !damaged.has(item))
}

/** What 恢复 reads: a backup of everything. A record that cannot be read is set aside whole, which loses nothing. */
export const backupReader: Reader = {
  name: 'backup',
  seeds: () => seeds as [string, ...string[]],
  spoil: spoilJson,
  outcomes: ['refused', 'told'],
  valid: ['silent'],
  mostTold: 40,
  share: 3,
  read: (bytes) => {
    const text = decodeText(bytes)
    if (!text.ok) return { kind: 'refused', message: text.problem.message }
    const read = readBackup(text.value)
    if (!read.ok) return { kind: 'refused', message: read.problem.message }
    const { contents, damaged, at } = read.value
    const [before, after] = [
      treeOf(text.value.replace(/^\ufeff/, '')),
      treeOf(writeBackup({ contents, damaged }, at).text),
    ]
    if (!before || !after) throw new Error('accepted or wrote what is no JSON')
    return { kind: 'accepted', told: read.told.map(({ message }) => message), lost: missingFrom(before, after) }
  },
}
