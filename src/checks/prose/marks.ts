import type { Address } from '../../report/cells'
import { fail, type Change, type Cure, type Verdict } from '../rule'
import type { Passage } from '../texts'
import { quoted, shortened, wordsOf, type Place } from './places'
import { paragraphsOf } from './sentences'

const unended = /[\u4e00-\u9fff,、]$/
/** 地址：… on a line of its own is an entry, not a sentence. */
const entry = /^[\u4e00-\u9fff]{2,8}:/
const inner = /[,。;:、!?]/
const shortest = 12
const longestHeading = 30

/** Long enough to be a sentence, and not a heading that stands on a line of its own. */
const isSentence = (text: string): boolean =>
  text.length >= shortest && (inner.test(text) || text.length > longestHeading)

const stop = (place: Place, end: number): Cure => ({
  says: '在段末加“。”',
  changes: [{ at: place.at, from: '', to: '。', range: [end, end] }],
})

/** Paragraphs of a part that break off without a full stop. */
export const openParagraphs = (place: Place): readonly Verdict[] => {
  const paragraphs = paragraphsOf(place.words.text)
  const open = paragraphs.filter(({ text }) => isSentence(text) && unended.test(text) && !entry.test(text))
  const [first] = open
  if (first === undefined) return []
  const quotes = open.map(({ start, text }) => quoted(place, start + Math.max(0, text.length - 8), start + text.length))
  const tail = shortened(quotes[0] === undefined ? '' : wordsOf(place, quotes[0]))
  // In the middle of a text the line may have been broken off, and want no stop at all.
  const isLast = open.length === 1 && first === paragraphs[paragraphs.length - 1] && !/[,、]$/.test(first.text)
  const end = quotes[0]?.end ?? 0
  return [
    {
      ...fail(
        `“${place.label}”有${open.length > 1 ? `${open.length}段` : '一段'}末尾没有句号（“${tail.replace(/[,，]$/, '')}”），请补上`,
        [place.at],
      ),
      quotes,
      ...(isLast ? { cures: [stop(place, end)] } : {}),
    },
  ]
}

const han = '[\\u4e00-\\u9fff]'
const comma = new RegExp(`(${han}[ \\t]*),(?=[ \\t]*${han})`, 'g')
const opening = new RegExp(`(${han}[ \\t]*)\\((?=[ \\t]*${han})`, 'g')
const closing = new RegExp(`(${han}[ \\t]*)\\)(?=[ \\t]*${han})`, 'g')

const kinds = [
  { mark: comma, right: '，', name: '半角逗号' },
  { mark: opening, right: '（', name: '半角括号' },
  { mark: closing, right: '）', name: '半角括号' },
] as const

/** Half-width commas and brackets between Chinese letters, read in the source; those of the unit's own name are right. */
export const halfWidthMarks = (place: Place, name: string): readonly Verdict[] => {
  const { source } = place.words
  if (!/[,()]/.test(source)) return []
  const text = name === '' ? source : source.split(name).join('\u0000'.repeat(name.length))
  const found = kinds
    .flatMap(({ mark, right, name: kind }) =>
      [...text.matchAll(mark)].map((one) => ({ start: (one.index ?? 0) + (one[1] ?? '').length, right, kind })),
    )
    .sort((a, b) => a.start - b.start)
  const [first] = found
  if (first === undefined) return []
  const names = [...new Set(found.map(({ kind }) => kind))].join('、')
  const before = shortened(source.slice(Math.max(0, first.start - 6), first.start))
  // The last first, so that no change moves the place of another.
  const changes: readonly Change[] = [...found]
    .reverse()
    .map(({ start, right }) => ({ at: place.at, from: source.charAt(start), to: right, range: [start, start + 1] }))
  return [
    {
      ...fail(`“${place.label}”在“${before.replace(/[,()]/g, '')}”后面用了${names}，共${found.length}处，请改为全角`, [
        place.at,
      ]),
      quotes: found.map(({ start }) => ({ at: place.at, start, end: start + 1 })),
      cures: [{ says: '都改为全角', changes }],
    },
  ]
}

const numbered = /^\([一二三四五六七八九十]{1,3}\)/

/** （一） typed at the start of a paragraph: the program numbers the parts. */
export const typedNumbers = (place: Place): readonly Verdict[] => {
  const found = paragraphsOf(place.words.text).flatMap(({ start, text }) => {
    const number = numbered.exec(text)?.[0]
    return number === undefined ? [] : [{ start, end: start + number.length }]
  })
  if (found.length === 0) return []
  const quotes = found.map(({ start, end }) => quoted(place, start, end))
  const words = shortened(quotes[0] === undefined ? '' : wordsOf(place, quotes[0]))
  return [
    {
      ...fail(`“${place.label}”有段落以“${words}”开头，各段的序号由程序印出，请删去序号，或分成几段填写`, [place.at]),
      quotes,
    },
  ]
}

/** The same in a part's heading. */
export const numberedHeading = ({ at, heading }: Passage): readonly Verdict[] => {
  const words = heading.normalize('NFKC').trim()
  const number = numbered.exec(words)?.[0]
  if (number === undefined) return []
  const places: readonly Address[] = [at]
  return [fail(`小标题“${shortened(heading)}”带着序号，序号由程序印出，请删去序号`, places)]
}
