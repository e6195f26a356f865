import { useState } from 'react'
import { failureWords } from '../parts/missing-file'
import { saveFile } from '../parts/save-file'
import { Button } from '../ui/Button'
import styles from './Storage.module.css'

/** In place of all screens: a newer copy of the app has written here. Nothing is changed; all of it can be had as a file. */
export const NewerStore = () => {
  const [problem, setProblem] = useState('')
  const saveAll = async (): Promise<void> => {
    try {
      const { rawCopy } = await import('../drafts/raw-copy')
      const day = new Date().toLocaleDateString('sv')
      saveFile(`政府信息公开年报 全部存储内容 ${day}.json`, 'application/json', await rawCopy(Date.now()))
      setProblem('')
    } catch (why) {
      setProblem(failureWords('没有能读出', why, '请关闭其他窗口再试。'))
    }
  }
  return (
    <main className={styles.page}>
      <h1 tabIndex={-1}>请使用新版程序</h1>
      <p>这台电脑上的年报已由新版程序保存。这里是旧版，打不开它们，也没有改动它们。</p>
      <ul>
        <li>请打开新版的程序文件或网址，继续填报。</li>
        <li>在网址上打开的，请关闭本程序的所有窗口再打开；仍是旧版的，请按 Ctrl+F5 刷新。</li>
        <li>手边没有新版的，可以把存着的内容全部另存为一个文件，交给维护人员。</li>
      </ul>
      <div className={styles.acts}>
        <Button onClick={() => void saveAll()}>全部另存为文件</Button>
      </div>
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </main>
  )
}
