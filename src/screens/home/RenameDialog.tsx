import { useState } from 'react'
import type { Draft } from '../../drafts/draft'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { DialogActions } from '../../ui/DialogActions'
import { Field, helpId } from '../../ui/Field'
import { nameOf } from '../../parts/draft-name'
import styles from './Home.module.css'

interface Props {
  readonly draft: Draft
  readonly problem: string | undefined
  readonly onRename: (name: string) => void
  readonly onClose: () => void
}

/** The name under which a draft stands in the list; the report itself keeps its title. */
export const RenameDialog = ({ draft, problem, onRename, onClose }: Props) => {
  const [name, setName] = useState(nameOf(draft))
  return (
    <Dialog title="重命名" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          onRename(name.trim())
        }}
      >
        <Field
          id="draft-name"
          label="名称"
          help="只是列表里的叫法，不改年报的标题；清空则用单位和年度。"
          problem={problem}
        >
          <input
            id="draft-name"
            type="text"
            autoComplete="off"
            maxLength={200}
            value={name}
            aria-describedby={helpId('draft-name')}
            aria-invalid={problem === undefined ? undefined : true}
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <DialogActions>
          <Button onClick={onClose}>取消</Button>
          <Button look="primary" type="submit">
            改名
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
