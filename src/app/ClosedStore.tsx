import { goOnInMemory } from '../drafts/connection'
import { storage } from '../drafts/storage'
import { saveProblem } from '../parts/save-problem'
import { Button } from '../ui/Button'
import styles from './Storage.module.css'

/** In place of all screens: the browser's store should be there and could not be opened. */
export const ClosedStore = ({ why }: { readonly why: unknown }) => (
  <main className={styles.page}>
    <h1 tabIndex={-1}>浏览器里的存储打不开</h1>
    <p role="alert">没有能读出保存的年报，{saveProblem(why)}。本程序没有改动它们，也没有删除任何东西。</p>
    <ul>
      <li>先关闭浏览器的所有窗口再打开；磁盘快满的，请清理出空间。</li>
      <li>仍打不开的，存储可能已损坏：请从备份或导出的文件恢复，可换一个浏览器打开本程序。</li>
      <li>急着填报的，可以先不保存继续使用，填完导出文件。</li>
    </ul>
    <div className={styles.acts}>
      <Button look="primary" onClick={() => storage.set({ kind: 'opening' })}>
        再试一次
      </Button>
      <Button onClick={() => void goOnInMemory()}>先不保存，继续使用</Button>
    </div>
  </main>
)
