import { sectionOf } from '../checks/run'
import { showChanged } from './locate'
import type { Session } from './session'

/** Takes the last act on figures back, or does it again, and shows what changed, or tells where it did. */
export const takeBack = (session: Session, which: 'undo' | 'redo'): void => {
  const step = session[which]()
  const [first] = step?.changes ?? []
  if (!step || !first) return
  const words = `已${which === 'undo' ? '撤销' : '重做'} ${step.changes.length} 格`
  session.said.set(words)
  if (showChanged(step.changes.map(({ at }) => at))) return
  const section = session.format.sections.find(({ id }) => id === sectionOf(session.format, first.at))
  session.notice.set(`${words}，在“${section?.title ?? ''}”`)
}
