import { sectionOf } from '../checks/run'
import { seek } from './locate'
import type { Session } from './session'

/** Takes the last act on figures back, or does it again, and leads to what changed, on whatever page it is. */
export const takeBack = (session: Session, which: 'undo' | 'redo'): void => {
  const step = session[which]()
  const [first] = step?.changes ?? []
  if (!step || !first) return
  // A notice that offers to take back what is already taken back.
  if (session.notice.get()?.action) session.notice.set(null)
  const words = `已${which === 'undo' ? '撤销' : '重做'} ${step.changes.length} 格`
  session.say(words)
  seek(session, { section: sectionOf(session.format, first.at), at: step.changes.map(({ at }) => at), as: 'changed' })
}
