import { cellsOf, type Address } from '../../report/cells'
import { sumOf } from '../../report/totals'
import { fail, open, pass, unknown, type Subject, type Verdict } from '../rule'
import { readingsOf } from './readings'
import type { Reading } from './summing'
import { holds, quoted, wordsOf, writes } from './saying'
import type { Read, Saying, Statement } from './statement'

const asStatement = (saying: Saying, part: Pick<Statement, 'concepts' | 'matter'>): Statement => ({
  ...saying,
  ...part,
  quantity: null,
  value: 0,
  manner: 'none',
  of: [],
  base: null,
  within: null,
  divisor: null,
  holdsCarried: false,
  isOfBoth: false,
  isTotal: false,
  isRest: false,
  hasChannel: false,
  sentence: 0,
  partition: 0,
  clause: 0,
  depth: 0,
  list: null,
})

/** Whether the cells of a reading are all 0, as the words have it. */
const judgeZero = (subject: Subject, saying: Saying, reading: Reading, wrong: string): Verdict => {
  const at: readonly Address[] = [saying.at, ...reading.plus]
  const quotes = [quoted(saying)]
  const { value, missing } = sumOf(reading.plus.map(subject.valueAt))
  if (value === null || missing > 0)
    return { ...open(`${writes(subject, saying)}，“${reading.label}”还没有填完，填完后才能核对`, at), quotes }
  if (Number(value) === 0) return { ...pass(`“${wordsOf(saying)}”与“${reading.label}”为 0 一致`, at), quotes }
  const told = `${writes(subject, saying)}，${holds(subject, reading)}`
  if (saying.standing !== 'plain') return { ...unknown(`${told}，两处口径可能不同，未能核对，请自行核对`, at), quotes }
  return {
    ...fail(`${told}，${wrong}`, at),
    sides: [
      { label: wordsOf(saying), value: '0', at: [saying.at] },
      { label: reading.label, value: String(value), at: reading.plus },
    ],
    difference: `−${value}`,
    quotes,
  }
}

const judgeKind = (subject: Subject, reads: readonly Read[], kind: Saying['kind']): readonly Verdict[] =>
  reads
    .flatMap(({ sayings }) => sayings)
    .filter((saying) => saying.kind === kind)
    .flatMap((saying) => {
      if (kind === 'allFinished')
        return readingsOf(subject.format, asStatement(saying, { concepts: ['carriedOut'], matter: 'requests' })).map(
          (reading) => judgeZero(subject, saying, reading, '并未全部办结，请核对'),
        )
      const readings = saying.disputes.flatMap((matter) =>
        readingsOf(subject.format, asStatement(saying, { concepts: ['Corrected'], matter })),
      )
      const plus = [...new Set(readings.flatMap((reading) => reading.plus))]
      const wrong = plus.filter((at) => Number(subject.valueAt(at).value ?? 0) !== 0)
      const shown = wrong.length > 0 && plus.every((at) => subject.valueAt(at).missing === 0) ? wrong : plus
      const labels = readings.length > 0 ? labelOf(subject, shown) : ''
      return [judgeZero(subject, saying, { plus: shown, minus: [], label: labels }, '请核对')]
    })

const labelOf = (subject: Subject, at: readonly Address[]): string =>
  at.map((one) => cellLabel(subject, one)).join('＋')

const cellLabel = (subject: Subject, at: Address): string => cellsOf(subject.format).get(at)?.label ?? at

/** Catalogue F11: 全部办结 holds only where nothing is carried to the next year. */
export const judgeCompletion = (subject: Subject, reads: readonly Read[]): readonly Verdict[] =>
  judgeKind(subject, reads, 'allFinished')

/** Catalogue E3: 未发生复议纠错、诉讼败诉 holds only where no case was corrected. */
export const judgeCorrections = (subject: Subject, reads: readonly Read[]): readonly Verdict[] =>
  judgeKind(subject, reads, 'neverCorrected')
