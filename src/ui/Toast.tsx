import { useEffect, useId, useRef } from 'react'
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

let stack: HTMLElement | undefined

/** Where such words stand, one below the other; the styles know how much of the window's foot they take. */
const stackOf = (): HTMLElement => {
  if (stack) return stack
  const made = document.createElement('div')
  made.className = styles.stack ?? ''
  document.body.append(made)
  new ResizeObserver(() => {
    const height = made.offsetHeight
    document.documentElement.style.setProperty('--toasts', height === 0 ? '0px' : `${height + 16}px`)
  }).observe(made)
  stack = made
  return made
}

/** A word about what was just done, with a way back; it stays until it is closed or replaced. */
export const Toast = ({ message, action, takesFocus = false, onClose }: Props) => {
  const id = useId()
  const own = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Esc is first for what is written or asked; of several words it closes the last.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (document.querySelector('dialog[open]') || own.current?.nextElementSibling) return
      event.preventDefault()
      onClose()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [onClose])
  return createPortal(
    <div ref={own} className={styles.toast} role="region" aria-label="提示">
      <span id={id}>{message}</span>
      {action && (
        <Button ref={takesFocus ? focus : undefined} aria-describedby={id} onClick={action.run}>
          {action.label}
        </Button>
      )}
      <Button onClick={onClose}>关闭</Button>
    </div>,
    stackOf(),
  )
}
