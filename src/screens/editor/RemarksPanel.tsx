import { useState } from 'react'
import { Comments } from '../../parts/Comments'
import { goToPlace } from '../../parts/remarks'
import { useSession, useStore } from '../../parts/session-context'
import { threadsOf } from '../../review/threads'
import { Button } from '../../ui/Button'
import styles from './Review.module.css'

/** All remarks on the report, those that are open first; to be answered, settled and gone to. */
export const RemarksPanel = () => {
  const session = useSession()
  const { desk } = session
  const threads = threadsOf(useStore(desk.review))
  const [isAll, setIsAll] = useState(false)
  const open = threads.filter(({ settled }) => !settled)
  if (threads.length === 0) return null
  const shown = isAll ? threads : open
  return (
    <section aria-label="审核意见">
      <h2 className={styles.subtitle}>审核意见</h2>
      <div className={styles.buttons} role="group" aria-label="显示">
        <Button look="quiet" aria-pressed={!isAll} onClick={() => setIsAll(false)}>
          未解决 {open.length}
        </Button>
        <Button look="quiet" aria-pressed={isAll} onClick={() => setIsAll(true)}>
          全部 {threads.length}
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className={styles.none}>意见都已解决。</p>
      ) : (
        <Comments desk={desk} threads={shown} onGo={(located) => goToPlace(session, located)} />
      )}
    </section>
  )
}
