import { useId, useState } from 'react'
import { obstaclesOf } from '../../checks/run'
import { unsentOf } from '../../parts/draft-unsent'
import { obstaclesInWords } from '../../parts/finding-kinds'
import { PersonField, usePersonField } from '../../parts/person'
import { useJudged, useSession } from '../../parts/session-context'
import { useUnsent } from '../../parts/unsent'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { DialogActions } from '../../ui/DialogActions'
import { Field, helpId } from '../../ui/Field'
import styles from './Review.module.css'

interface Props {
  readonly version: number
  /** How many comments nobody has settled or answered since the report came back. */
  readonly unanswered: number
  /** Sends it, and tells whether it was done. */
  readonly onSend: (by: string, note: string) => boolean
  readonly onClose: () => void
}

/** 送审: who sends it, a word to the reviewer, and what still stands against the report. */
export const SendDialog = ({ version, unanswered, onSend, onClose }: Props) => {
  const id = useId()
  const person = usePersonField()
  const [note, setNote] = useUnsent(unsentOf(useSession().form.getValues('id')), `send ${version}`)
  const [isRefused, setIsRefused] = useState(false)
  const obstacles = obstaclesOf(useJudged().findings)
  const send = (): void => {
    const by = person.sign()
    if (by === undefined) return
    if (onSend(by, note.trim())) {
      setNote('')
      onClose()
    } else setIsRefused(true)
  }
  return (
    <Dialog title={`送审第 ${version} 版`} refused={isRefused} onClose={onClose}>
      <p className={styles.about}>
        现在的内容作为第 {version} 版存下一个文件，请把文件交给审核的人，用本程序“打开文件”审阅。送审后仍可继续填写，
        但审核通过的只是送审的这一版。
      </p>
      {obstacles.length > 0 && (
        <p className={styles.warning}>
          还有 {obstaclesInWords(obstacles)}，可以先送审，审核的人看得到；定稿前须处理完。
        </p>
      )}
      {unanswered > 0 && <p className={styles.warning}>还有 {unanswered} 条意见没有回复或解决。</p>}
      <div className={styles.fields}>
        <PersonField person={person} />
        <Field id={id} label="给审核人的话" help="可以不写。">
          <textarea
            id={id}
            rows={3}
            value={note}
            aria-describedby={helpId(id)}
            onChange={({ target }) => setNote(target.value)}
          />
        </Field>
      </div>
      <DialogActions>
        <Button onClick={onClose}>取消</Button>
        <Button look="primary" onClick={send}>
          送审并存下文件
        </Button>
      </DialogActions>
    </Dialog>
  )
}
