import { useCallback, useState, useSyncExternalStore } from 'react'
import { useFolder } from '../drafts/folder/state'
import { hush, isDue, onWork, workSince } from '../drafts/work-since'
import { Button } from '../ui/Button'
import styles from './CopyReminder.module.css'
import { folderWords } from './folder-words'
import { reminderWords } from './reminder-words'

interface Props {
  readonly draft: string
  readonly onExport: () => void
}

/** What keeps the copies from the chosen folder, and where that is mended; '' where nothing does. */
const useFolderTrouble = (): string => {
  const state = useFolder()
  return state?.kind === 'failed' || state?.kind === 'asks' ? `${folderWords(state)}请到首页的“备份”里处理。` : ''
}

/** After much work without a copy outside the browser, or where copies fail: a quiet word in nobody's way, to be closed. */
export const CopyReminder = ({ draft, onExport }: Props) => {
  const work = useSyncExternalStore(
    onWork,
    useCallback(() => workSince(draft), [draft]),
  )
  const [said, setSaid] = useState('')
  const [closed, setClosed] = useState('')
  const trouble = useFolderTrouble()
  const told = trouble === closed ? '' : trouble
  const backUp = async (): Promise<void> => {
    const { backUpAll } = await import('./back-up')
    setSaid((await backUpAll()).words)
  }
  const isAsking = said === '' && isDue(work)
  const words = `${isAsking ? `${reminderWords(work)}。` : said}${told}`
  if (words === '') return null
  return (
    <section className={styles.reminder} aria-label="留存提醒">
      <p role="status">{words}</p>
      <div className={styles.actions}>
        {isAsking && (
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
            setClosed(trouble)
            if (isDue(work)) hush(draft)
          }}
        >
          关闭
        </Button>
      </div>
    </section>
  )
}
