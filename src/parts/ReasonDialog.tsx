import { useId, useState } from 'react'
import { isReason, leastReason } from '../report/acceptance'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { Field, helpId } from '../ui/Field'
import { unsentOf } from './draft-unsent'
import { PersonField, usePersonField } from './person'
import { useSession } from './session-context'
import { useUnsent } from './unsent'
import styles from './ReasonDialog.module.css'

interface Props {
  readonly title: string
  readonly about: string
  readonly hint: string
  readonly placeholder?: string | undefined
  /** What it is kept for until it is handed in. */
  readonly unsentKey: string
  /** What stands in it where nothing is kept. */
  readonly draft?: string | undefined
  readonly confirm: string
  /** Whether the person's name is asked for as well. */
  readonly signed?: boolean
  /** Does it, and tells whether it was done; `by` is '' where no name is asked for. */
  readonly onDone: (reason: string, by: string) => boolean
  readonly onClose: () => void
}

/** Asks for a reason of at least ten characters. */
export const ReasonDialog = ({
  title,
  about,
  hint,
  placeholder,
  unsentKey,
  draft = '',
  confirm,
  signed = false,
  onDone,
  onClose,
}: Props) => {
  const id = useId()
  const [kept, keep] = useUnsent(unsentOf(useSession().form.getValues('id')), unsentKey)
  const [isWritten, setIsWritten] = useState(false)
  const reason = isWritten || kept !== '' ? kept : draft
  const [isTold, setIsTold] = useState(false)
  const [isRefused, setIsRefused] = useState(false)
  const person = usePersonField()
  const length = [...reason.replace(/\s/g, '')].length
  const save = (): void => {
    setIsTold(true)
    if (!isReason(reason)) {
      document.getElementById(id)?.focus()
      return
    }
    const by = signed ? person.sign() : ''
    if (by === undefined) return
    if (onDone(reason.trim(), by)) {
      keep('')
      onClose()
    } else setIsRefused(true)
  }
  return (
    <Dialog title={title} refused={isRefused} onClose={onClose}>
      <p className={styles.about}>{about}</p>
      <div className={styles.fields}>
        <Field
          id={id}
          label="理由"
          required
          help={`至少 ${leastReason} 个字。${hint}`}
          problem={
            isTold && !isReason(reason) ? `理由至少 ${leastReason} 个字，现在 ${length} 个字，请写具体些。` : undefined
          }
        >
          <textarea
            id={id}
            rows={3}
            placeholder={placeholder}
            value={reason}
            aria-required
            aria-describedby={helpId(id)}
            aria-invalid={(isTold && !isReason(reason)) || undefined}
            onChange={({ target }) => {
              setIsWritten(true)
              keep(target.value)
            }}
          />
        </Field>
        {signed && <PersonField person={person} />}
      </div>
      <DialogActions>
        <Button onClick={onClose}>取消</Button>
        <Button look="primary" onClick={save}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
