import { useId } from 'react'
import { createPortal } from 'react-dom'
import { Button } from './Button'
import styles from './Toast.module.css'

interface Props {
  readonly message: string
  readonly action?: { readonly label: string; readonly run: () => void }
  /** Whether the way back takes the focus, because what had it is gone. */
  readonly takesFocus?: boolean
  readonly onClose: () => void
}

const focus = (button: HTMLButtonElement | null): void => button?.focus()

/** A word about what was just done, with a way back; it stays until it is closed or replaced. */
export const Toast = ({ message, action, takesFocus = false, onClose }: Props) => {
  const id = useId()
  return createPortal(
    <div className={styles.toast} role="region" aria-label="提示">
      <span id={id}>{message}</span>
      {action && (
        <Button ref={takesFocus ? focus : undefined} aria-describedby={id} onClick={action.run}>
          {action.label}
        </Button>
      )}
      <Button onClick={onClose}>关闭</Button>
    </div>,
    document.body,
  )
}
