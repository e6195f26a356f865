import type { Format, Subsections } from '../format'
import { allSubsections, allTables } from './cells'
import { proposals } from './proposals'
import { mapCells, mapFees } from './reading'
import { newId, type Agency, type Part, type TypedReport } from './report'

/** What a unit's next report takes over from its last. */
export interface UnitInfo {
  readonly agency: Agency
  readonly headings: TypedReport['headings']
  readonly signature: TypedReport['signature']
}

export const blankUnit: UnitInfo = {
  agency: { name: '', kind: '', rulemaking: false, address: '', postcode: '', phone: '', email: '' },
  headings: 'ownLine',
  signature: { name: '', place: 'end' },
}

const proposedParts = (format: Format, id: Subsections['id']): Part[] =>
  allSubsections(format)
    .filter((block) => block.id === id)
    .flatMap(({ aspects }) => aspects)
    .filter(({ proposed }) => proposed !== 'no')
    .map((aspect) => ({
      id: newId(),
      aspect: aspect.id,
      heading: aspect.proposed === 'headed' ? aspect.heading : '',
      text: '',
    }))

/** A new report of a unit on a year: the parts that the format proposes, every figure blank, proposed title and preface. */
export const blankReport = (format: Format, year: number, unit: UnitInfo): TypedReport => {
  const report: TypedReport = {
    id: newId(),
    year,
    title: '',
    agency: { ...unit.agency },
    signedOn: '',
    preface: '',
    headings: unit.headings,
    overview: proposedParts(format, 'overview'),
    cells: mapCells(format, () => ''),
    notes: Object.fromEntries(allTables(format).map(({ id }) => [id, ''])),
    cellNotes: {},
    improvement: proposedParts(format, 'improvement'),
    handlingFee: mapFees(format, () => ''),
    other: proposedParts(format, 'other'),
    signature: { ...unit.signature },
  }
  const { title, preface } = proposals(format, report)
  return { ...report, title, preface }
}

/** A unit is the same when its trimmed NFKC name is. */
export const unitKey = (name: string): string => name.normalize('NFKC').trim()
