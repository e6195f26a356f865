import type { ReactNode } from 'react'
import styles from './Field.module.css'

interface Props {
  readonly id: string
  readonly label: string
  readonly required?: boolean | undefined
  readonly help?: string | undefined
  readonly problem?: string | undefined
  readonly children: ReactNode
}

export const helpId = (id: string): string => `${id}-help`

/** A labelled field; the input inside carries the id and `aria-describedby={helpId(id)}`. */
export const Field = ({ id, label, required, help, problem, children }: Props) => (
  <div className={styles.field}>
    <span>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {required && <span className={styles.required}>必填</span>}
    </span>
    {children}
    {problem ? (
      <p id={helpId(id)} className={styles.problem}>
        {problem}
      </p>
    ) : (
      help && (
        <p id={helpId(id)} className={styles.help}>
          {help}
        </p>
      )
    )}
  </div>
)

export const CheckField = ({ id, label, help, children }: Props) => (
  <div className={styles.field}>
    <span className={styles.check}>
      {children}
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
    </span>
    {help && (
      <p id={helpId(id)} className={styles.help}>
        {help}
      </p>
    )}
  </div>
)
