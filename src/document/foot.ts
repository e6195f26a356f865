import { shortCode } from '../report/digest'
import { dayOf } from '../report/dates'
import type { Final } from '../review/file'
import type { Review } from '../review/review'
import { sendingOf, sendingsOf, waiverOf, type State } from '../review/standing'
import type { Foot } from './document'
import { changedWords, codeWord, finalWord, unsentWord, versionWords } from './words'

/** Which sending a content is, in words, or that it has changed since the last; '' where the unit needs no approval. */
export const versionOf = (review: Review, state: State): string => {
  if (waiverOf(review) !== undefined) return ''
  const sending = sendingOf(review, state)
  if (sending) return versionWords(sending.version)
  const sendings = sendingsOf(review)
  const last = sendings[sendings.length - 1]
  return last ? changedWords(last.version) : unsentWord
}

interface When {
  readonly final: Final | null
  /** The moment of printing, in milliseconds: what is not final is dated by it. */
  readonly now: number
}

/** What ties a printed copy to its data: version, day and code. The code is the same wherever the content is. */
export const footOf = (review: Review, state: State, { final, now }: When): Foot => {
  const isSent = sendingOf(review, state) !== undefined
  return {
    version: final && !isSent ? '' : versionOf(review, state),
    date: final ? `${finalWord} ${dayOf(Date.parse(final.at))}` : dayOf(now),
    code: shortCode(state.digest),
  }
}

/** The foot as one line. */
export const footText = ({ version, date, code }: Foot): string =>
  [version, date, `${codeWord} ${code}`].filter((part) => part !== '').join('　')

/** A text as a string of a style sheet: every character but plain letters, digits and Chinese is escaped. */
export const cssString = (text: string): string =>
  `'${text.replace(/[^ \-0-9A-Za-z\u3000\u4e00-\u9fff]/gu, (letter) => `\\${(letter.codePointAt(0) ?? 0).toString(16)} `)}'`

const box = (side: 'left' | 'right', text: string): string =>
  `@bottom-${side}{content:${cssString(text)};margin:7mm 0 0;padding-top:5pt;font:9pt '宋体','SimSun','Noto Serif CJK SC',serif;white-space:nowrap;vertical-align:top}`

/** The page style that puts the foot opposite the page number, which stands on the outer side. */
export const footStyle = (foot: Foot): string => {
  const text = footText(foot)
  return `@page :right{${box('left', text)}}@page :left{${box('right', text)}}`
}
