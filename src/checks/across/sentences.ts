import { quoteOf, type Quote } from '../normal'
import { passagesOf, type Passage } from '../texts'
import type { Reported } from '../rule'

/** A sentence of the narrative with what it is compared by: its letters only, every number a mask. */
export interface Sentence {
  readonly passage: Passage
  readonly text: string
  /** Where it starts in the passage's normalised words. */
  readonly start: number
  readonly key: string
}

/** The letters of a text with every number masked, its leading number dropped: what two years' sentences have in common. */
export const keyOf = (text: string): string =>
  text
    .replace(/^\(?[一二三四五六七八九十\d]{1,3}\)?[是、.]/, '')
    .replace(/\d[\d,.]{0,15}/g, '#')
    .replace(/[^\p{L}#]/gu, '')

const known = new WeakMap<Reported, readonly Sentence[]>()

/** A report's sentences of sections one, five and six in their order; a semicolon ends one too. Read once for each. */
export const sentencesOf = (reported: Reported): readonly Sentence[] => {
  const found =
    known.get(reported) ??
    passagesOf(reported).flatMap((passage) =>
      [...passage.words.text.matchAll(/[^。;!?\n]+/g)].map(({ 0: text, index }) => ({
        passage,
        text,
        start: index,
        key: keyOf(text),
      })),
    )
  known.set(reported, found)
  return found
}

/** The place of a sentence in its source. */
export const quoteOfSentence = ({ passage, text, start }: Sentence): Quote =>
  quoteOf(passage.at, passage.words, start, start + text.length)

const shortest = 12

/**
 * What every report says in nearly the same words: the law it follows, that nothing was charged, nobody held to account,
 * nothing else is to be told, and that no application or case came. Saying it again is no repetition.
 */
const standard =
  /信息(?:公开)?处理费|(?:收费|缴费|缴款)通知|责任追究|(?:无|没有)其他(?:需要|应当|应)?报告|(?:未|没有|无).{0,20}(?:申请|复议|诉讼)|(?:根据|按照|依据|依照).{0,40}(?:条例|规定|要求).{0,60}(?:编制|报告如下)|报告如下/

/** Whether a sentence is standard wording. */
export const isStandard = ({ text }: Sentence): boolean => standard.test(text)

/** Whether a sentence is long enough and no standard wording, so that repeating it says something. */
export const isOwnWording = (sentence: Sentence): boolean => sentence.key.length >= shortest && !isStandard(sentence)
