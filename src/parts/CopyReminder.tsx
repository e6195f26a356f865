import { useCallback, useState, useSyncExternalStore } from 'react'
import { useFolder } from '../drafts/folder/state'
import { hush, isDue, onWork, workSince } from '../drafts/work-since'
import { Button } from '../ui/Button'
import type { BackedUp } from './back-up'
import { backUp } from './backing-up'
import styles from './CopyReminder.module.css'
import { folderWords } from './folder-words'
import { keepingFocus } from './refocus'
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
  const [said, setSaid] = useState<BackedUp | null>(null)
  const [closed, setClosed] = useState('')
  const trouble = useFolderTrouble()
  const told = trouble === closed ? '' : trouble
  const save = async (): Promise<void> => {
    setSaid({ isDone: false, words: '正在备份…' })
    setSaid(await backUp())
  }
  const isAsking = !said?.isDone && isDue(work)
  const words = `${said?.words ?? (isAsking ? `${reminderWords(work)}。` : '')}${told}`
  if (words === '') return null
  return (
    <section className={styles.reminder} aria-label="留存提醒">
      <p role="status">{words}</p>
      <div className={styles.actions}>
        {isAsking && (
          <>
            <Button onClick={onExport}>导出文件</Button>
            <Button onClick={() => void save()}>备份全部</Button>
          </>
        )}
        <Button
          look="quiet"
          aria-label="关闭留存提醒"
          onClick={() =>
            keepingFocus(() => {
              setSaid(null)
              setClosed(trouble)
              if (isDue(work)) hush(draft)
            })
          }
        >
          关闭
        </Button>
      </div>
    </section>
  )
}
