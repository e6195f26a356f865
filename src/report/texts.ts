import { partsOf, type Report, type TypedReport } from './report'

type Worded = Pick<Report, 'title' | 'preface' | 'overview' | 'improvement' | 'other'> | TypedReport

/** The text that stands at an address: title, preface or a part of a narrative section; undefined at any other. */
export const textAt = (report: Worded, at: string): string | undefined => {
  if (at === 'title' || at === 'preface') return report[at]
  const [list = '', id] = at.split('.')
  return partsOf(report, list).find((part) => part.id === id)?.text
}
