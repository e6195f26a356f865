import { Overtaken } from '../../drafts/store'
import { useStore } from '../../parts/session-context'
import { timeInWords } from '../../parts/times'
import { Button } from '../../ui/Button'
import type { Workbench } from './use-workbench'
import { useExport } from './use-export'
import styles from './Editor.module.css'

const reason = (why: unknown): string => {
  if (why instanceof Overtaken) return '这份年报已在另一个窗口改动或删除'
  const name = why instanceof Error ? why.name : ''
  if (name === 'QuotaExceededError') return '浏览器存储空间已满'
  if (name === 'InvalidStateError' || name === 'AbortError') return '浏览器中断了存储'
  return why instanceof Error && why.message !== '' ? why.message : '浏览器不能存储'
}

/** The save state in words, with the time; a failed save says why and offers the file. */
export const SaveLine = ({ bench }: { readonly bench: Workbench }) => {
  const state = useStore(bench.saving)
  const { exportJson } = useExport(bench.session)
  if (state.kind === 'failed')
    return (
      <span className={styles.unsaved} role="alert">
        <span>未能保存，{reason(state.why)}。已填内容还在本页，请导出文件留存。</span>
        <Button onClick={() => exportJson()}>导出文件</Button>
      </span>
    )
  return (
    <span className={styles.saved}>
      {state.kind === 'saving' ? '保存中' : `已保存 ${timeInWords(state.at)}`} · 仅在本机
    </span>
  )
}
