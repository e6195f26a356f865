import type { Address } from '../../report/cells'
import { normalOf, type Quote } from '../normal'
import { fail, pass, type Rule, type Subject, type Verdict } from '../rule'
import { passagesOf } from '../texts'
import { quoted, shortened, wordsOf, writtenOf, type Place } from './places'

interface Leftover {
  readonly words: RegExp
  readonly isLesser?: true
}

/** 有待补充, 亟待补充 speak of something that is still wanting, and are no leftovers. */
const leftovers: readonly Leftover[] = [
  { words: /\(文字描述[^()\n]{0,40}\)?/g },
  { words: /[该此]部分以[^。;\n]{1,12}形式报告/g },
  { words: /(?:^|\n)(?:\d[.、])?注意事项:[^\n]{0,40}/g },
  { words: /【】/g },
  { words: /(?:^|[^有尚亟急仍还需期等])(待补充)(?=$|[)】〕\]。,;、…\n])/g },
  { words: /×{2,}/g, isLesser: true },
  { words: /(?:^|[^A-Za-z0-9+/._@&=-])([Xx]{2,})(?![A-Za-z0-9+/._@=-])/g, isLesser: true },
]

interface Found {
  readonly start: number
  readonly end: number
  readonly isLesser: boolean
}

const leftoversIn = (text: string): readonly Found[] =>
  leftovers
    .flatMap(({ words, isLesser = false }) =>
      [...text.matchAll(words)].map((found) => {
        const [whole, inner] = found
        const indent = inner === undefined ? (/^\n?/.exec(whole)?.[0].length ?? 0) : whole.lastIndexOf(inner)
        const start = (found.index ?? 0) + indent
        return { start, end: start + (inner ?? whole.slice(indent)).length, isLesser }
      }),
    )
    .sort((a, b) => a.start - b.start)

const most = 5

/** Only what says nothing whatever else stands around it can be deleted with one click. */
const isEmpty = (words: string): boolean => /^[（(]文字描述[^（）()]*[）)]$|^【】$/.test(words)

const curesFor = (place: Place, quotes: readonly Quote[]): Pick<Verdict, 'cures'> => {
  const empty = quotes.filter((quote) => isEmpty(wordsOf(place, quote)))
  const [first] = empty
  if (!first) return {}
  const changes = empty.map((quote) => ({
    at: quote.at,
    from: wordsOf(place, quote),
    to: '',
    range: [quote.start, quote.end] as const,
  }))
  return { cures: [{ says: `删去“${shortened(wordsOf(place, first), 20)}”`, changes }] }
}

/** The places of one text: each leftover of the template by itself, placeholders together. */
const judged = (place: Place, quotable: boolean): readonly Verdict[] => {
  const found = leftoversIn(place.words.text)
  const verdict = (some: readonly Found[], isLesser: boolean): readonly Verdict[] => {
    const [first] = some
    if (first === undefined) return []
    const quotes = some.map(({ start, end }) => quoted(place, start, end))
    const words = shortened(quotes[0] === undefined ? '' : wordsOf(place, quotes[0]), 20)
    const others = some.length > 1 ? `等${some.length}处` : ''
    return [
      {
        ...fail(
          isLesser
            ? `“${place.label}”里有“${words}”${others}，像是没有填的占位，请填写实际内容`
            : `“${place.label}”里有模板文字“${words}”${others}，请删去或换成实际内容`,
          [place.at],
        ),
        ...(quotable ? { quotes: quotes.slice(0, most) } : {}),
        ...(isLesser ? { lesser: true as const } : {}),
        ...(quotable ? curesFor(place, quotes.slice(0, most)) : {}),
      },
    ]
  }
  return [
    ...verdict(
      found.filter(({ isLesser }) => !isLesser),
      false,
    ),
    ...verdict(
      found.filter(({ isLesser }) => isLesser),
      true,
    ),
  ]
}

/** Single lines that are printed too: title, unit, signature and the headings of the parts. */
const linesOf = (subject: Subject): readonly Place[] => {
  const { format, report } = subject
  const label = (id: string): string => format.front.find((field) => field.id === id)?.label ?? ''
  const line = (at: Address, name: string, text: string): Place => ({
    at,
    label: name,
    list: null,
    words: normalOf(text),
  })
  return [
    line('agency.name', label('agency.name'), report.agency.name),
    // Where the unit's own name holds a placeholder, the title that is made from it need not be told of.
    line('title', label('title'), report.title.split(report.agency.name).join('')),
    line('signature.name', label('signature.name'), report.signature.name ?? ''),
    ...passagesOf(subject).map(({ at, heading }) => line(at, '小标题', heading)),
  ]
}

/** A13: nothing of a template or a placeholder remains in the text. */
export const templateRemains: Rule = {
  id: 'A13',
  severity: 'error',
  lesser: { severity: 'warning', when: '文中有叉号占位' },
  holds: '没有留下模板文字或占位符号',
  basis: '{form}附件模板；常见差错',
  example: {
    fault: '总体情况只写着“（文字描述）”',
    message: '“一、总体情况”里有模板文字“（文字描述）”，请删去或换成实际内容',
  },
  judge: (subject) => {
    const found = [
      ...linesOf(subject).flatMap((place) => judged(place, false)),
      ...writtenOf(subject).flatMap((place) => judged(place, true)),
    ]
    return found.length > 0 ? found : [pass('没有发现模板文字和占位符号', [])]
  },
}
