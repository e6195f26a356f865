import { useEffect, useMemo, useRef, useState } from 'react'
import { faultsOf } from '../../checks/run'
import { footOf } from '../../document/foot'
import { writeHtml } from '../../document/html'
import { documentOf } from '../../document/model'
import type { ReviewCopy } from '../../drafts/review-copy'
import type { Format } from '../../format'
import { keepingFocus } from '../../parts/refocus'
import { useStore } from '../../parts/session-context'
import { reportOf } from '../../report/reading'
import { stateOf } from '../../review/state'
import { Button } from '../../ui/Button'
import { KeysDialog } from '../../ui/KeysDialog'
import { Tabs } from '../../ui/Tabs'
import { Toast } from '../../ui/Toast'
import { CommentsTab } from './CommentsTab'
import { CompareTab } from './CompareTab'
import { DecisionPanel } from './DecisionPanel'
import { FindingsTab } from './FindingsTab'
import { keys } from './keys'
import { Paper } from './Paper'
import { TopBar } from './TopBar'
import { useComparison } from './use-comparison'
import { useJudge } from './use-findings'
import { useReading, type Reading } from './use-reading'
import { useReviewBench, type ReviewBench } from './use-review-bench'
import styles from './Review.module.css'

/** The keys that work everywhere on the screen; the document passes them on. */
const useKeys = (reading: Reading, onKeys: () => void): void => {
  const onKey = useRef<(event: KeyboardEvent) => void>(() => undefined)
  useEffect(() => {
    onKey.current = (event) => {
      if (event.isComposing || document.querySelector('dialog[open]')) return
      const by = event.shiftKey ? -1 : 1
      if (event.key === 'F8') reading.nextFinding(by)
      else if (event.key === 'F9') reading.nextThread(by)
      else if (event.key === 'F2') reading.remarkHere()
      else if ((event.ctrlKey || event.metaKey) && event.key === '/') onKeys()
      else return
      event.preventDefault()
    }
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey.current(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

const Superseded = ({ bench, onAgain }: { readonly bench: ReviewBench; readonly onAgain: () => void }) =>
  useStore(bench.superseded) && (
    <p className={styles.superseded} role="alert">
      <span>这份年报又送来了新的一版，这里显示的还是上一版。意见都已保存。</span>
      <Button onClick={onAgain}>打开新的一版</Button>
    </p>
  )

const Said = ({ bench }: { readonly bench: ReviewBench }) => (
  <div role="status" aria-live="polite" aria-label="播报" className="unseen">
    {useStore(bench.said)}
  </div>
)

const Notice = ({ bench: { notice } }: { readonly bench: ReviewBench }) => {
  const message = useStore(notice)
  return message !== null && <Toast message={message} onClose={() => keepingFocus(() => notice.set(null))} />
}

interface Props {
  readonly copy: ReviewCopy
  readonly format: Format
  /** Opens what is stored anew. */
  readonly onAgain: () => void
}

/** A report under review: the document at the left, what is said of it and the decision at the right. */
export const ReviewScreen = ({ copy, format, onAgain }: Props) => {
  const bench = useReviewBench(copy, format)
  const judge = useJudge(copy, format)
  const findings = useMemo(() => judge(copy), [judge, copy])
  const comparison = useComparison(bench, judge, findings)
  const reading = useReading(bench, findings, comparison?.spots)
  const [keysShown, setKeysShown] = useState(false)
  useKeys(reading, () => setKeysShown(true))
  const html = useMemo(() => {
    const { typed, accepted, review, final, receivedAt } = copy
    const foot = footOf(review, stateOf(format, typed, accepted), { final, now: receivedAt })
    const document = documentOf(format, reportOf(format, typed), { draft: final === null, foot })
    return writeHtml(document, { anchored: true })
  }, [copy, format])
  const { placed, shown, tab } = reading
  const open = placed.filter(({ thread }) => !thread.settled).length
  const faults = faultsOf(findings).length

  return (
    <>
      <div className={styles.frame}>
        <TopBar bench={bench} findings={findings} onKeys={() => setKeysShown(true)} />
        <main className={styles.main}>
          <Superseded bench={bench} onAgain={onAgain} />
          <Paper
            html={html}
            marks={reading.marks}
            onOpen={reading.open}
            onPlace={reading.arrive}
            onRemark={reading.remark}
          />
        </main>
        <aside className={styles.side} aria-label="审阅">
          <Tabs
            label="审阅内容"
            tabs={[
              { id: 'comments', label: `意见 ${open}` },
              { id: 'findings', label: `问题 ${faults}` },
              { id: 'compare', label: '与上次比较' },
            ]}
            current={tab}
            onSelect={reading.setTab}
          >
            {tab === 'comments' ? (
              <CommentsTab
                bench={bench}
                threads={placed.map(({ thread }) => thread)}
                shown={shown.map(({ thread }) => thread)}
                showsAll={reading.showsAll}
                onShowAll={reading.setShowsAll}
                current={reading.thread}
                anchor={reading.anchor}
                there={reading.there}
                section={reading.section}
                onCompose={reading.compose}
                onPut={reading.put}
                onClose={reading.back}
                onGo={reading.goThread}
              />
            ) : tab === 'findings' ? (
              <FindingsTab
                bench={bench}
                findings={findings}
                current={reading.finding}
                only={reading.only}
                onOnly={reading.setOnly}
                onGo={reading.goFinding}
                onRemark={reading.remarkOn}
              />
            ) : (
              <CompareTab
                bench={bench}
                comparison={comparison}
                onGo={reading.goPlace}
                onGoThread={reading.showThread}
                onGoFinding={reading.goFinding}
              />
            )}
          </Tabs>
          <DecisionPanel bench={bench} findings={findings} open={open} />
        </aside>
      </div>
      <Said bench={bench} />
      <Notice bench={bench} />
      {keysShown && <KeysDialog keys={keys} onClose={() => setKeysShown(false)} />}
    </>
  )
}
