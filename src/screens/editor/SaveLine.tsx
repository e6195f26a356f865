import { saveProblem } from '../../parts/save-problem'
import { useStore } from '../../parts/session-context'
import { timeInWords } from '../../parts/times'
import { Button } from '../../ui/Button'
import type { Workbench } from './use-workbench'
import { useExport } from './use-export'
import styles from './Editor.module.css'

/** The save state in words, with the time; a failed save says why and offers the file. */
export const SaveLine = ({ bench }: { readonly bench: Workbench }) => {
  const state = useStore(bench.saving)
  const { exportJson } = useExport(bench.session)
  if (state.kind === 'failed')
    return (
      <span className={styles.unsaved} role="alert">
        <span>未能保存，{saveProblem(state.why)}。已填内容还在本页，请导出文件留存。</span>
        <Button onClick={() => exportJson()}>导出文件</Button>
      </span>
    )
  return (
    <span className={styles.saved}>
      {state.kind === 'saving' ? '保存中' : `已保存 ${timeInWords(state.at)}`} · 仅在本机
    </span>
  )
}
