import { memo, type ComponentProps } from 'react'
import type { Cell } from '../report/cells'
import { pathOf } from './paths'
import { useMark, useSession } from './session-context'
import styles from './Table.module.css'

interface Props extends Pick<ComponentProps<'input'>, 'className'> {
  readonly cell: Cell
  readonly labelled?: boolean
}

/** A text box for one figure. Its keys, entry and leaving are handled by the table or list around it. */
export const FigureInput = memo(({ cell, labelled = false }: Props) => {
  const { form, ledger } = useSession()
  const mark = useMark(cell.at)
  const read = ledger.read(cell.at)
  const says = mark === 'invalid' && read.kind === 'unreadable' ? read.says : undefined
  const saysId = `${cell.at}-says`
  const { ref, name } = form.register(pathOf(cell))
  return (
    <>
      <input
        type="text"
        inputMode={cell.unit === 'count' ? 'numeric' : 'decimal'}
        autoComplete="off"
        className={styles.input}
        data-at={cell.at}
        data-mark={mark}
        aria-invalid={mark === 'invalid' || undefined}
        aria-label={labelled ? undefined : cell.label}
        id={labelled ? cell.at : undefined}
        ref={ref}
        name={name}
        title={says}
        aria-describedby={says === undefined ? undefined : saysId}
      />
      {says !== undefined && (
        <span id={saysId} className="unseen">
          {says}
        </span>
      )}
    </>
  )
})
