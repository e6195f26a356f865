import { useId, useState } from 'react'
import { PersonField, usePersonField } from '../../parts/person'
import { useUnsent } from '../../parts/unsent'
import { anchorOfKey } from '../../review/unsent-keys'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { DialogActions } from '../../ui/DialogActions'
import { CheckField, Field, helpId } from '../../ui/Field'
import type { ReviewBench } from './use-review-bench'
import styles from './Review.module.css'

type Kind = 'return' | 'approve'

interface Props {
  readonly kind: Kind
  readonly bench: ReviewBench
  /** Remarks that are not settled. */
  readonly open: number
  /** What else speaks against an approval, a sentence each. */
  readonly against: readonly string[]
  readonly onDone: (kind: Kind) => void
  readonly onClose: () => void
}

/** How many characters a summary has at least, white space not counted. */
const leastSummary = 4

const lengthOf = (text: string): number => [...text.replace(/\s/g, '')].length

const today = (): string => {
  const now = new Date()
  return `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`
}

const words = {
  return: { title: '退回修改', field: '退回意见', confirm: '退回修改' },
  approve: { title: '审核通过', field: '审核意见', confirm: '审核通过' },
} as const

/** A decision on just this content: what goes with it, in whose name, and what speaks against it. */
export const DecisionDialog = ({ kind, bench, open, against, onDone, onClose }: Props) => {
  const { desk, unsent } = bench
  const id = useId()
  const [text, type] = useUnsent(unsent, kind)
  const [isTold, setIsTold] = useState(false)
  const [isSure, setIsSure] = useState(false)
  const person = usePersonField()
  const isShort = kind === 'return' && lengthOf(text) < leastSummary
  const doubts = kind === 'approve' ? [...against, ...(open > 0 ? [`还有 ${open} 条未解决的意见。`] : [])] : []
  const unput = Object.keys(unsent.get()).filter(anchorOfKey).length
  const isUnsure = doubts.length > 0 && !isSure
  const decide = (): void => {
    setIsTold(true)
    if (isShort || isUnsure) {
      document.getElementById(isShort ? id : `${id}-sure`)?.focus()
      return
    }
    const by = person.sign()
    if (by === undefined) return
    desk.add(by, { kind, text: text.trim(), ...desk.state() })
    type('')
    onDone(kind)
  }
  return (
    <Dialog title={words[kind].title} onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          decide()
        }}
      >
        <p className={styles.about}>
          {kind === 'return'
            ? open > 0
              ? `${open} 条未解决的意见会随文件一起交给填报的人。`
              : '没有未解决的意见，填报的人只看得到下面写的话。'
            : `对现在这份内容审核通过，日期 ${today()}。内容再有改动，通过就失效。`}
        </p>
        {unput > 0 && <p className={styles.unput}>还有 {unput} 条写了没有加入的意见，不会随文件交出去。</p>}
        {doubts.length > 0 && (
          <div className={styles.doubts}>
            {doubts.map((doubt) => (
              <p key={doubt}>{doubt}</p>
            ))}
            <CheckField id={`${id}-sure`} label="已经看过，仍然通过">
              <input
                id={`${id}-sure`}
                type="checkbox"
                checked={isSure}
                aria-describedby={helpId(`${id}-sure`)}
                aria-invalid={(isTold && isUnsure) || undefined}
                onChange={({ target }) => setIsSure(target.checked)}
              />
            </CheckField>
            {isTold && isUnsure && (
              <p id={helpId(`${id}-sure`)} className={styles.problem}>
                请先勾选，或者退回修改。
              </p>
            )}
          </div>
        )}
        <Field
          id={id}
          label={words[kind].field}
          required={kind === 'return'}
          help={kind === 'return' ? '总的说一说要改什么，逐条的意见不用再抄。' : '可以不写。'}
          problem={isTold && isShort ? `请写明要改什么，至少 ${leastSummary} 个字。` : undefined}
        >
          <textarea
            id={id}
            rows={3}
            value={text}
            aria-required={kind === 'return' || undefined}
            aria-describedby={helpId(id)}
            aria-invalid={(isTold && isShort) || undefined}
            onChange={({ target }) => type(target.value)}
          />
        </Field>
        <PersonField person={person} />
        <DialogActions>
          <Button onClick={onClose}>取消</Button>
          <Button look="primary" type="submit">
            {words[kind].confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
