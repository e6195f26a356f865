import { useState } from 'react'
import { Comments } from '../../parts/Comments'
import { unsentOf } from '../../parts/draft-unsent'
import { goToPlace } from '../../parts/remarks'
import { useIsElsewhere, useSession, useStore } from '../../parts/session-context'
import { threadsOf } from '../../review/threads'
import { Filter } from '../../ui/Filter'
import styles from './Review.module.css'

/** All remarks on the report, those that are open first; to be answered, settled and gone to. */
export const RemarksPanel = () => {
  const session = useSession()
  const readOnly = useIsElsewhere()
  const { desk } = session
  const threads = threadsOf(useStore(desk.review))
  const [isAll, setIsAll] = useState(false)
  const open = threads.filter(({ settled }) => !settled)
  if (threads.length === 0) return null
  const shown = isAll ? threads : open
  return (
    <section aria-label="审核意见">
      <h2 className={styles.subtitle}>审核意见</h2>
      <Filter
        label="显示"
        options={[
          { id: 'open', label: '未解决', count: open.length },
          { id: 'all', label: '全部', count: threads.length },
        ]}
        chosen={isAll ? 'all' : 'open'}
        onChoose={(id) => setIsAll(id === 'all')}
      />
      {shown.length === 0 ? (
        <p className={styles.none}>意见都已解决。</p>
      ) : (
        <Comments
          desk={desk}
          unsent={unsentOf(session.form.getValues('id'))}
          threads={shown}
          readOnly={readOnly}
          onGo={(located) => goToPlace(session, located)}
        />
      )}
    </section>
  )
}
