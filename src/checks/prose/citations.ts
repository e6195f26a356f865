import { formats } from '../../format'
import type { Format } from '../../format'
import { fail, pass, type Rule, type Verdict } from '../rule'
import { proseOf, quoted, wordsOf, writtenOf, type Place } from './places'

/** What stands wrong in a place, what should stand there, and where. */
interface Wrong {
  readonly start: number
  readonly end: number
  readonly message: string
  readonly right?: string
}

interface Title {
  readonly name: string
  /** What stands between the title and the number. */
  readonly gap: string
}

const reach = 120

/** The last title in 《》 before a number in the same sentence, without its marks; else the first one close behind it. */
const titleAt = (text: string, start: number, end: number): Title | undefined => {
  const before = text.slice(Math.max(0, start - reach), start)
  const found = /《([^《》。\n]*)》([^《》。!?\n]*)$/.exec(before)
  if (found) return { name: found[1] ?? '', gap: found[2] ?? '' }
  const after = /^([^。!?\n《》]{0,12})《([^《》\n]{1,60})》/.exec(text.slice(end, end + reach))
  return after ? { name: after[2] ?? '', gap: after[1] ?? '' } : undefined
}

const decree = /(?:国务院令|国令|国务院)[(〔[【]?第?(\d{1,4})号|第(\d{1,4})号(?:国务院令|国令|令)/g

const wrongDecrees = ({ words: { text } }: Place, { law }: Format): readonly Wrong[] => {
  const right = /\d+/.exec(law.order)?.[0] ?? ''
  const name = law.name.replace(/[《》]|中华人民共和国/g, '')
  return [...text.matchAll(decree)].flatMap((found) => {
    const number = found[1] ?? found[2] ?? ''
    const start = found.index ?? 0
    const title = titleAt(text, start, start + found[0].length)
    // The law is cited by its name or, once introduced, as 《条例》; the decrees of other laws have other numbers.
    const isCited =
      title !== undefined && (title.name.endsWith(name) || title.name === '条例') && !/[、;]/.test(title.gap)
    if (!isCited || number === right) return []
    // 第492号公布，第711号修订: the law's whole history.
    if (text.slice(Math.max(0, start - 40), start + 40).includes(`${right}号`)) return []
    const at = start + found[0].indexOf(number)
    return [
      {
        start: at,
        end: at + number.length,
        message: `${law.name}是${law.order}，这里写的是第${number}号，请改为第${right}号`,
        right,
      },
    ]
  })
}

const series = '国办公开办函'
const bracketed = '[(〔[【{]?(\\d{4})[)〕\\]】}]?第?(\\d{1,4})号'
const misspelt = new RegExp(`国办公开(?!办函)[\\u4e00-\\u9fff]{0,3}(?=${bracketed})|公开办涵`, 'g')
const cited = new RegExp(`国办[\\u4e00-\\u9fff]{1,5}${bracketed}`, 'g')

const wrongSeries = ({ words: { text } }: Place): readonly Wrong[] =>
  [...text.matchAll(misspelt)].map((found) => {
    const start = (found.index ?? 0) - (text.slice(0, found.index).endsWith('国办') && found[0] === '公开办涵' ? 2 : 0)
    const end = (found.index ?? 0) + found[0].length
    const right = text.slice(start, end).startsWith('国办') ? series : series.slice(2)
    return { start, end, message: `文号“${text.slice(start, end)}”应为“${right}”，请改正`, right }
  })

const documentOf = ({ authority }: Format): string => authority.document.normalize('NFKC')

/** A document cited for the form: another form's, or the right name with a wrong number. */
const wrongDocuments = ({ words: { text } }: Place, format: Format): readonly Wrong[] => {
  const right = format.authority.document
  const older = formats.filter(({ years }) => years.from < format.years.from)
  return [...text.matchAll(cited)].flatMap((found) => {
    const [words, year = '', number = ''] = found
    const start = found.index ?? 0
    const end = start + words.length
    const plain = `${series}〔${year}〕${number}号`
    const title = titleAt(text, start, end)
    const isForm =
      title !== undefined && /年度报告格式/.test(title.name) && /^(?:的?(?:通知|要求))?[(〔[【]?$/.test(title.gap)
    const isOlder = older.some((one) => documentOf(one) === plain && words.startsWith(series))
    // A misspelt series is told of by itself.
    if ((!isForm && !isOlder) || (plain === documentOf(format) && words.startsWith('国办公开'))) return []
    const message = isOlder
      ? `“${words}”是${older[0]?.years.from ?? ''}年起的旧格式，${format.years.from}年起的报告应引用${right}，请改正`
      : `年度报告格式的文号是${right}，这里写的是“${words}”，请改正`
    return [{ start, end, message, ...(isForm ? { right } : {}) }]
  })
}

const verdictOf = (place: Place, { start, end, message, right }: Wrong): Verdict => {
  const quote = quoted(place, start, end)
  const from = wordsOf(place, quote)
  return {
    ...fail(message, [place.at]),
    quotes: [quote],
    ...(right === undefined
      ? {}
      : {
          cures: [
            { says: `改为${right}`, changes: [{ at: place.at, from, to: right, range: [quote.start, quote.end] }] },
          ],
        }),
  }
}

/** A12: the law and the form are cited by their right numbers, in any of the ways in which offices write them. */
export const citations: Rule = {
  id: 'A12',
  severity: 'warning',
  holds: '引用条例和格式的文号正确',
  basis: '{law}；{form}',
  example: {
    fault: '《中华人民共和国政府信息公开条例》（国务院令第771号）',
    message: '《中华人民共和国政府信息公开条例》是国务院令第711号，这里写的是第771号，请改为第711号',
  },
  judge: (subject) => {
    const { format } = subject
    const found = writtenOf(subject).flatMap((place) =>
      /[令函涵]/.test(place.words.text)
        ? [...wrongDecrees(place, format), ...wrongSeries(place), ...wrongDocuments(place, format)].map((wrong) =>
            verdictOf(place, wrong),
          )
        : [],
    )
    if (found.length > 0) return found
    const at = proseOf(subject)
      .filter(({ words }) => words.text.includes('号'))
      .map((place) => place.at)
    return [pass('引用的文号没有发现错误', at)]
  },
}
