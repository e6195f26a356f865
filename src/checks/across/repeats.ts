import { fail, open, pass, unknown, type LastYear, type Rule, type Subject, type Verdict } from '../rule'
import { isOwnWording, quoteOfSentence, sentencesOf, type Sentence } from './sentences'
import { withLast } from './last-year'

interface Repetition {
  readonly all: number
  readonly repeated: number
  readonly percent: number
  readonly sentences: readonly Sentence[]
}

const letters = (sentences: readonly Sentence[]): number => sentences.reduce((sum, { key }) => sum + key.length, 0)

const repetition = (now: readonly Sentence[], before: readonly Sentence[]): Repetition => {
  const known = new Set(before.map(({ key }) => key))
  const sentences = now.filter(({ key }) => known.has(key))
  const [all, repeated] = [letters(now), letters(sentences)]
  return { all, repeated, percent: all === 0 ? 0 : Math.floor((repeated * 100) / all), sentences }
}

/** Where the sentences stand, the place with most of them first. */
const placesOf = (sentences: readonly Sentence[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const { passage, key } of sentences) counts.set(passage.at, (counts.get(passage.at) ?? 0) + key.length)
  return [...counts].sort(([, a], [, b]) => b - a).map(([at]) => at)
}

const told = (message: string, sentences: readonly Sentence[]): Verdict => ({
  ...fail(message, placesOf(sentences)),
  quotes: sentences.map(quoteOfSentence),
})

/** The part that reports on last year's problems may repeat them. */
const isOfThisYear = ({ passage }: Sentence): boolean => passage.aspect !== 'lastYear'

const judgeNarrative = (subject: Subject, last: LastYear): readonly Verdict[] => {
  const written = sentencesOf(subject)
  if (written.length === 0) return [open('文字部分还没有写，写完后才能与上年比较', ['overview'])]
  const before = sentencesOf(last)
  const at = [...new Set(written.map(({ passage }) => passage.at))]
  if (before.length === 0) return [unknown('上年年报没有文字，不能比较两年的文字', at)]
  const own = written.filter((sentence) => isOwnWording(sentence) && isOfThisYear(sentence))
  if (own.length === 0) return [pass('除规范用语外没有可比较的文字', at)]
  const { all, repeated, percent, sentences } = repetition(own, before)
  if (repeated * 2 < all) return [pass(`本年文字与上年年报相同的占 ${percent}%`, at)]
  const share = `（${all} 字中的 ${repeated} 字），请按本年实际改写标出的句子`
  return [
    told(
      repeated * 10 > all * 7
        ? `大部分文字照搬上年年报：${percent}% 相同${share}`
        : `有 ${percent}% 的文字与上年年报相同${share}`,
      sentences,
    ),
  ]
}

const narrative: Rule = {
  id: 'G1',
  severity: 'warning',
  holds: '文字部分与上年年报相同的不到一半，规范用语不计',
  basis: '{law}第五十条：报告本年工作情况',
  example: {
    fault: '第一部分大半句子与上年年报一字不差',
    message: '有 63% 的文字与上年年报相同（150 字中的 95 字），请按本年实际改写标出的句子',
  },
  judge: withLast('文字与上年的重复', judgeNarrative),
}

const judgeImprovement = (subject: Subject, last: LastYear): readonly Verdict[] => {
  const of = (one: Subject): readonly Sentence[] =>
    sentencesOf(one).filter(({ passage, key }) => passage.list === 'improvement' && key !== '')
  const own = of(subject).filter(isOfThisYear)
  const title = subject.format.sections.find(({ id }) => id === 'improvement')?.title ?? ''
  if (own.length === 0) return [open(`“${title}”还没有写，写完后才能与上年比较`, ['improvement'])]
  const at = [...new Set(own.map(({ passage }) => passage.at))]
  const before = of(last)
  if (before.length === 0) return [unknown(`上年年报的“${title}”没有文字，不能比较`, at)]
  const { all, repeated, percent, sentences } = repetition(own, before)
  if (repeated * 10 <= all * 7) return [pass(`“${title}”与上年年报相同的占 ${percent}%`, at)]
  const much = percent === 100 ? '相同' : '大多相同'
  return [told(`“${title}”与上年年报${much}（相同的占 ${percent}%），请写本年的问题和改进情况`, sentences)]
}

const improvement: Rule = {
  id: 'G3',
  severity: 'warning',
  holds: '第五部分写本年的问题和改进情况，不是上年的原文',
  basis: '{law}第五十条第四项',
  example: {
    fault: '第五部分与上年年报一字不差',
    message: '“五、存在的主要问题及改进情况”与上年年报相同（相同的占 100%），请写本年的问题和改进情况',
  },
  judge: withLast('第五部分是否与上年相同', judgeImprovement),
}

/** G1 and G3: a report tells of its own year; what it says in last year's very words is marked. */
export const repeatRules: readonly Rule[] = [narrative, improvement]
