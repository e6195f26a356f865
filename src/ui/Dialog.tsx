import { useCallback, useEffect, useId, type ReactNode } from 'react'
import styles from './Dialog.module.css'

interface Props {
  readonly title: string
  /** For what is too wide for a dialog of words. */
  readonly wide?: boolean
  /** What was asked for could not be done: it says so, and the page can be reached to see to the reason. */
  readonly refused?: boolean
  /** It is at work and stays until that is done: Esc does nothing. */
  readonly stays?: boolean
  /** There may be more of it than the window shows: it is read from its title on. */
  readonly long?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A modal dialog: opens when it is mounted, Esc closes it, the focus goes back to where it was. */
export const Dialog = ({
  title,
  wide = false,
  refused = false,
  stays = false,
  long = false,
  onClose,
  children,
}: Props) => {
  const id = useId()
  const show = useCallback(
    (dialog: HTMLDialogElement | null) => {
      if (!dialog) return undefined
      const before = document.activeElement
      if (refused) dialog.show()
      else dialog.showModal()
      if (long) {
        dialog.querySelector('h2')?.focus({ preventScroll: true })
        dialog.scrollTop = 0
      }
      return () => {
        dialog.close()
        if (before instanceof HTMLElement) before.focus()
      }
    },
    [refused, long],
  )
  useEffect(() => {
    if (!stays) return undefined
    // The second Esc closes a dialog whatever becomes of `cancel`, wherever the focus is.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [stays])
  return (
    <dialog
      ref={show}
      className={`${styles.dialog} ${wide ? styles.wide : ''} ${refused ? styles.beside : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        if (!stays) onClose()
      }}
      onKeyDown={(event) => {
        // The browser closes a dialog on Esc only while nothing else can be reached. The word that says why stays.
        if (!refused || event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={id} className={styles.title} tabIndex={long ? -1 : undefined}>
        {title}
      </h2>
      {refused && (
        <p role="alert" className={styles.refused}>
          没有办成，写下的还在这里。请先照页面上的提示做，再回来点一次。
        </p>
      )}
      {children}
    </dialog>
  )
}
