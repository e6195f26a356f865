import { useEffect, useState } from 'react'
import { keepingFocus } from '../parts/refocus'
import { Button } from '../ui/Button'
import styles from './Storage.module.css'
import { keepOffline } from './offline'

/** A quiet word that a newer version of the program waits. */
export const NewerVersion = () => {
  const [isTold, setTold] = useState(false)
  useEffect(() => {
    // The program works as well where the browser refuses to keep it.
    keepOffline(() => setTold(true)).catch(() => undefined)
  }, [])
  return (
    <div role="status" aria-label="新版本">
      {isTold && (
        <div className={styles.bar} data-look="news">
          <p>有新版本了。关闭本程序的所有窗口后再打开，即为新版。</p>
          <Button onClick={() => keepingFocus(() => setTold(false))}>知道了</Button>
        </div>
      )}
    </div>
  )
}
