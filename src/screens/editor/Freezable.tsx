import type { ReactNode } from 'react'
import { useIsFinal } from '../../parts/session-context'
import styles from './Editor.module.css'

/** Fields and buttons that a final copy shows but does not let anybody use. */
export const Freezable = ({ children }: { readonly children: ReactNode }) => (
  <fieldset className={styles.frozen} disabled={useIsFinal()}>
    {children}
  </fieldset>
)
