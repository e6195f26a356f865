import type { SaveState } from '../drafts/autosave'
import { storage } from '../drafts/storage'
import { Button } from '../ui/Button'
import styles from '../ui/TopBar.module.css'
import type { Store } from './keyed-store'
import { saveProblem } from './save-problem'
import { useStore } from './session-context'
import { timeInWords } from './times'

interface Props {
  readonly saving: Pick<Store<SaveState>, 'get' | 'on'>
  /** What can be done about a failed save: a sentence, and the button that hands the file out. */
  readonly advice: string
  readonly action: { readonly label: string; readonly run: () => void }
}

/** The save state in words, with the time; a failed save says why and offers the file. */
export const SaveLine = ({ saving, advice, action }: Props) => {
  const state = useStore(saving)
  const isKept = useStore(storage).kind !== 'memory'
  if (state.kind === 'failed')
    return (
      <span className={styles.unsaved} role="alert">
        <span>
          未能保存，{saveProblem(state.why)}
          {advice}
        </span>
        <Button onClick={action.run}>{action.label}</Button>
      </span>
    )
  return (
    <span className={styles.saved}>
      {state.kind === 'saving'
        ? '保存中'
        : isKept
          ? `已保存 ${timeInWords(state.at)} · 仅在本机`
          : '只在这个窗口里，关闭就没有了'}
    </span>
  )
}
