import type { Verdict } from '../rule'
import { fail } from '../rule'
import { quoted, shortened, wordsOf, type Place } from './places'

/** 目的的, 标的的 and 的的确确 are right. */
const doubledDe = /(^|[^目标])(的的)(?![确士])/g

/** Words that no sentence has twice in a row: neither doubled for emphasis nor the end of one and the start of another. */
const never =
  '开展|加强|进行|积极|及时|存在|继续|按照|根据|以及|我局|我们|本局|我镇|我市|我县|我区|不断|严格|认真|结合|针对|围绕|坚持'

/** Words that may end one compound and begin the next: 公开工作|工作人员; a fault only where nothing can follow. */
const nouns = '工作|信息|情况|问题|单位|部门|平台|网站|群众|数据|内容|文件|制度|机制|人员|政策|栏目'

const doubled = new RegExp(`(${never})\\1|(${nouns})\\2(?=的|取得|得到|进行|有序|顺利|[,。、;:!?)》”\\n]|$)`, 'g')

interface Slip {
  readonly start: number
  readonly end: number
  readonly right: string
}

const slipsIn = (text: string): readonly Slip[] => [
  ...[...text.matchAll(doubledDe)].map((found) => {
    const start = (found.index ?? 0) + (found[1] ?? '').length
    return { start, end: start + 2, right: '的' }
  }),
  ...[...text.matchAll(doubled)].map((found) => {
    const start = found.index ?? 0
    return { start, end: start + found[0].length, right: found[1] ?? found[2] ?? '' }
  }),
]

/** 的的 and words written twice, each with its cure. */
export const doubledWords = (place: Place): readonly Verdict[] =>
  slipsIn(place.words.text).map(({ start, end, right }) => {
    const quote = quoted(place, start, end)
    const from = wordsOf(place, quote)
    return {
      ...fail(`“${place.label}”里“${shortened(from)}”像是多打了一遍，请核对`, [place.at]),
      quotes: [quote],
      cures: [
        {
          says: `改为“${right}”`,
          changes: [{ at: place.at, from, to: right, range: [quote.start, quote.end] as const }],
        },
      ],
    }
  })
