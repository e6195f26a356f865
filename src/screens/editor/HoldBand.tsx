import { useRef, useSyncExternalStore, type FocusEvent } from 'react'
import type { HoldState } from '../../drafts/hold'
import type { Trouble } from '../../drafts/sitting'
import { saveProblem } from '../../parts/save-problem'
import { Button } from '../../ui/Button'
import type { Workbench } from './use-workbench'
import styles from './Editor.module.css'

const says = {
  handing: '另一个窗口要接着填写，正在交过去…',
  taking: '正在接过来，请稍等…',
  held: '另一个窗口正在填写这份年报，这里只能看。',
  moved: '已改在另一个窗口填写，这里只能看。',
  kept: '另一个窗口里有还没存下的内容或没写完的对话框，没有交过来，请先到那个窗口处理完。',
  free: '填写这份年报的窗口已经关闭，要接着填写请点“在这里填写”。',
} as const satisfies Readonly<Partial<Record<HoldState, string>>>

const troubleWords = (trouble: Trouble): string => {
  switch (trouble.kind) {
    case 'aside':
      return `这里没来得及存下的内容另存成了“${trouble.name}”，在年报列表里。`
    case 'unsaved':
      return '这里没来得及存下的内容还在本页，没有能另存，请导出文件留存；存下以前这里不再更新。'
    case 'untaken':
      return `没有能接过来，${saveProblem(trouble.why)}，请再试一次。`
    case 'cleared':
      return '浏览器里存储的内容被清除过，这份年报只在这个窗口里还有。要重新存入、接着填写，请点“在这里填写”。'
    case 'gone':
      return `这份年报已在另一个窗口删除，${
        trouble.aside === undefined
          ? '这里显示的是删除前的内容。要留存请导出文件。'
          : `这里没来得及存下的内容另存成了“${trouble.aside}”，在年报列表里。`
      }`
    default:
      return trouble satisfies never
  }
}

/** Above all: that another window fills the report in, and the way to go on here. */
export const HoldBand = ({ bench: { hold, session, sitting } }: { readonly bench: Workbench }) => {
  const state = useSyncExternalStore(hold.on, hold.get)
  const trouble = useSyncExternalStore(sitting.onTrouble, sitting.trouble)
  const before = useRef<HTMLElement | null>(null)
  if (state === 'holding' || state === 'opening') return null
  const isGone = trouble?.kind === 'gone'
  const isWaiting = state === 'taking' || state === 'handing'

  /** The button goes with the band: the focus goes back to where it came from. */
  const take = async (): Promise<void> => {
    if (isWaiting) return
    await sitting.take()
    if (hold.get() !== 'holding') return
    // What went with the band is still to be known.
    if (trouble?.kind === 'aside') session.notice.set({ message: troubleWords(trouble) })
    const { current } = before
    setTimeout(() => {
      if (document.activeElement !== document.body) return
      ;(current?.isConnected ? current : document.querySelector('h1'))?.focus({ preventScroll: true })
    })
  }

  return (
    <section className={styles.band} aria-label="填写窗口">
      <p role="status">
        {!isGone && trouble?.kind !== 'cleared' && says[state]}
        {trouble && troubleWords(trouble)}
      </p>
      {!isGone && (
        <Button
          look="primary"
          aria-disabled={isWaiting}
          onFocus={({ relatedTarget }: FocusEvent) => {
            before.current = relatedTarget instanceof HTMLElement ? relatedTarget : null
          }}
          onClick={() => void take()}
        >
          在这里填写
        </Button>
      )}
    </section>
  )
}
