import { useRef } from 'react'
import { Link } from 'wouter'
import { draftRoute } from '../../parts/routes'
import { useJudged, useSession, useStore } from '../../parts/session-context'
import { Button } from '../../ui/Button'
import { PrintFrame } from '../../ui/PrintFrame'
import { PageFrame } from './PageFrame'
import { htmlOf, useExport } from './use-export'
import styles from './Editor.module.css'

/** The app's keys work while the preview has the focus, too. */
const passKeysOn = (frame: HTMLIFrameElement): void =>
  frame.contentDocument?.addEventListener('keydown', (event) => {
    const { key, ctrlKey, shiftKey, metaKey } = event
    const passed = new KeyboardEvent('keydown', { key, ctrlKey, shiftKey, metaKey, bubbles: true, cancelable: true })
    if (!document.dispatchEvent(passed)) event.preventDefault()
  })

/** 预览与导出: the very file that is exported, in a frame without scripts; printing prints that frame. */
export const ExportPage = ({ id }: { readonly id: string }) => {
  const session = useSession()
  const final = useStore(session.final)
  const { exportJson, exportHtml } = useExport(session)
  // What another window changes is judged anew: the page that is printed is made anew, too.
  useJudged()
  useStore(session.desk.review)
  const frame = useRef<HTMLIFrameElement>(null)
  const html = htmlOf(session)
  return (
    <PageFrame
      id={id}
      place="export"
      title="预览与导出"
      hint="预览不分页，打印时自动分页。打印时请选 A4 纸，去掉“页眉和页脚”的勾选，勾选“背景图形”。"
      actions={
        <>
          <Button onClick={() => exportJson()}>导出 JSON</Button>
          <Button onClick={exportHtml}>导出网页</Button>
          <Button look="primary" onClick={() => frame.current?.contentWindow?.print()}>
            打印
          </Button>
        </>
      }
    >
      {final === null && (
        <p className={styles.hint}>
          年报还没有定稿，印出和导出的都带“草稿”字样。
          <Link href={draftRoute(id, 'checks')}>到检查结果定稿</Link>
        </p>
      )}
      <PrintFrame
        ref={frame}
        className={styles.preview}
        title="年报预览"
        html={html}
        onLoad={({ currentTarget }) => passKeysOn(currentTarget)}
      />
    </PageFrame>
  )
}
