import { useState } from 'react'
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

/** What is said of the saves: not each of them, but that they go on after one that failed, and that nothing is kept. */
const useNews = (kind: SaveState['kind'], isKept: boolean): string => {
  const [after, setAfter] = useState<'nothing' | 'failure' | 'recovery'>('nothing')
  if (kind === 'failed' && after !== 'failure') setAfter('failure')
  if (kind === 'saved' && after === 'failure') setAfter('recovery')
  if (!isKept) return '所填内容只在这个窗口里'
  return after === 'recovery' ? '已保存' : ''
}

/** The save state in words, with the time; a failed save says why and offers the file. */
export const SaveLine = ({ saving, advice, action }: Props) => {
  const state = useStore(saving)
  const isKept = useStore(storage).kind !== 'memory'
  const news = useNews(state.kind, isKept)
  return (
    <>
      {state.kind === 'failed' ? (
        <span className={styles.unsaved} role="alert">
          <span>
            未能保存，{saveProblem(state.why)}
            {advice}
          </span>
          <Button onClick={action.run}>{action.label}</Button>
        </span>
      ) : (
        <span className={styles.saved}>
          {state.kind === 'saving'
            ? '保存中'
            : isKept
              ? `已保存 ${timeInWords(state.at)} · 仅在本机`
              : '只在这个窗口里，关闭就没有了'}
        </span>
      )}
      <span role="status" aria-label="保存情况" className="unseen">
        {news}
      </span>
    </>
  )
}
