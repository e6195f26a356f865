import { format2021 } from '../../format/2021'
import { blankReport } from '../../report/blank'
import { mapCells, mapFees } from '../../report/reading'
import { valuesOf } from '../../report/values'
import { reportOf } from '../../report/reading'
import type { Subject } from '../rule'
import { subjectOf } from '../run'
import { sets, type FigureSet, type Sentence } from './sentences'

const typedOf = (set: FigureSet, figures: Readonly<Record<string, number>>, year: number) => {
  const blank = blankReport(format2021, year, {
    agency: { name: set.name, kind: set.kind, rulemaking: false, address: '', postcode: '', phone: '', email: '' },
    headings: 'ownLine',
    signature: { name: '', place: 'end' },
  })
  const empty = { overview: [], improvement: [], other: [] }
  const cells = mapCells(format2021, ({ at }) => String(figures[at] ?? 0))
  return { ...blank, ...empty, cells, handlingFee: mapFees(format2021, ({ at }) => String(figures[at] ?? 0)) }
}

/** For tests: a report of a set's figures that says nothing but these words. */
export const subjectWith = (text: string, set: string | FigureSet, place: Sentence['in'] = 'overview'): Subject => {
  const figures = typeof set === 'string' ? sets[set] : set
  if (!figures) throw new Error(`no set ${String(set)}`)
  const aspect = place === 'overview' ? 'onRequest' : place === 'other' ? 'fee' : 'measures'
  const typed = { ...typedOf(figures, figures.cells, figures.year), [place]: [{ id: 'p1', aspect, heading: '', text }] }
  const subject = subjectOf(format2021, typed)
  if (!figures.last) return subject
  const report = reportOf(format2021, typedOf(figures, figures.last, figures.year - 1))
  return { ...subject, last: { format: format2021, report, valueAt: valuesOf(format2021, report) } }
}
