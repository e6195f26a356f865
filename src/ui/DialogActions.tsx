import type { ReactNode } from 'react'
import styles from './Dialog.module.css'

/** The buttons at the end of a dialog, the likeliest last. */
export const DialogActions = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.actions}>{children}</div>
)
