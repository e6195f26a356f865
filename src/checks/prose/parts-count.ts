import type { Format } from '../../format'
import { fail, pass, type Rule, type Verdict } from '../rule'
import { proseOf, quoted, wordsOf, type Place } from './places'

const numerals = '一二三四五六七八九十'

const numberOf = (words: string): number =>
  /^\d+$/.test(words) ? Number(words) : words === '两' ? 2 : numerals.indexOf(words) + 1

const claim = /(\d{1,2}|[一二两三四五六七八九十])(?:个|大)?(?:方面|部分)/g

/** What a list has at least and at most: 和, 及 and 以及 may join two items or belong to one. */
interface Count {
  readonly least: number
  readonly most: number
}

/** 、 and 及 inside one item do not part: section titles hold them, and so do the ways to name them. */
const joined = (list: string, format: Format): string =>
  format.sections
    .map(({ title }) => title.normalize('NFKC').replace(/^.、/, ''))
    .reduce((text, title) => text.split(title).join('项'), list)
    .replace(/(复议)([^,、]{0,4})、([^,、]{0,4}诉讼)/g, '$1$2$3')
    .replace(/([收受]到|收取)、(处理|办理)/g, '$1$2')

const countOf = (list: string, format: Format): Count => {
  const items = joined(list, format)
    .split(/[、,;]/)
    .filter((item) => item !== '')
  const joints = items.join('').match(/以及|[和及与]/g)?.length ?? 0
  return { least: items.length, most: items.length + joints }
}

interface Listed extends Count {
  /** The list is only said to be part of the whole. */
  readonly isPartial: boolean
}

/** Claims read in one text: more is no prose. */
const mostClaims = 20

const leadIn = /^(?:内容)?(?:组成|构成|编写|编制|内容)?[,:]?(?:即|分别[为是]|主要?包括|具体包括|具体为|包括)?:?/

/** 六个部分：总体情况、…; only a list that stands right behind, to the end of its sentence. */
const behind = (text: string, format: Format): Listed | undefined => {
  const lead = leadIn.exec(text)?.[0] ?? ''
  if (!/[:即为是括]$/.test(lead)) return undefined
  const list = /^[^。;!?\n:]{4,400}/.exec(text.slice(lead.length))?.[0] ?? ''
  if (!list.includes('、')) return undefined
  return { ...countOf(list.replace(/等.{0,6}$/, ''), format), isPartial: /等.{0,6}$/.test(list) }
}

/** 包括总体情况、…六个部分: the list before the number, in the sentence that describes the report. */
const before = (text: string, format: Format): Listed | undefined => {
  // 由 may also name who wrote the report.
  const list = (/^.*(?:包括了?|包含了?|涵盖了?|分为)([^:;]{4,400})$/.exec(text) ??
    /^.*由([^:;]{4,400})$/.exec(text))?.[1]
  if (list === undefined || !list.includes('、') || /组成|[从对]|围绕|其中|编制/.test(list)) return undefined
  return { ...countOf(list.replace(/等.{0,4}$/, '').replace(/[,共]+$/, ''), format), isPartial: /等.{0,4}$/.test(list) }
}

/** 一是…二是…三是 after 三个方面: counted while the numbers follow one another. */
const enumerated = (text: string): Listed | undefined => {
  const first = text.indexOf('一是')
  if (first < 0 || first > 20) return undefined
  let count = 1
  let at = first + 2
  for (; count < 10; count += 1) {
    const restart = text.indexOf('一是', at)
    const next = text.indexOf(`${numerals.charAt(count)}是`, at)
    if (next < 0 || (restart >= 0 && restart < next)) break
    at = next + 2
  }
  const rest = text.slice(at)
  return { least: count, most: count, isPartial: /此外|另外|同时|最后|还有|再者/.test(rest.slice(0, 400)) }
}

const judged = (place: Place, format: Format): readonly Verdict[] => {
  const { text } = place.words
  return [...text.matchAll(claim)].slice(0, mostClaims).flatMap((found) => {
    const start = found.index ?? 0
    const end = start + found[0].length
    const claimed = numberOf(found[1] ?? '')
    if (claimed < 2 || /[\d第之占十百前后另]/.test(text.charAt(start - 1))) return []
    const sentence = /[^。!?\n]*$/.exec(text.slice(Math.max(0, start - 400), start))?.[0] ?? ''
    const rest = text.slice(end, end + 3000)
    const isOnReport = place.list === null && /报告|年报|全文|本文/.test(sentence)
    const listed = enumerated(rest) ?? (isOnReport ? (behind(rest, format) ?? before(sentence, format)) : undefined)
    if (listed === undefined) return []
    const { least, most, isPartial } = listed
    if ((claimed >= least && claimed <= most) || (isPartial && claimed > most)) return []
    const quote = quoted(place, start, end)
    return [
      {
        ...fail(
          `“${place.label}”写的是“${wordsOf(place, quote)}”，列出的是${least}个，差${claimed > least ? '+' : '−'}${Math.abs(claimed - least)}，请核对`,
          [place.at],
        ),
        quotes: [quote],
      },
    ]
  })
}

/** A22: 六个部分, 三个方面 agree with what is listed with them. */
export const countOfParts: Rule = {
  id: 'A22',
  severity: 'info',
  holds: '写明的项数（“六个方面”“六部分”）与列出的项数一致',
  basis: '常见差错',
  example: {
    fault: '写“存在两个方面的问题”，后面列了一是、二是、三是',
    message: '“五、存在的主要问题及改进情况”写的是“两个方面”，列出的是3个，差−1，请核对',
  },
  judge: (subject) => {
    const found = proseOf(subject).flatMap((place) => judged(place, subject.format))
    return found.length > 0 ? found : [pass('写的项数与列出的一致', [])]
  },
}
