import { copyIdOf } from '../copy-id'
import type { Draft } from '../draft'
import { modern } from '../draft'
import { dayInFigures } from './file'

/** What a report is called in what is said of a restoring. */
export const nameOfReport = ({ name = '', typed }: Pick<Draft, 'typed'> & { readonly name?: string }): string =>
  name !== '' ? name : `${typed.agency.name.trim() === '' ? '未填单位' : typed.agency.name}${typed.year}年年报`

/**
 * A draft of a backup, to stand beside the one of the same id that is here. Its id is made of its content, so that the same
 * backup restored again finds it; it is a draft, for the digest of a final copy holds the id.
 */
export const copyBeside = (stored: Draft, backedUpAt: number): Draft => {
  const draft = modern(stored)
  const id = copyIdOf(draft.id, draft)
  const name = `${nameOfReport(draft)}（${dayInFigures(backedUpAt)} 备份的内容）`
  return { ...draft, id, name, revision: 1, typed: { ...draft.typed, id }, final: null }
}
