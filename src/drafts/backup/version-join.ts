import canonicalize from 'canonicalize'
import type { Version } from '../database'
import type { Sifted } from './contents'

const keyOf = (draft: string, at: number): string => `${draft} ${at}`

const sameBut = (a: Version, b: Version): boolean =>
  canonicalize({ ...a, at: 0, name: '' }) === canonicalize({ ...b, at: 0, name: '' })

/** Brings versions to those that are here: each once, none in the place of another, all at their time or right after it. */
export const createVersionJoin = (here: Sifted) => {
  const known = new Map(here.contents.versions.map((version) => [keyOf(version.draft, version.at), version]))
  const taken = new Set(here.damaged.flatMap(({ store, key }) => (store === 'versions' ? [key] : [])))
  const written = new Map<string, Version>()
  const tally = { added: 0, same: 0 }

  const put = (version: Version): void => {
    const key = keyOf(version.draft, version.at)
    known.set(key, version)
    written.set(key, version)
  }

  /** `count` is what it counts in; nothing for one that is no version of the backup. */
  const add = (version: Version, count = tally): void => {
    for (let { at } = version; ; at += 1) {
      const key = keyOf(version.draft, at)
      const found = known.get(key)
      if (!found && !taken.has(key)) {
        put({ ...version, at })
        count.added += 1
        return
      }
      const name = version.name ?? ''
      if (!found || !sameBut(found, version)) continue
      if (name === '' || found.name === name) {
        count.same += 1
        return
      }
      if ((found.name ?? '') === '') {
        put({ ...found, name })
        count.added += 1
        return
      }
    }
  }

  return {
    add,
    /** Keeps what is here before it is replaced; that is no version of the backup and not counted. */
    keep: (version: Version): void => {
      let { at } = version
      while (known.has(keyOf(version.draft, at)) || taken.has(keyOf(version.draft, at))) at += 1
      put({ ...version, at })
    },
    writes: (): readonly Version[] => [...written.values()],
    tally: () => tally,
  }
}
