import { Button } from './Button'
import styles from './Toast.module.css'

interface Props {
  readonly message: string
  readonly action?: { readonly label: string; readonly run: () => void }
  readonly onClose: () => void
}

/** A word about what was just done, with a way back; it stays until it is closed or replaced. */
export const Toast = ({ message, action, onClose }: Props) => (
  <div className={styles.toast} role="status">
    <span>{message}</span>
    {action && <Button onClick={action.run}>{action.label}</Button>}
    <Button onClick={onClose}>关闭</Button>
  </div>
)
