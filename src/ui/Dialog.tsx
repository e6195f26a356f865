import { useCallback, useId, type ReactNode } from 'react'
import styles from './Dialog.module.css'

interface Props {
  readonly title: string
  /** For what is too wide for a dialog of words. */
  readonly wide?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A modal dialog: opens when it is mounted, Esc closes it, the focus goes back to where it was. */
export const Dialog = ({ title, wide = false, onClose, children }: Props) => {
  const id = useId()
  const show = useCallback((dialog: HTMLDialogElement | null) => {
    if (!dialog) return undefined
    const before = document.activeElement
    dialog.showModal()
    return () => {
      dialog.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={show}
      className={`${styles.dialog} ${wide ? styles.wide : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}
