import { Button } from './Button'
import styles from './Filter.module.css'

interface Option<T> {
  readonly id: T
  readonly label: string
  /** Left out where nothing is counted. */
  readonly count?: number
}

interface Props<T> {
  readonly label: string
  readonly options: readonly Option<T>[]
  readonly chosen: T
  readonly onChoose: (id: T) => void
}

/** Which of several kinds is shown alone. */
export const Filter = <T extends string | null>({ label, options, chosen, onChoose }: Props<T>) => (
  <div className={styles.filter} role="group" aria-label={label}>
    {options.map(({ id, label: name, count }) => (
      <Button key={id ?? ''} look="quiet" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
        {name}
        {count !== undefined && (
          <>
            {' '}
            <b>{count}</b>
          </>
        )}
      </Button>
    ))}
  </div>
)
