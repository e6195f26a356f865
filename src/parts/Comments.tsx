import { useRef } from 'react'
import { locate, type Located } from '../review/anchors'
import type { Thread } from '../review/threads'
import type { Desk } from './desk'
import type { Unsent } from './unsent'
import { useSigning } from './signing'
import { ThreadCard } from './ThreadCard'
import styles from './Comments.module.css'

interface Props {
  readonly desk: Desk
  readonly threads: readonly Thread[]
  /** Goes to where a remark is about; left out where there is nothing to go to. */
  readonly onGo?: (located: Located, thread: Thread) => void
  /** The id of the thread that was gone to last. */
  readonly current?: string
  /** Where replies are kept while they are written. */
  readonly unsent: Unsent
  readonly readOnly?: boolean
}

/** Remarks with their replies: where, what was said by whom and when, whether settled; to be answered and settled. */
export const Comments = ({ desk, threads, onGo, current, unsent, readOnly = false }: Props) => {
  const { signed, dialog } = useSigning()
  const list = useRef<HTMLUListElement>(null)

  /** What is settled may leave the list: the focus goes to what stands in its place. */
  const keepingFocus = (index: number, work: () => void): void => {
    work()
    setTimeout(() => {
      if (document.activeElement !== null && document.activeElement !== document.body) return
      const cards = list.current?.querySelectorAll<HTMLElement>('[data-thread]') ?? []
      ;(cards[Math.min(index, cards.length - 1)] ?? list.current)?.focus()
    })
  }

  return (
    <>
      <ul ref={list} className={styles.list} tabIndex={-1} aria-label="意见">
        {threads.map((thread, index) => (
          <ThreadCard
            key={thread.id}
            desk={desk}
            thread={thread}
            located={thread.comment && locate(desk.format, desk.typed(), thread.comment.anchor)}
            isCurrent={thread.id === current}
            unsent={unsent}
            readOnly={readOnly}
            {...(onGo ? { onGo } : {})}
            onReply={(text, done) =>
              signed((by) => {
                if (desk.add(by, { kind: 'reply', to: thread.comment?.id ?? thread.id, text })) done()
              })
            }
            onSettle={() =>
              signed((by) =>
                keepingFocus(index, () =>
                  desk.add(by, { kind: thread.settled ? 'unsettle' : 'settle', to: thread.id }),
                ),
              )
            }
          />
        ))}
      </ul>
      {dialog}
    </>
  )
}
