import { useId, useMemo, useState, type KeyboardEvent } from 'react'
import { cellsOf, type Cell } from '../report/cells'
import { writeFigure } from '../report/figures'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { Button } from '../ui/Button'
import { insertAt } from './insert-at'
import { useSession } from './session-context'
import styles from './InsertFigure.module.css'

interface Props {
  /** The text that it goes into, at its caret. */
  readonly at: string
  readonly onClose: () => void
}

interface Choice {
  readonly cell: Cell
  readonly figure: string
}

const most = 60

const plain = (words: string): string => words.normalize('NFKC').replace(/[\s（）()、.“”]/g, '')

/** Whether every word that was typed stands in the label, in any order. */
const isSought = (label: string, sought: string): boolean =>
  sought.split(/\s+/).every((word) => plain(label).includes(plain(word)))

/** Puts a figure from the tables at the caret: found by words of its label, chosen with the arrows and Enter. */
export const InsertFigure = ({ at, onClose }: Props) => {
  const { format, ledger } = useSession()
  const id = useId()
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState(0)
  const choices = useMemo(
    (): readonly Choice[] =>
      [...cellsOf(format).values()].flatMap((cell) => {
        const { value, missing } = ledger.valueAt(cell.at)
        return value === null || missing > 0 ? [] : [{ cell, figure: writeFigure(value) }]
      }),
    [format, ledger],
  )
  const found = choices.filter(({ cell, figure }) => isSought(cell.label, sought) || figure === sought.trim())
  const shown = found.slice(0, most)
  const current = Math.min(chosen, shown.length - 1)

  const insert = ({ figure }: Choice): void => {
    onClose()
    // The dialog gives the focus back first.
    setTimeout(() => insertAt(at, figure))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const choice = shown[current]
    if (event.key === 'ArrowDown') setChosen(Math.min(current + 1, shown.length - 1))
    else if (event.key === 'ArrowUp') setChosen(Math.max(current - 1, 0))
    else if (event.key === 'Enter' && choice) insert(choice)
    else return
    event.preventDefault()
  }
  return (
    <Dialog title="插入数字" onClose={onClose}>
      <input
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label="按表中的名称找数字"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={shown[current] ? `${id}-${current}` : undefined}
        placeholder="如：新收 总计"
        className={styles.sought}
        value={sought}
        onChange={({ target }) => {
          setSought(target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="表中的数字" className={styles.list}>
        {shown.map((choice, index) => (
          <div
            key={choice.cell.at}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            ref={index === current ? (item) => item?.scrollIntoView({ block: 'nearest' }) : undefined}
            onMouseDown={(event) => event.preventDefault()}
            tabIndex={-1}
            onKeyDown={onKeyDown}
            onClick={() => insert(choice)}
          >
            <span>{choice.cell.label}</span>
            <b>{choice.figure}</b>
          </div>
        ))}
      </div>
      <p className={styles.hint} role="status">
        {choices.length === 0
          ? '表里还没有填数字，请先填写第二、三、四部分。'
          : found.length === 0
            ? '没有这样的名称，请换几个字，如“自然人”“不予公开”“行政复议”。'
            : found.length > most
              ? `共 ${found.length} 个，只列前 ${most} 个，请再写几个字。`
              : `共 ${found.length} 个，上下键选择，Enter 插入。`}
      </p>
      <DialogActions>
        <Button onClick={onClose}>取消</Button>
      </DialogActions>
    </Dialog>
  )
}
