import { memo, useCallback } from 'react'
import type { Cell } from '../report/cells'
import { useRemark } from './remarks'
import { useFault, useIsFixed, useMark, useSession } from './session-context'
import styles from './Table.module.css'

interface Props {
  readonly cell: Cell
  readonly labelled?: boolean
}

/**
 * A text box for one figure. Its keys, entry and leaving are handled by the table or list around it, which tells the
 * form; the other way, what an act, an undo or a redo wrote is shown here.
 */
export const FigureInput = memo(({ cell: { at, label, unit }, labelled = false }: Props) => {
  const { ledger, figures, textAt, desk } = useSession()
  const mark = useMark(at)
  const read = ledger.read(at)
  const fault = useFault(at)
  const remark = useRemark(desk, at)?.comment
  const problem = mark === 'invalid' && read.kind === 'unreadable' ? read.says : fault?.message
  const remarked = remark && `${remark.by}的意见：${remark.text}`
  const says = [problem, remarked].filter((words) => words !== undefined).join('\n') || undefined
  const saysId = `${at}-says`
  const follow = useCallback(
    (input: HTMLInputElement | null) => {
      if (!input) return undefined
      const show = (): void => {
        const text = textAt(at)
        if (input.value !== text) input.value = text
      }
      show()
      return figures.on(`mark:${at}`, show)
    },
    [at, figures, textAt],
  )
  return (
    <>
      <input
        ref={follow}
        type="text"
        inputMode={unit === 'count' ? 'numeric' : 'decimal'}
        autoComplete="off"
        className={styles.input}
        data-at={at}
        data-mark={mark}
        data-fault={fault?.severity}
        data-remarked={remark ? '' : undefined}
        readOnly={useIsFixed()}
        aria-invalid={mark === 'invalid' || fault?.severity === 'error' || undefined}
        aria-label={labelled ? undefined : label}
        aria-describedby={says === undefined ? undefined : saysId}
        id={labelled ? at : undefined}
        title={says}
      />
      {says !== undefined && (
        <span id={saysId} className="unseen">
          {says}
        </span>
      )}
    </>
  )
})
