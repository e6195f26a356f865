import { Comments } from '../../parts/Comments'
import { unsentOf } from '../../parts/draft-unsent'
import { goToPlace, sectionOfThread } from '../../parts/remarks'
import { useIsElsewhere, useJudged, useSession, useStore } from '../../parts/session-context'
import { threadsOf } from '../../review/threads'
import styles from './Editor.module.css'

/** What the reviewers remarked on this page and nobody has settled, to be answered beside the place. */
export const RemarksAside = ({ section }: { readonly section: string }) => {
  const session = useSession()
  const readOnly = useIsElsewhere()
  const { desk, format, form } = session
  // Where a remark leads follows what is typed: it is looked up again when the report is judged.
  useJudged()
  const open = threadsOf(useStore(desk.review)).filter(({ settled }) => !settled)
  const own = open.filter((thread) => sectionOfThread(format, form.getValues(), thread) === section)
  if (own.length === 0) return null
  return (
    <section aria-label="本页意见">
      <h2 className={styles.subtitle}>本页意见 {own.length} 条</h2>
      <Comments
        desk={desk}
        unsent={unsentOf(session.form.getValues('id'))}
        threads={own}
        readOnly={readOnly}
        onGo={(located) => goToPlace(session, located)}
      />
    </section>
  )
}
