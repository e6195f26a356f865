import type { Anchor } from './event'

/** What a remark is about, as far as it is whole: just what an anchor of its kind says. */
export const readAnchor = (raw: unknown): Anchor | undefined => {
  if (typeof raw !== 'object' || raw === null) return undefined
  const textOf = (name: string): string | undefined => {
    const text: unknown = Reflect.get(raw, name)
    return typeof text === 'string' ? text : undefined
  }
  const [section, at, value] = ['section', 'at', 'value'].map(textOf)
  const [words, before, after] = ['words', 'before', 'after'].map(textOf)
  switch (textOf('kind')) {
    case 'whole':
      return { kind: 'whole' }
    case 'section':
      return section === undefined ? undefined : { kind: 'section', section }
    case 'place':
      return at === undefined || value === undefined ? undefined : { kind: 'place', at, value }
    case 'words':
      return at === undefined || words === undefined || before === undefined || after === undefined
        ? undefined
        : { kind: 'words', at, words, before, after }
    default:
      return undefined
  }
}
