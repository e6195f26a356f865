import { reopen, restore } from '../../drafts/version-queries'
import { createStore } from '../../parts/keyed-store'
import { saveProblem } from '../../parts/save-problem'
import type { Workbench } from './use-workbench'

/** What the editor that opens after a restoring has to tell, with the version that leads back. */
const told = createStore<{ readonly draft: string; readonly words: string; readonly back?: number } | null>(null)

interface Step {
  /** The time of the version. */
  readonly at: number
  readonly words: string
  /** Whether the step is itself the way back from one. */
  readonly isBack?: boolean
}

/**
 * Restores a version as a new step: what is here is stored and kept first, then the editor opens anew with what the version
 * held. Where something cannot be done nothing is changed, and it is told why.
 */
export const restoreInto = async (
  { session, sitting, hold }: Workbench,
  { at, words, isBack = false }: Step,
): Promise<void> => {
  const id = session.form.getValues('id')
  const fixed = session.fixed.get()
  if (fixed) {
    session.notice.set({
      message:
        fixed === 'final'
          ? '年报已定稿，没有恢复。请先重新打开定稿。'
          : '另一个窗口正在填写这份年报，没有恢复。请先点上面的“在这里填写”。',
    })
    return
  }
  const bringBack = async (): Promise<boolean> => {
    await sitting.flush()
    if (sitting.unsaved()) {
      session.notice.set({ message: '现在的内容还没有存下来，没有恢复。请稍等再试，或先导出文件留存。' })
      return false
    }
    // What was typed from now on would be typed into what is being replaced.
    session.elsewhere.set(true)
    const restored = await restore(id, at)
    if (!restored) {
      session.notice.set({ message: '这个版本已经不在了，或者要用较新的程序打开，没有恢复。' })
      return false
    }
    // All is stored: whatever the leaving editor would save now is what the restored report has replaced.
    sitting.stop()
    told.set({ draft: id, words, ...(isBack ? {} : { back: restored.before }) })
    reopen(restored.draft)
    return true
  }
  const isRestored = await sitting.alone(bringBack).catch((why: unknown) => {
    session.notice.set({ message: `没有能恢复，${saveProblem(why)}。现在的内容没有改动。` })
    return false
  })
  if (!isRestored) session.elsewhere.set(hold.get() !== 'holding')
}

/** Tells in the editor that opened after a restoring what was done, with the way back. */
export const tellRestored = (bench: Workbench): void => {
  const word = told.get()
  if (!word || word.draft !== bench.session.form.getValues('id')) return
  told.set(null)
  const { words, back } = word
  bench.session.notice.set({
    message: words,
    ...(back === undefined
      ? {}
      : {
          action: {
            label: '撤销',
            run: () => void restoreInto(bench, { at: back, words: '已撤销恢复，回到恢复前的内容', isBack: true }),
          },
        }),
  })
}
