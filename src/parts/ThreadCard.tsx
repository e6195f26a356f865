import { useRef, useState } from 'react'
import { anchorLabel, type Located } from '../review/anchors'
import type { Anchor } from '../review/event'
import type { Thread } from '../review/threads'
import { replyKey } from '../review/unsent-keys'
import { Button } from '../ui/Button'
import type { Desk } from './desk'
import { timeInWords } from './times'
import { useUnsent, type Unsent } from './unsent'
import styles from './Comments.module.css'

interface Props {
  readonly desk: Desk
  readonly thread: Thread
  /** Where it leads now; undefined for an orphan. */
  readonly located: Located | undefined
  readonly isCurrent: boolean
  readonly unsent: Unsent
  /** Whether nothing can be answered or settled here. */
  readonly readOnly: boolean
  readonly onGo?: (located: Located, thread: Thread) => void
  readonly onReply: (text: string, done: () => void) => void
  readonly onSettle: () => void
}

const longest = 80

const clipped = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

const shown = (value: string): string => (value.trim() === '' ? '空白' : clipped(value))

/** What was remarked on, and what became of it. */
const About = ({ anchor, located }: { readonly anchor: Anchor; readonly located: Located }) => {
  switch (located.kind) {
    case 'here':
      return anchor.kind === 'words' ? (
        <blockquote className={styles.quote}>“{clipped(anchor.words)}”</blockquote>
      ) : anchor.kind === 'place' ? (
        <blockquote className={styles.quote}>{shown(anchor.value)}</blockquote>
      ) : null
    case 'changed':
      return (
        <p className={styles.changed}>
          此处已改：{shown(located.was)} → {shown(located.now)}
        </p>
      )
    case 'gone':
      return (
        <p className={styles.changed}>
          {anchor.kind === 'words'
            ? `原话已不在：“${clipped(located.was)}”`
            : `此处已删去，原为：${shown(located.was)}`}
        </p>
      )
    default:
      return located satisfies never
  }
}

const Said = ({ by, at, text }: { readonly by: string; readonly at: string; readonly text: string }) => (
  <>
    <p className={styles.meta}>
      <bdi>{by === '' ? '未署名' : by}</bdi> · <time dateTime={at}>{timeInWords(Date.parse(at))}</time>
    </p>
    <p className={styles.text}>{text}</p>
  </>
)

interface ReplyProps extends Pick<Props, 'unsent' | 'readOnly' | 'onReply'> {
  readonly thread: Thread
  /** Whether it was opened just now, not found open. */
  readonly takesFocus: boolean
  readonly onClose: () => void
}

const focus = (area: HTMLTextAreaElement | null): void => area?.focus()

const Reply = ({ thread, unsent, readOnly, takesFocus, onReply, onClose }: ReplyProps) => {
  const [text, type] = useUnsent(unsent, replyKey(thread.id))
  const put = (): void => {
    if (readOnly || text.trim() === '') return
    onReply(text.trim(), () => {
      type('')
      onClose()
    })
  }
  return (
    <div className={styles.reply}>
      <textarea
        rows={2}
        value={text}
        readOnly={readOnly}
        aria-label={`回复意见 ${thread.number}`}
        ref={takesFocus ? focus : undefined}
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          const { key, ctrlKey, metaKey, nativeEvent } = event
          if (nativeEvent.isComposing) return
          if (key === 'Escape') onClose()
          else if (key === 'Enter' && (ctrlKey || metaKey)) put()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <div className={styles.acts}>
        {!readOnly && (
          <Button onClick={put} title="Ctrl+Enter">
            加入回复
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          收起
        </Button>
      </div>
    </div>
  )
}

/** One remark and what was answered to it. */
export const ThreadCard = (props: Props) => {
  const { desk, thread, located, isCurrent, unsent, readOnly, onGo, onReply, onSettle } = props
  const { comment, number, replies, settled, settledBy } = thread
  const [written] = useUnsent(unsent, replyKey(thread.id))
  const [shownReply, setShownReply] = useState<'no' | 'kept' | 'asked'>(written === '' ? 'no' : 'kept')
  const card = useRef<HTMLLIElement>(null)
  const label = comment ? anchorLabel(desk.format, desk.typed(), comment.anchor) : '没有随文件来的意见'
  const close = (): void => {
    setShownReply('no')
    setTimeout(() => {
      if (document.activeElement === document.body) card.current?.focus()
    })
  }
  const replyWord = written === '' ? '回复' : '接着写回复'
  const isLeadingSomewhere = located && (located.kind !== 'gone' || located.at !== undefined)
  return (
    <li
      ref={card}
      className={styles.thread}
      data-thread={thread.id}
      data-settled={settled || undefined}
      aria-current={isCurrent || undefined}
      aria-label={`意见 ${number}，${settled ? '已解决' : '未解决'}，${label}`}
      tabIndex={-1}
    >
      <div className={styles.head}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        {onGo && isLeadingSomewhere ? (
          <button type="button" className={styles.place} onClick={() => onGo(located, thread)}>
            {label}
          </button>
        ) : (
          <span className={styles.place}>{label}</span>
        )}
        <span className={styles.state}>{settled ? '✓ 已解决' : '未解决'}</span>
      </div>
      {comment && located && <About anchor={comment.anchor} located={located} />}
      {comment ? (
        <Said by={comment.by} at={comment.at} text={comment.text} />
      ) : (
        <p className={styles.meta}>原意见没有随文件来，只有下面的回复。</p>
      )}
      {replies.length > 0 && (
        <ul className={styles.replies}>
          {replies.map((reply) => (
            <li key={reply.id}>
              <Said by={reply.by} at={reply.at} text={reply.text} />
            </li>
          ))}
        </ul>
      )}
      {settledBy && (
        <p className={styles.meta}>
          <bdi>{settledBy.by}</bdi>于 {timeInWords(Date.parse(settledBy.at))} 标为已解决
        </p>
      )}
      {shownReply !== 'no' ? (
        <Reply
          thread={thread}
          unsent={unsent}
          readOnly={readOnly}
          takesFocus={shownReply === 'asked'}
          onReply={onReply}
          onClose={close}
        />
      ) : readOnly ? null : (
        <div className={styles.acts}>
          <Button look="quiet" onClick={() => setShownReply('asked')} aria-label={`${replyWord}：意见 ${number}`}>
            {replyWord}
          </Button>
          {comment && (
            <Button look="quiet" onClick={onSettle} aria-label={`${settled ? '重新提起' : '解决'}：意见 ${number}`}>
              {settled ? '重新提起' : '解决'}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
