import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useIsFixed, useSession } from '../../parts/session-context'
import type { Cell } from '../../report/cells'
import { Field, helpId } from '../../ui/Field'

/** A note on one cell, printed with a number under its table. */
export const CellNote = ({ cell: { at } }: { readonly cell: Cell }) => {
  const { form, changed, mend } = useSession()
  const { [at]: note } = useWatch({ control: form.control, name: 'cellNotes' })
  // White space alone is no note, yet it is how one may begin: it stands in the field only.
  const [blank, setBlank] = useState('')
  const id = `cellNotes.${at}`
  const write = (words: string): void => {
    const isBlank = words.trim() === ''
    setBlank(isBlank ? words : '')
    const { [at]: _before, ...others } = form.getValues('cellNotes')
    form.setValue('cellNotes', isBlank ? others : { ...others, [at]: words })
    changed('cellNotes')
  }
  return (
    <Field id={id} label="本格注释" help="编号印在表下，如“其中修订16件”。">
      <textarea
        id={id}
        rows={2}
        value={note ?? blank}
        readOnly={useIsFixed()}
        aria-describedby={helpId(id)}
        onChange={({ target }) => write(target.value)}
        onBlur={() => mend('cellNotes')}
      />
    </Field>
  )
}
