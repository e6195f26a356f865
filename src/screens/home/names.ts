import type { Draft } from '../../drafts/draft'

/** What the list calls a draft. */
export const nameOf = ({ name, typed }: Draft): string =>
  name !== '' ? name : `${typed.agency.name.trim() === '' ? '未填单位' : typed.agency.name}${typed.year}年年报`
