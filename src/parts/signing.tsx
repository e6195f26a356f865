import { useState, type ReactNode } from 'react'
import { usePerson } from '../drafts/queries'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { PersonField, usePersonField } from './person'

interface DialogProps {
  readonly onSigned: (by: string) => void
  readonly onClose: () => void
}

const NameDialog = ({ onSigned, onClose }: DialogProps) => {
  const person = usePersonField()
  return (
    <Dialog title="填写姓名" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const by = person.sign()
          if (by !== undefined) onSigned(by)
        }}
      >
        <PersonField person={person} />
        <DialogActions>
          <Button onClick={onClose}>取消</Button>
          <Button look="primary" type="submit">
            确定
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface Signing {
  /** The name of the person at this computer; '' until it was typed. */
  readonly name: string
  /** Does something in the person's name, which is asked for where it is not known. */
  readonly signed: (work: (by: string) => void) => void
  /** Asks for another name. */
  readonly change: () => void
  readonly dialog: ReactNode
}

/** Acts of a review are done in somebody's name: it is asked for once and kept on this computer. */
export const useSigning = (): Signing => {
  const name = usePerson()
  const [waiting, setWaiting] = useState<{ readonly work: (by: string) => void } | null>(null)
  return {
    name,
    signed: (work) => (name === '' ? setWaiting({ work }) : work(name)),
    change: () => setWaiting({ work: () => undefined }),
    dialog: waiting && (
      <NameDialog
        onSigned={(by) => {
          setWaiting(null)
          waiting.work(by)
        }}
        onClose={() => setWaiting(null)}
      />
    ),
  }
}
