import { useEffect, useRef } from 'react'
import { useSigning } from '../../parts/signing'
import { useUnsent } from '../../parts/unsent'
import { anchorLabel } from '../../review/anchors'
import type { Anchor } from '../../review/event'
import { remarkKey } from '../../review/unsent-keys'
import { Button } from '../../ui/Button'
import type { ReviewBench } from './use-review-bench'
import styles from './Review.module.css'

interface Props {
  readonly bench: ReviewBench
  readonly anchor: Anchor
  /** How many remarks are there already. */
  readonly there: number
  readonly onDone: () => void
  /** Closed with what was written kept. */
  readonly onClose: () => void
}

const quoted = (anchor: Anchor): string | undefined =>
  anchor.kind === 'words'
    ? `“${anchor.words}”`
    : anchor.kind === 'place'
      ? anchor.value.trim() === ''
        ? '空白'
        : anchor.value
      : undefined

/** Where a remark is written: what it is about, its words, and who puts it. */
export const Composer = ({ bench, anchor, there, onDone, onClose }: Props) => {
  const { desk, format, unsent, copy } = bench
  const [text, type] = useUnsent(unsent, remarkKey(anchor))
  const { name, signed, change, dialog } = useSigning()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const label = anchorLabel(format, copy.typed, anchor)
  const quote = quoted(anchor)
  const put = (): void => {
    if (text.trim() === '') {
      area.current?.focus()
      return
    }
    signed((by) => {
      desk.add(by, { kind: 'comment', digest: desk.state().digest, anchor, text: text.trim() })
      type('')
      onDone()
    })
  }
  return (
    <section className={styles.composer} aria-label="写意见">
      <p className={styles.where}>{label}</p>
      {quote !== undefined && <blockquote className={styles.quote}>{quote}</blockquote>}
      {there > 0 && <p className={styles.hint}>此处已有 {there} 条意见，见下。</p>}
      <textarea
        ref={area}
        rows={3}
        value={text}
        aria-label={`意见：${label}`}
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') onClose()
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) put()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <div className={styles.row}>
        <Button look="primary" title="Ctrl+Enter" onClick={put}>
          加入意见
        </Button>
        <Button look="quiet" title="Esc" onClick={onClose}>
          收起
        </Button>
        {name !== '' && (
          <span className={styles.signer}>
            署名 <bdi>{name}</bdi>
            <Button look="quiet" onClick={change}>
              换人
            </Button>
          </span>
        )}
      </div>
      {dialog}
    </section>
  )
}
