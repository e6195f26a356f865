import type { Draft } from '../drafts/draft'
import { unitKey } from '../report/blank'

/** What the list calls a draft. */
export const nameOf = ({ name, typed }: Draft): string =>
  name !== '' ? name : `${typed.agency.name.trim() === '' ? '未填单位' : typed.agency.name}${typed.year}年年报`

/** Whether two drafts are of the same unit and year. */
export const isTwin = (a: Draft, b: Draft): boolean =>
  a.typed.year === b.typed.year && unitKey(a.typed.agency.name) === unitKey(b.typed.agency.name)
