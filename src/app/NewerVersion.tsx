import { useEffect, useState } from 'react'
import { Button } from '../ui/Button'
import styles from './NewerVersion.module.css'
import { keepOffline } from './offline'

/** A quiet word that a newer version of the program waits. */
export const NewerVersion = () => {
  const [isTold, setTold] = useState(false)
  useEffect(() => {
    // The program works as well where the browser refuses to keep it.
    keepOffline(() => setTold(true)).catch(() => undefined)
  }, [])
  if (!isTold) return null
  return (
    <div className={styles.word} role="status" aria-label="新版本">
      <p>有新版本了。关闭本程序的所有窗口后再打开，即为新版。</p>
      <Button look="quiet" onClick={() => setTold(false)}>
        知道了
      </Button>
    </div>
  )
}
