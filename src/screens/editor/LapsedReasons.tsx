import { useIsFixed, useJudged, useSession } from '../../parts/session-context'
import { keepingFocus } from '../../parts/refocus'
import { Button } from '../../ui/Button'
import styles from './Editor.module.css'

/** Reasons whose figures or words are no more, until the clerk removes them. */
export const LapsedReasons = () => {
  const session = useSession()
  const { lapsed } = useJudged()
  const isFixed = useIsFixed()
  if (lapsed.length === 0) return null
  return (
    <section aria-label="已失效的理由">
      <h2 className={styles.subtitle}>已失效的理由</h2>
      <p className={styles.hint}>所说的数或文字已经变了，问题还在的请重新写明理由。</p>
      <ul>
        {lapsed.map((acceptance) => (
          <li key={JSON.stringify(acceptance)} className={styles.lapsed}>
            <span>{acceptance.reason}</span>
            {!isFixed && (
              <Button
                look="quiet"
                onClick={() => keepingFocus(() => session.withdraw(acceptance))}
                aria-label={`删除理由：${acceptance.reason}`}
              >
                删除
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
