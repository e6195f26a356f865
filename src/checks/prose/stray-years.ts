import type { Place } from './places'
import { sentencesOf, withoutTitles } from './sentences'
import {
  attributive,
  change,
  counts,
  future,
  head,
  history,
  improvedSince,
  isOwnBody,
  isUnit,
  named,
  ofRegion,
  opening,
  otherReason,
  promises,
  tellsOwnWork,
  work,
  yearsEnd,
} from './year-words'

const yearNumber = /(\d{4})年/g

const hasOtherYear = (text: string, reported: number): boolean =>
  [...text.matchAll(yearNumber)].some(([, year]) => Number(year) !== reported)

const speaksOf = (text: string, year: number): boolean => text.includes(`${year}`)

/** Deeds told of both years in neighbouring sentences are a comparison: 2024年收到90件。2025年收到120件。 */
const isCompared = (sentence: string, neighbour: string | undefined, year: number): boolean => {
  if (neighbour === undefined || !speaksOf(neighbour, year)) return false
  const verbs = /收到|新收|受理|办理|办结|答复|制发|公开|发布|收取|召开|举办/g
  return (sentence.match(verbs) ?? []).some((verb) => neighbour.includes(verb))
}

/** The year that a report is on, and the unit whose it is. */
export interface Reported {
  readonly year: number
  /** The unit's name. */
  readonly unit: string
}

/** A year at a clause's head, and what stands before and behind it. */
interface Head {
  readonly year: number
  readonly before: string
  readonly isAsOf: boolean
  /** It stands in the sentence's first clause. */
  readonly isFirst: boolean
  readonly end: number
  readonly after: string
}

const headsIn = (sentence: string): readonly Head[] =>
  [...sentence.matchAll(head)].map(({ 0: whole, 2: before = '', 3: asOf, 4: digits, index = 0 }) => ({
    year: Number(digits),
    before,
    isAsOf: asOf !== '',
    isFirst: index === 0,
    end: index + whole.length,
    after: sentence.slice(index + whole.length),
  }))

/** Whether a year stands over the unit's own work, as it would when the sentence was taken over from another report. */
const isStray = ({ year, before, isAsOf, isFirst, after }: Head, reported: Reported, sentence: string): boolean => {
  if (year === reported.year || Math.abs(year - reported.year) > 10 || named.test(after)) return false
  if (!opening.test(before) && !isUnit(before, reported.unit)) return false
  if (attributive.test(after) || (!isFirst && change.test(sentence))) return false
  if (isAsOf) return year < reported.year && yearsEnd.test(after)
  if (future.test(after) || !(tellsOwnWork.test(after) || isOwnBody(after, reported.unit))) return false
  // What is told of a region, as one event, or of another year than the last is more often history: only with numbers.
  const isLast = year === reported.year - 1
  if (isLast && !ofRegion.test(after) && !history.test(after.replace(/^度?[,、]?/, ''))) return true
  const isComing = year === reported.year + 1 && !promises.test(sentence)
  return counts.test(sentence) && (year < reported.year || isComing)
}

/** Where the years stand under which a text reports the unit's own work though the report is on another year. */
export const strayYearsIn = (place: Place, reported: Reported): readonly number[] => {
  const text = withoutTitles(place.words.text)
  if (!hasOtherYear(text, reported.year)) return []
  const sentences = sentencesOf(text)
  return sentences.flatMap(({ start, text: sentence }, index) => {
    if (!hasOtherYear(sentence, reported.year) || speaksOf(sentence, reported.year)) return []
    if (otherReason.test(sentence)) return []
    if (place.list === 'improvement' && (improvedSince.test(sentence) || promises.test(sentence.slice(0, 8)))) return []
    const stray = headsIn(sentence).find((one) => isStray(one, reported, sentence))
    if (stray === undefined) return []
    const neighbours = [sentences[index - 1], sentences[index + 1]]
    if (neighbours.some((one) => isCompared(sentence, one?.text, reported.year))) return []
    return [start + stray.end - 5]
  })
}

/** The preface calls the report itself by another year. */
const selfNamed = /(\d{4})年度?政府信息公开(?:工作)?(?:年度)?(?:报告|年报)/g

/** 结合2024年度政府信息公开工作实际 in the preface, wherever it stands in its sentence. */
const workOfYear = new RegExp(`(\\d{4})年度?${work}`, 'g')

/** Where the preface calls the report, or the work reported on, by another year. */
export const selfNamedYearsIn = (place: Place, reported: number): readonly number[] =>
  [selfNamed, workOfYear].flatMap((words) =>
    [...withoutTitles(place.words.text).matchAll(words)].flatMap(({ 1: digits, index = 0 }) =>
      Number(digits) === reported ? [] : [index],
    ),
  )
