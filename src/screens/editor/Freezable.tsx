import type { KeyboardEvent, ReactNode, SyntheticEvent } from 'react'
import { useIsFixed } from '../../parts/session-context'
import styles from './Editor.module.css'

const keep = (event: SyntheticEvent): void => event.preventDefault()

const keepFromMouse = (event: SyntheticEvent): void => {
  event.preventDefault()
  if (event.target instanceof HTMLElement) event.target.focus()
}

const keepFromKeys = (event: KeyboardEvent): void => {
  if (event.key !== 'Tab' && !event.ctrlKey && !event.metaKey && !/^F\d/.test(event.key)) event.preventDefault()
}

/** Choices know no read-only: where nothing can be changed they are reached and read as ever, and stay as they are. */
export const Freezable = ({ children }: { readonly children: ReactNode }) =>
  useIsFixed() ? (
    <fieldset
      className={styles.frozen}
      aria-disabled="true"
      onMouseDownCapture={keepFromMouse}
      onClickCapture={keep}
      onKeyDownCapture={keepFromKeys}
    >
      {children}
    </fieldset>
  ) : (
    <fieldset className={styles.frozen}>{children}</fieldset>
  )
