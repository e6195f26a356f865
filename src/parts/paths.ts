import type { Path } from 'react-hook-form'
import type { Cell } from '../report/cells'
import type { TypedReport } from '../report/report'

/** Where a cell's text stands in the form. */
export const pathOf = ({ at, column }: Cell): Path<TypedReport> =>
  (column === '' ? at : `cells.${at}`) as Path<TypedReport>
