import { useId, useState } from 'react'
import { longestVersionName } from '../../drafts/versions'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { DialogActions } from '../../ui/DialogActions'
import { Field, helpId } from '../../ui/Field'

interface Props {
  readonly title: string
  readonly name: string
  readonly help: string
  readonly confirm: string
  /** Whether a version must have a name. */
  readonly isRequired: boolean
  readonly onDone: (name: string) => void
  readonly onClose: () => void
}

/** Asks what a version is to be called. */
export const VersionNameDialog = ({ title, name, help, confirm, isRequired, onDone, onClose }: Props) => {
  const id = useId()
  const [typed, setTyped] = useState(name)
  const [isAsked, setIsAsked] = useState(false)
  const isMissing = isRequired && typed.trim() === ''
  const problem = isAsked && isMissing ? '请填写名称，以后凭名称找到这个版本。' : undefined
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setIsAsked(true)
          if (isMissing) {
            document.getElementById(id)?.focus()
            return
          }
          onClose()
          onDone(typed.trim())
        }}
      >
        <Field id={id} label="名称" required={isRequired} help={help} problem={problem}>
          <input
            id={id}
            type="text"
            autoComplete="off"
            maxLength={longestVersionName}
            value={typed}
            aria-required={isRequired || undefined}
            aria-describedby={helpId(id)}
            aria-invalid={problem !== undefined || undefined}
            onChange={({ target }) => setTyped(target.value)}
          />
        </Field>
        <DialogActions>
          <Button onClick={onClose}>取消</Button>
          <Button look="primary" type="submit">
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
