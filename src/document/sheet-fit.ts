/** An entry of a list on the review sheet: paragraphs, the first leading. */
export type Entry = readonly string[]

/** A paragraph with the most lines that it may take; a longer one is cut there, visibly. */
export interface Fitted {
  readonly text: string
  readonly lines: number
  /** Whether some of it is likely not to be seen. */
  readonly isCut: boolean
}

/** What of a list is shown; `left` entries are not. */
export interface FittedList {
  readonly entries: readonly (readonly Fitted[])[]
  readonly left: number
}

/** Wide estimates for whatever face a computer has: better a line too many than a page too many. */
const widthOf = (letter: string): number =>
  /[mwMW@%]/.test(letter) ? 0.95 : /[A-Z]/.test(letter) ? 0.75 : letter < '\u0250' ? 0.58 : letter > '\uffff' ? 1.4 : 1

/** How many lines of a width in ems a text takes. A line loses up to a character at a mark that may not begin one. */
export const linesFor = (text: string, ems: number): number =>
  Math.max(1, Math.ceil([...text].reduce((sum, letter) => sum + widthOf(letter), 0) / (ems - 1)))

/** The most lines of one paragraph: the first with which everything fits, else the last. */
const least = 2
const clamps = [30, 8, 5, 3, least] as const

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const fitted = (entry: Entry, ems: number, clamp: number): readonly Fitted[] =>
  entry.map((text) => {
    const lines = linesFor(text, ems)
    return { text, lines: Math.min(clamp, lines), isCut: lines > clamp }
  })

const heightOf = (entry: readonly Fitted[]): number => sum(entry.map(({ lines }) => lines))

/** The lines of a list of which so many entries are shown; the rest is counted in a line of its own. */
const linesOf = (list: readonly (readonly Fitted[])[], shown: number): number =>
  sum(list.slice(0, shown).map(heightOf)) + (shown < list.length ? 1 : 0)

/** How many entries of each list are shown: one more, again and again, of the list that has least of those that can. */
const shared = (lists: readonly (readonly (readonly Fitted[])[])[], capacity: number): readonly number[] => {
  const shown = lists.map(() => 0)
  for (;;) {
    const lines = lists.map((list, index) => linesOf(list, shown[index] ?? 0))
    const next = lists
      .flatMap((list, index) => {
        const now = shown[index] ?? 0
        if (now === list.length) return []
        const more = linesOf(list, now + 1) - (lines[index] ?? 0)
        return sum(lines) + more <= capacity ? [{ index, has: lines[index] ?? 0 }] : []
      })
      .sort((a, b) => a.has - b.has)[0]
    if (!next) return shown
    shown[next.index] = (shown[next.index] ?? 0) + 1
  }
}

/**
 * Lays lists into a number of lines, `ems` wide: whole where they fit, else paragraphs are cut and then lists. There must
 * be a line for each list.
 */
export const fit = (lists: readonly (readonly Entry[])[], capacity: number, ems: number): readonly FittedList[] => {
  const at = (clamp: number) => lists.map((list) => list.map((entry) => fitted(entry, ems, clamp)))
  const fits = (clamp: number): boolean => sum(at(clamp).map((list) => linesOf(list, list.length))) <= capacity
  const all = at(clamps.find(fits) ?? least)
  const shown = shared(all, capacity)
  return all.map((list, index) => ({
    entries: list.slice(0, shown[index]),
    left: list.length - (shown[index] ?? 0),
  }))
}
