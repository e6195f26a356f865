import { useEffect, useState } from 'react'
import { copyNow } from '../../../drafts/folder/copy-now'
import { ask, canChooseFolder, chooseFolder } from '../../../drafts/folder/folder'
import { forgetFolder, keepFolder, keptFolder } from '../../../drafts/folder/kept-folder'
import { folderKey, useFolder } from '../../../drafts/folder/state'
import { queryClient } from '../../../drafts/queries'
import { folderProblem, folderWords } from '../../../parts/folder-words'
import { keepingFocus } from '../../../parts/refocus'
import { Button } from '../../../ui/Button'
import styles from './Backup.module.css'

const look = (): Promise<void> => queryClient.invalidateQueries({ queryKey: folderKey })

/** The copies into a folder: where they go, when the last one was, and how to start and end them. */
export const FolderLine = () => {
  const state = useFolder()
  const [problem, setProblem] = useState('')
  useEffect(() => {
    if (canChooseFolder()) void copyNow()
  }, [])

  const trying = (work: () => Promise<unknown>): Promise<void> =>
    keepingFocus(async () => {
      setProblem('')
      try {
        await work()
      } catch (why) {
        setProblem(`没有能用这个文件夹：${folderProblem(why)}。`)
      }
      await look()
    })
  const choose = (): Promise<void> =>
    trying(async () => {
      const folder = await chooseFolder()
      if (!folder) return
      await keepFolder(folder)
      await copyNow()
    })
  const goOn = (): Promise<void> =>
    trying(async () => {
      const kept = await keptFolder()
      if (kept && (await ask(kept.folder))) await copyNow()
    })

  if (!canChooseFolder())
    return (
      <p className={styles.hint}>
        这个浏览器不能自动存入文件夹，请常用“备份全部”。Chrome、Edge 等较新的浏览器打开本机文件或 https 网址时可以。
      </p>
    )
  if (!state) return null
  return (
    <div className={styles.row} role="group" aria-label="自动留底">
      <p role="status" className={styles.words} data-look={state.kind}>
        {folderWords(state)}
        {problem}
      </p>
      <div className={styles.actions}>
        {state.kind === 'asks' && <Button onClick={() => void goOn()}>继续自动留底</Button>}
        {state.kind === 'failed' && <Button onClick={() => void trying(copyNow)}>再试一次</Button>}
        {state.kind !== 'asks' && state.kind !== 'ready' && (
          <Button onClick={() => void choose()}>{state.kind === 'none' ? '选择留底文件夹' : '换一个文件夹'}</Button>
        )}
        {state.kind !== 'none' && (
          <Button look="quiet" aria-label="停止自动留底" onClick={() => void trying(forgetFolder)}>
            停止
          </Button>
        )}
      </div>
    </div>
  )
}
