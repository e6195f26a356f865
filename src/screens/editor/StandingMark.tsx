import { Link } from 'wouter'
import { draftRoute } from '../../parts/routes'
import type { Session } from '../../parts/session'
import { useStore } from '../../parts/session-context'
import { standingWords } from '../../parts/standing-words'
import styles from './Review.module.css'

/** In the head of every page: how the report stands in its review, once it was sent. */
export const StandingMark = ({ session, id }: { readonly session: Session; readonly id: string }) => {
  const { word, look } = standingWords(useStore(session.desk.standing))
  if (look === 'none') return null
  return (
    <Link href={draftRoute(id, 'review')} className={styles.mark ?? ''} data-look={look}>
      {word}
    </Link>
  )
}
