import { Button } from './Button'
import { Dialog } from './Dialog'
import { DialogActions } from './DialogActions'
import styles from './KeysDialog.module.css'

interface Props {
  /** Each key with what it does. */
  readonly keys: readonly (readonly [string, string])[]
  readonly onClose: () => void
}

/** The keys that work on a screen. */
export const KeysDialog = ({ keys, onClose }: Props) => (
  <Dialog title="快捷键" long onClose={onClose}>
    <dl className={styles.keys}>
      {keys.map(([key, what]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
    <DialogActions>
      <Button look="primary" onClick={onClose}>
        关闭
      </Button>
    </DialogActions>
  </Dialog>
)
