import { useCallback, useState, useSyncExternalStore } from 'react'
import { hush, isDue, onWork, workSince } from '../drafts/work-since'
import { Button } from '../ui/Button'
import styles from './CopyReminder.module.css'
import { reminderWords } from './reminder-words'

interface Props {
  readonly draft: string
  readonly onExport: () => void
}

/** After much work without a copy outside the browser: a quiet word, which can be closed and is in nobody's way. */
export const CopyReminder = ({ draft, onExport }: Props) => {
  const work = useSyncExternalStore(
    onWork,
    useCallback(() => workSince(draft), [draft]),
  )
  const [said, setSaid] = useState('')
  const backUp = async (): Promise<void> => {
    const { backUpAll } = await import('./back-up')
    setSaid(await backUpAll())
  }
  if (!isDue(work) && said === '') return null
  return (
    <section className={styles.reminder} aria-label="留存提醒">
      <p role="status">{said === '' ? `${reminderWords(work)}。` : said}</p>
      <div className={styles.actions}>
        {said === '' && (
          <>
            <Button onClick={onExport}>导出文件</Button>
            <Button onClick={() => void backUp()}>备份全部</Button>
          </>
        )}
        <Button
          look="quiet"
          aria-label="关闭留存提醒"
          onClick={() => {
            setSaid('')
            hush(draft)
          }}
        >
          关闭
        </Button>
      </div>
    </section>
  )
}
