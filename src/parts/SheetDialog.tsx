import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { PrintFrame } from '../ui/PrintFrame'
import { saveFile } from './save-file'
import styles from './SheetDialog.module.css'

interface Props {
  /** The sheet as a page of its own, made when the dialog opens. */
  readonly html: () => string
  /** The name of its file. */
  readonly file: string
  readonly onClose: () => void
}

/** Esc closes the dialog while its frame has the focus, too. */
const closeOn = (frame: HTMLIFrameElement, onClose: () => void): void =>
  frame.contentDocument?.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') onClose()
  })

/** 审核表 as it will be printed, in a frame without scripts. */
export const SheetDialog = ({ html, file, onClose }: Props) => {
  const frame = useRef<HTMLIFrameElement>(null)
  const print = useRef<HTMLButtonElement>(null)
  const [page] = useState(html)
  // A dialog that opens gives the focus to the first that takes it, which is the frame.
  useEffect(() => print.current?.focus(), [])
  return (
    <Dialog title="审核表" wide onClose={onClose}>
      <PrintFrame
        ref={frame}
        className={styles.sheet}
        title="审核表预览"
        html={page}
        onLoad={({ currentTarget }) => closeOn(currentTarget, onClose)}
      />
      <DialogActions>
        <Button onClick={onClose}>关闭</Button>
        <Button onClick={() => saveFile(file, 'text/html', page)}>存为网页</Button>
        <Button ref={print} look="primary" onClick={() => frame.current?.contentWindow?.print()}>
          打印
        </Button>
      </DialogActions>
    </Dialog>
  )
}
