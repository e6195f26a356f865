import { quoteOf, type Quote } from '../normal'
import { fail, pass, unknown, type LastYear, type Rule, type Subject, type Verdict } from '../rule'
import { passagesOf, type Passage } from '../texts'
import { withLast } from './last-year'
import { isStandard, keyOf, sentencesOf } from './sentences'

interface Clause {
  readonly passage: Passage
  readonly text: string
  readonly start: number
}

/** Names, dates, documents, telephones, ordinals, hours and formulas: numbers that stay what they are. */
const fixed =
  /《[^》\n]{0,80}》|〔\d{4}〕\d{0,6}号?|第\d{1,6}|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|\d{0,6}[-+×*:][\dA-Za-z][\dA-Za-z\-+:]{0,20}|\d{5,12}(?:热线|平台)|123\d{2}|\d{7,20}|\d{1,6}号|\d{1,3}小时|\d{1,3}[A-Za-z]|[A-Za-z]\d{1,6}/g

/** The same length without the numbers that count nothing. */
const counted = (text: string): string => text.replace(fixed, (found) => '□'.repeat(found.length))

const clausesOf = (subject: Subject): readonly Clause[] =>
  sentencesOf(subject)
    .filter((sentence) => !isStandard(sentence))
    .flatMap(({ passage, text, start }) =>
      [...text.matchAll(/(?:[^,、]|,(?=\d{3}(?!\d)))+/g)].map(({ 0: clause, index }) => ({
        passage,
        text: clause,
        start: start + index,
      })),
    )
    .filter(({ text }) => /\d/.test(counted(text)))

const numbersOf = ({ passage, text, start }: Clause): readonly Quote[] =>
  [...counted(text).matchAll(/\d[\d,.]{0,15}/g)].map(({ 0: number, index }) =>
    quoteOf(passage.at, passage.words, start + index, start + index + number.replace(/[,.]$/, '').length),
  )

const shown = 3

const judge = (subject: Subject, last: LastYear): readonly Verdict[] => {
  const at = passagesOf(subject).map((passage) => passage.at)
  if (passagesOf(last).every(({ words }) => words.text === ''))
    return [unknown('上年年报没有文字，不能比较两年的数字', at)]
  const before = new Set(clausesOf(last).map(({ text }) => text))
  const same = clausesOf(subject).filter(({ text }) => before.has(text) && keyOf(text).length >= 4)
  if (same.length === 0) return [pass('文字里的数字没有与上年照旧的', at)]
  const listed = same.slice(0, shown).map(({ text }) => `“${text}”`)
  const rest = same.length > shown ? `等 ${same.length} 处` : ''
  return [
    {
      ...fail(`这些数字与上年年报一样，请看有没有忘记更新：${listed.join('、')}${rest}`, [
        ...new Set(same.map(({ passage }) => passage.at)),
      ]),
      quotes: same.flatMap(numbersOf),
    },
  ]
}

/** G2: the same words with the same number as last year are listed for a look: often they were not brought up to date. */
export const unchanged: Rule = {
  id: 'G2',
  severity: 'info',
  holds: '文字里的数字已经按本年更新',
  basis: '{law}第五十条：报告本年工作情况',
  example: {
    fault: '两年都写“全年公开信息426条”',
    message: '这些数字与上年年报一样，请看有没有忘记更新：“全年公开信息426条”',
  },
  judge: withLast('文字里的数字是否已经更新', judge),
}
