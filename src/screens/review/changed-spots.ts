import { sentencesIn } from '../../document/sentences'
import type { Format } from '../../format'
import { cellsOf } from '../../report/cells'
import { placedLinesOf } from '../../report/lines'
import { headingAddress, typedTextAt } from '../../report/places'
import { reportOf } from '../../report/reading'
import { partsOf, type TypedReport } from '../../report/report'
import { valuesOf } from '../../report/values'
import type { Spot } from './spots'

const lists = ['overview', 'improvement', 'other'] as const

const sentencesOf = (text: string) =>
  placedLinesOf(text).flatMap((line) =>
    sentencesIn(line.text).map(({ start, end }) => ({
      words: line.text.slice(start, end),
      start: line.start + start,
      end: line.start + end,
    })),
  )

/** Cells whose value is another, computed ones too, and sentences that did not stand in their text before. */
export const changedSpots = (format: Format, before: TypedReport, after: TypedReport): readonly Spot[] => {
  const [was, is] = [before, after].map((typed) => valuesOf(format, reportOf(format, typed)))
  const cells = [...cellsOf(format).keys()].filter((at) => was?.(at).value !== is?.(at).value)
  const texts = [
    'title',
    'preface',
    ...lists.flatMap((list) => partsOf(after, list).flatMap(({ id }) => [headingAddress(list, id), `${list}.${id}`])),
  ]
  return [
    ...cells.map((at) => ({ at })),
    ...texts.flatMap((at): readonly Spot[] => {
      const [old, now = ''] = [before, after].map((typed) => typedTextAt(format, typed, at))
      if (old === now) return []
      if (at.endsWith('.heading')) return [{ at }]
      const known = new Set(sentencesOf(old ?? '').map(({ words }) => words))
      return sentencesOf(now).flatMap(({ words, start, end }) => (known.has(words) ? [] : [{ at, start, end }]))
    }),
  ]
}
