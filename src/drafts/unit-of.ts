import { waiving } from '../review/standing'
import type { Unit } from './database'
import type { Draft } from './draft'

/** What the next report of a draft's unit begins with. */
export const unitOf = ({ id, typed, changedAt, review }: Draft): Unit => {
  const waiver = waiving(review)
  return {
    draft: id,
    at: changedAt,
    agency: typed.agency,
    headings: typed.headings,
    signature: typed.signature,
    ...(waiver && { waiver: { by: waiver.by, text: waiver.text } }),
  }
}
