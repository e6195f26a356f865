import type { Format, Table } from '../../format'
import type { Axis } from '../../format/format'
import { lines, places, summed } from '../../report/axis'
import { addressOf, allTables, cellsOf, type Address } from '../../report/cells'
import type { Matter } from './statement'

/** One right way to read a number: the cells that it adds up and those that it leaves out. */
export interface Reading {
  readonly plus: readonly Address[]
  readonly minus: readonly Address[]
  /** In the format's own words. */
  readonly label: string
}

const tableOf = (format: Format, id: string): Table | undefined => allTables(format).find((table) => table.id === id)

const labelIn = (axis: Axis, id: string): string => {
  for (const { line, headings } of places(axis)) {
    if (line.id === id) return line.label
    const heading = headings.find((one) => one.id === id)
    if (heading) return heading.label
  }
  return ''
}

/** （二）部分公开（区分处理的，…） without its long remark. */
const short = (label: string): string => label.replace(/（[^（）]{9,}）$/, '')

const linesOf = (axis: Axis, id: string): readonly string[] =>
  lines(axis).some((line) => line.id === id) ? [id] : summed(axis, [id])

/** The rows of table three that a row or heading adds up. */
export const rowsOf = (format: Format, id: string): readonly string[] => {
  const table = tableOf(format, 'requests')
  return table ? linesOf(table.rows, id) : []
}

/** A row of table three, in one column where it is named. */
export interface Sum {
  readonly row: string
  readonly column?: string
}

/** The reading that adds up rows of table three, some left out. */
export const summing = (format: Format, plus: readonly Sum[], minus: readonly Sum[] = []): Reading => {
  const table = tableOf(format, 'requests')
  if (!table) return { plus: [], minus: [], label: '' }
  const cells = ({ row, column = 'total' }: Sum): readonly Address[] =>
    linesOf(table.rows, row).flatMap((line) =>
      linesOf(table.columns, column).map((place) => addressOf(table.id, line, place)),
    )
  const label = ({ row, column }: Sum): string =>
    [short(labelIn(table.rows, row)), column === undefined ? '' : labelIn(table.columns, column)]
      .filter((part) => part !== '')
      .join(' ')
  return {
    plus: plus.flatMap(cells),
    minus: minus.flatMap(cells),
    label: [plus.map(label).join('＋'), ...minus.map((one) => label(one))].join('－'),
  }
}

const blocksOf = (dispute: Matter | null): readonly string[] =>
  dispute === 'review'
    ? ['review']
    : dispute === 'direct'
      ? ['direct']
      : dispute === 'afterReview'
        ? ['afterReview']
        : dispute === 'litigation'
          ? ['direct', 'afterReview']
          : ['review', 'direct', 'afterReview']

/** The reading that adds up what became of cases in blocks of table four. */
export const inCases = (format: Format, disputes: readonly Matter[], results: readonly string[]): Reading => {
  const table = tableOf(format, 'disputes')
  const blocks = [...new Set(disputes.flatMap(blocksOf))]
  const plus = blocks.flatMap((block) => results.map((result) => addressOf('disputes', 'cases', `${block}${result}`)))
  const labels = plus.map((at) => cellsOf(format).get(at)?.label ?? '')
  const heading = disputes.map((dispute) => (table ? labelIn(table.columns, dispute) : ''))
  const isWhole =
    results.length === 1 && results[0] === 'Total' && !disputes.includes('cases') && heading.every((one) => one !== '')
  return {
    plus,
    minus: [],
    label: isWhole
      ? heading.map((one) => `${one}${labelIn(table?.columns ?? [], 'reviewTotal')}`).join('＋')
      : labels.join('＋'),
  }
}
