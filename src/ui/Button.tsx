import type { ComponentProps } from 'react'
import styles from './Button.module.css'

interface Props extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'primary' | 'quiet'
}

export const Button = ({ look = 'plain', className = '', type = 'button', ...rest }: Props) => (
  <button type={type} className={`${styles.button} ${look === 'plain' ? '' : styles[look]} ${className}`} {...rest} />
)
