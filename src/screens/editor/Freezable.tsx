import type { ReactNode } from 'react'
import { useIsFinal } from '../../parts/session-context'
import styles from './Editor.module.css'

/** Choices that a final copy shows but does not let anybody change: they know no read-only. */
export const Freezable = ({ children }: { readonly children: ReactNode }) => (
  <fieldset className={styles.frozen} disabled={useIsFinal()}>
    {children}
  </fieldset>
)
