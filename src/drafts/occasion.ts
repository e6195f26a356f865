/** On what occasion a version is kept; of `bulk`, `merged`, `replaced`, `deleted`, `reopened` and `restored` it is what was before. */
export type Why =
  | 'sent'
  | 'returned'
  | 'approved'
  | 'final'
  | 'reopened'
  | 'imported'
  | 'replaced'
  | 'merged'
  | 'deleted'
  | 'bulk'
  | 'work'
  | 'named'
  | 'restored'

/** Why a version is kept, what it says more of that, and what somebody calls it. */
export interface Occasion {
  readonly why: Why
  readonly detail?: string
  readonly name?: string
}

/** What a stored version tells of its occasion; older copies of the app had other words. */
export interface Marked {
  readonly at: number
  readonly why: string
  readonly name?: string
}

const passing: readonly string[] = ['bulk', 'work', 'imported'] satisfies readonly Why[]

const before: readonly string[] = ['reopened', 'replaced', 'merged', 'deleted', 'restored'] satisfies readonly Why[]

/** Whether a version is kept for ever: all but those of everyday work, and those with a name; an unknown word is kept. */
export const isProtected = ({ why, name = '' }: Omit<Marked, 'at'>): boolean => name !== '' || !passing.includes(why)

/** Whether a version need not be stored beside the newest one, which has the same content. */
export const isTold = (
  occasion: Occasion & Omit<Marked, 'at'>,
  newest: Marked & { readonly detail?: string },
): boolean => {
  if (!isProtected(occasion)) return true
  // An open editor must be able to tell a draft that was deleted from a store that another program cleared.
  if (occasion.why === 'deleted') return newest.why === 'deleted'
  if (before.includes(occasion.why)) return isProtected(newest)
  return occasion.why === newest.why && occasion.detail === newest.detail && occasion.name === newest.name
}
