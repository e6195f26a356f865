import type { Path, UseFormReturn } from 'react-hook-form'
import type { Part, TypedReport } from '../report/report'

type Form = UseFormReturn<TypedReport>
type List = 'overview' | 'improvement' | 'other'

const put = (form: Form, name: Path<TypedReport>, value: string | number | boolean): void => {
  if (form.getValues(name) !== value) form.setValue(name, value)
}

const isSameRow = (before: readonly Part[], next: readonly Part[]): boolean =>
  before.length === next.length &&
  before.every(({ id, aspect }, index) => id === next[index]?.id && aspect === next[index]?.aspect)

/** Only the words that differ are written, so that a reader's place in the text stays; another row of parts is laid anew. */
const showParts = (form: Form, list: List, next: Part[]): void => {
  if (!isSameRow(form.getValues(list), next)) {
    form.setValue(list, next)
    return
  }
  for (const [index, { heading, text }] of next.entries()) {
    put(form, `${list}.${index}.heading`, heading)
    put(form, `${list}.${index}.text`, text)
  }
}

/** Shows another content's words in the fields of a form; its figures are shown by the figure book. */
export const showTyped = (form: Form, next: TypedReport): void => {
  for (const name of ['year', 'title', 'preface', 'headings', 'signedOn'] as const) put(form, name, next[name])
  for (const name of ['name', 'kind', 'rulemaking', 'address', 'postcode', 'phone', 'email'] as const)
    put(form, `agency.${name}`, next.agency[name])
  for (const name of ['name', 'place'] as const) put(form, `signature.${name}`, next.signature[name])
  for (const list of ['overview', 'improvement', 'other'] as const) showParts(form, list, next[list])
  // A field whose note is gone is emptied, then the notes are exactly those that are there.
  for (const table of Object.keys(form.getValues('notes'))) if (!(table in next.notes)) put(form, `notes.${table}`, '')
  form.setValue('notes', next.notes)
  form.setValue('cellNotes', next.cellNotes)
}
