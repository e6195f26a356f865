interface Searched {
  readonly words: string
  readonly before: string
  readonly after: string
}

interface Found {
  readonly start: number
  /** How many characters right before and after are those that stood there. */
  readonly fit: number
}

/** Words so long are their own proof; shorter ones need some of those that stood around them. */
const telling = 8

/** How many characters next to short words must still be there, somewhere on their side. */
const witness = 4

const sharedEnd = (a: string, b: string): number => {
  let count = 0
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1
  return count
}

const sharedStart = (a: string, b: string): number => {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1
  return count
}

const occurrencesOf = (text: string, words: string): readonly number[] => {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

/** Whether something of what stood around short words is still on its side of them. */
const isWitnessed = (text: string, { words, before, after }: Searched, start: number): boolean => {
  const left = text.slice(0, start)
  const right = text.slice(start + words.length)
  const near = before.slice(-witness)
  const next = after.slice(0, witness)
  if (near === '' && next === '') return true
  return (near === '' ? left === '' : left.includes(near)) || (next === '' ? right === '' : right.includes(next))
}

/**
 * Where words stand in a text: of several occurrences the one with most of the old words right around it. In their own text
 * short words count only beside something that stood near them; in another text words must be long or stand just so.
 */
export const findWords = (text: string, searched: Searched, where: 'own' | 'other'): Found | undefined => {
  const { words, before, after } = searched
  if (words === '') return undefined
  const isTelling = [...words].length >= telling
  const found = occurrencesOf(text, words)
    .map((start) => ({
      start,
      fit: sharedEnd(text.slice(0, start), before) + sharedStart(text.slice(start + words.length), after),
    }))
    .filter(
      ({ start, fit }) =>
        isTelling || (where === 'own' ? fit > 0 || isWitnessed(text, searched, start) : fit >= telling),
    )
  return found.reduce<Found | undefined>((best, one) => (best && best.fit >= one.fit ? best : one), undefined)
}
