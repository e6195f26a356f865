import { Comments } from '../../parts/Comments'
import { useStore } from '../../parts/session-context'
import { anchorLabel, type Located } from '../../review/anchors'
import type { Anchor } from '../../review/event'
import type { Thread } from '../../review/threads'
import { anchorOfKey, remarkKey } from '../../review/unsent-keys'
import { Button } from '../../ui/Button'
import { Filter } from '../../ui/Filter'
import { Composer } from './Composer'
import type { ReviewBench } from './use-review-bench'
import styles from './Review.module.css'

interface Props {
  readonly bench: ReviewBench
  /** All of them, in reading order. */
  readonly threads: readonly Thread[]
  readonly shown: readonly Thread[]
  readonly showsAll: boolean
  readonly onShowAll: (all: boolean) => void
  readonly current: string
  /** What is being remarked on; null while nothing is. */
  readonly anchor: Anchor | null
  readonly there: number
  /** The section in which the reader is; undefined before section one. */
  readonly section: string | undefined
  readonly onCompose: (anchor: Anchor) => void
  readonly onPut: () => void
  readonly onClose: () => void
  readonly onGo: (located: Located, thread: Thread) => void
}

/** What was written and not put, at other places than the one that is open. */
const Unput = ({ bench, anchor, onCompose }: Pick<Props, 'bench' | 'anchor' | 'onCompose'>) => {
  const texts = useStore(bench.unsent)
  const here = anchor && remarkKey(anchor)
  const others = Object.entries(texts).flatMap(([key, text]) => {
    const about = key === here ? undefined : anchorOfKey(key)
    return about ? [{ key, about, text }] : []
  })
  if (others.length === 0) return null
  return (
    <section className={styles.unput} aria-label="还没有加入的意见">
      <h2>写了还没有加入的意见 {others.length} 条</h2>
      <ul>
        {others.map(({ key, about, text }) => (
          <li key={key}>
            <button type="button" className={styles.link} onClick={() => onCompose(about)}>
              {anchorLabel(bench.format, bench.copy.typed, about)}：{text.slice(0, 20)}
              {text.length > 20 && '…'}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 意见: where remarks are written, and those that were made. */
export const CommentsTab = (props: Props) => {
  const { bench, threads, shown, showsAll, onShowAll, current, anchor, section, onCompose, onGo } = props
  const open = threads.filter(({ settled }) => !settled).length
  const title = bench.format.sections.find(({ id }) => id === section)?.title
  return (
    <>
      {anchor ? (
        <Composer
          key={remarkKey(anchor)}
          bench={bench}
          anchor={anchor}
          there={props.there}
          onDone={props.onPut}
          onClose={props.onClose}
        />
      ) : (
        <p className={styles.hint}>
          点正文里的一格或一句，就可以写意见；选中几个字，只对这几个字写。用键盘：Tab 进入正文，方向键移动，F2 写意见。
        </p>
      )}
      <div className={styles.row}>
        <Button
          disabled={section === undefined}
          title={title}
          onClick={() => section !== undefined && onCompose({ kind: 'section', section })}
        >
          对本部分写意见
        </Button>
        <Button onClick={() => onCompose({ kind: 'whole' })}>对全文写意见</Button>
      </div>
      <Unput bench={bench} anchor={anchor} onCompose={onCompose} />
      <Filter
        label="只看"
        options={[
          { id: 'open', label: '未解决', count: open },
          { id: 'all', label: '全部', count: threads.length },
        ]}
        chosen={showsAll ? 'all' : 'open'}
        onChoose={(id) => onShowAll(id === 'all')}
      />
      {shown.length === 0 && (
        <p className={styles.hint}>{threads.length === 0 ? '还没有意见。' : '没有未解决的意见。'}</p>
      )}
      <Comments desk={bench.desk} threads={shown} current={current} unsent={bench.unsent} onGo={onGo} />
    </>
  )
}
