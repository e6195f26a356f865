import { useState, useSyncExternalStore } from 'react'
import type { Draft } from '../../../drafts/draft'
import { hush, isDue, onWork, workSince } from '../../../drafts/work-since'
import type { BackedUp } from '../../../parts/back-up'
import { backUp } from '../../../parts/backing-up'
import { nameOf } from '../../../parts/draft-name'
import { keepingFocus } from '../../../parts/refocus'
import { reminderWords } from '../../../parts/reminder-words'
import { timeInWords } from '../../../parts/times'
import { Button } from '../../../ui/Button'
import { FileButton } from '../../../ui/FileButton'
import styles from './Backup.module.css'
import { FolderLine } from './FolderLine'

interface Props {
  readonly drafts: readonly Draft[]
  readonly onRestore: (file: File) => void
}

const lastCopyWords = (drafts: readonly Draft[]): string => {
  const last = Math.max(0, ...drafts.map(({ id }) => workSince(id).copiedAt))
  return last === 0 ? '还没有在浏览器之外留过。' : `上次在浏览器之外留一份：${timeInWords(last)}。`
}

const dueWords = (due: readonly Draft[]): string => {
  const [only] = due
  return due.length === 1 && only
    ? `“${nameOf(only)}”${reminderWords(workSince(only.id))}。`
    : `${due.length} 份年报改了很多，还没有在浏览器之外留一份。`
}

/** 备份: one file of all that is here and back, the copies into a folder, and when something last left the browser. */
export const BackupPanel = ({ drafts, onRestore }: Props) => {
  const [said, setSaid] = useState<BackedUp>({ isDone: true, words: '' })
  const [isBusy, setBusy] = useState(false)
  useSyncExternalStore(onWork, () => drafts.map(({ id }) => JSON.stringify(workSince(id))).join())
  const due = drafts.filter(({ id }) => isDue(workSince(id)))
  const save = async (): Promise<void> => {
    setBusy(true)
    setSaid({ isDone: true, words: '正在备份…' })
    setSaid(await backUp())
    setBusy(false)
  }
  return (
    <section className={styles.panel} aria-labelledby="backup">
      <h2 id="backup">备份</h2>
      <div className={styles.row}>
        <p className={styles.words}>
          所有年报、旧版本和待审阅存成一个文件；换电脑或浏览器被清理后，用它恢复。
          <span className={styles.last}>{drafts.length > 0 && lastCopyWords(drafts)}</span>
        </p>
        <div className={styles.actions}>
          <Button aria-disabled={isBusy} onClick={() => !isBusy && void save()}>
            备份全部
          </Button>
          <FileButton chooses="选择备份文件" onFile={onRestore}>
            恢复
          </FileButton>
        </div>
      </div>
      <p role="status" className={styles.said} data-look={said.isDone ? 'done' : 'failed'}>
        {said.words}
      </p>
      {due.length > 0 && (
        <div className={styles.row} role="group" aria-label="留存提醒">
          <p className={styles.words} data-look="asks">
            {dueWords(due)}
          </p>
          <Button
            look="quiet"
            aria-label="关闭留存提醒"
            onClick={() =>
              keepingFocus(() => {
                for (const { id } of due) hush(id)
              })
            }
          >
            关闭
          </Button>
        </div>
      )}
      <FolderLine />
    </section>
  )
}
