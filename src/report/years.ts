import type { Format } from '../format'

/** The last year of a form that is still in force. */
const last = 2999

/** The years that a report of this form may be of, from the first to the last. */
export const yearsOf = ({ years }: Format): { readonly from: number; readonly to: number } => ({
  from: years.from,
  to: years.to ?? last,
})

/** Whether it is a year that a report may be of, whatever its form. */
export const isYear = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= last
