import { passagesOf, type Passage } from '../texts'
import type { Subject } from '../rule'

/** A clause of section six that speaks of the fee. Offsets are into the passage's normalised words. */
export interface FeeClause {
  readonly passage: Passage
  readonly text: string
  readonly start: number
  /** A number so far in its sentence may be of another year, another unit's or all but some. */
  readonly hedged: boolean
}

export type FeeSentence = readonly FeeClause[]

const named = /信息(?:公开)?处理费|(?:收费|缴费|缴款|交费)通知/
const dealing = /收取|收费|收缴|缴|金额|到账|通知|\d元/
/** Charges of other kinds: 停车费, 诉讼费 …; the verbs that end in 费 are none. */
const otherCharge = /行政事业性|罚|预算|经费|[\u4e00-\u9fff](?!收|缴|交|计|免|付|退|理)[\u4e00-\u9fff]费(?!用)/
const elsewhere = /全[市县区省州旗]|各(?:级|单位|部门|乡|镇|街道|局|县|区)|本系统|系统内/
const lastYear = /上年|上一年|去年|往年|历年/

const otherYear = (text: string, year: number): boolean =>
  lastYear.test(text) || [...text.matchAll(/(\d{4})年/g)].some(([, found]) => Number(found) !== year)

/** The sentences on the 信息处理费 in section six, clause by clause. What is said under another year is left out. */
export const feeSentences = (subject: Subject): readonly FeeSentence[] => {
  const { year, agency } = subject.report
  return passagesOf(subject)
    .filter(({ list }) => list === 'other')
    .flatMap((passage) => {
      let carried = passage.aspect === 'fee'
      return [...passage.words.text.matchAll(/[^。;!?\n]+/g)].flatMap(
        ({ 0: sentence, index }): readonly FeeSentence[] => {
          const isFee = named.test(sentence) || (carried && dealing.test(sentence) && !otherCharge.test(sentence))
          carried = passage.aspect === 'fee' || isFee
          if (!isFee) return []
          const hedged =
            otherYear(sentence, year) ||
            /除.{1,30}外/.test(sentence) ||
            (agency.kind !== 'government' && elsewhere.test(sentence))
          return [
            [...sentence.matchAll(/(?:[^,]|,(?=\d{3}(?!\d)))+/g)]
              .map(({ 0: text, index: at }) => ({ passage, text, start: index + at, hedged }))
              .filter(({ text }) => !otherYear(text, year) && !(otherCharge.test(text) && !named.test(text))),
          ]
        },
      )
    })
}

/** Whether section six speaks of fees that belong to notices of the year before. */
export const tellsOfLastYear = (subject: Subject): boolean =>
  passagesOf(subject).some(
    ({ list, words }) =>
      list === 'other' &&
      [...words.text.matchAll(/[^。\n]+/g)].some(
        ([text]) => dealing.test(text) && otherYear(text, subject.report.year),
      ),
  )
