import type { ReactNode } from 'react'
import type { Finding } from '../../checks/rule'
import { Differences } from '../../parts/Differences'
import { FindingCard } from '../../parts/FindingCard'
import { keyOf } from '../../parts/finding-kinds'
import { timeInWords } from '../../parts/times'
import type { Address } from '../../report/cells'
import type { TypedReport } from '../../report/report'
import { anchorLabel } from '../../review/anchors'
import { sendingOf } from '../../review/standing'
import type { Thread } from '../../review/threads'
import { Button } from '../../ui/Button'
import type { Comparison } from './use-comparison'
import type { ReviewBench } from './use-review-bench'
import styles from './Review.module.css'

interface Props {
  readonly bench: ReviewBench
  readonly comparison: Comparison | undefined
  readonly onGo: (at: Address) => void
  readonly onGoThread: (thread: Thread) => void
  readonly onGoFinding: (finding: Finding) => void
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title} className={styles.part}>
    <h2>{title}</h2>
    {children}
  </section>
)

const LastReply = ({ thread: { replies } }: { readonly thread: Thread }) => {
  const last = replies[replies.length - 1]
  return last ? (
    <p className={styles.hint}>
      <bdi>{last.by}</bdi>：{last.text}
    </p>
  ) : null
}

const Remarks = ({
  bench,
  title,
  threads,
  onGo,
}: {
  readonly bench: ReviewBench
  readonly title: string
  readonly threads: readonly Thread[]
  readonly onGo: (thread: Thread) => void
}) =>
  threads.length === 0 ? null : (
    <>
      <h3 className={styles.kind}>
        {title} {threads.length} 条
      </h3>
      <ul>
        {threads.map((thread) => (
          <li key={thread.id}>
            <button type="button" className={styles.link} onClick={() => onGo(thread)}>
              意见 {thread.number} ·{' '}
              {thread.comment && anchorLabel(bench.format, bench.copy.typed, thread.comment.anchor)}
            </button>
            <LastReply thread={thread} />
          </li>
        ))}
      </ul>
    </>
  )

const Faults = ({
  title,
  findings,
  typed,
  onGo,
}: {
  readonly title: string
  readonly findings: readonly Finding[]
  readonly typed: TypedReport
  readonly onGo: (finding: Finding) => void
}) =>
  findings.length === 0 ? null : (
    <>
      <h3 className={styles.kind}>
        {title} {findings.length} 处
      </h3>
      <ul className={styles.list}>
        {findings.map((finding) => (
          <FindingCard key={keyOf(finding)} finding={finding} typed={typed}>
            <Button onClick={() => onGo(finding)} aria-label={`定位：${finding.message}`}>
              定位
            </Button>
          </FindingCard>
        ))}
      </ul>
    </>
  )

const Cured = ({ findings }: { readonly findings: readonly Finding[] }) =>
  findings.length === 0 ? null : (
    <>
      <h3 className={styles.kind}>已改正或已写明理由 {findings.length} 处</h3>
      <ul className={styles.cured}>
        {findings.map((finding) => (
          <li key={keyOf(finding)}>✓ {finding.message}</li>
        ))}
      </ul>
    </>
  )

/** 与上次比较: what became of the remarks and the faults since the version that was last decided on, and what was changed. */
export const CompareTab = ({ bench, comparison, onGo, onGoThread, onGoFinding }: Props) => {
  if (!comparison) return <p className={styles.hint}>以前没有审核过这份年报，没有可以比较的上一版。</p>
  const { base, before, faults, answers, spots } = comparison
  const { decision } = base
  const version = sendingOf(bench.desk.review.get(), decision)?.version
  const isQuiet = faults.cured.length + faults.fresh.length + faults.still.length === 0
  const isUnasked = answers.settled.length + answers.answered.length + answers.open.length === 0
  return (
    <>
      <p>
        与<bdi>{decision.by}</bdi>于 {timeInWords(Date.parse(decision.at))}{' '}
        {decision.kind === 'return' ? '退回' : '审核通过'}的{version === undefined ? '内容' : `第 ${version} 版`}比较。
      </p>
      {decision.text !== '' && <blockquote className={styles.quote}>{decision.text}</blockquote>}
      <Part title="当时的意见">
        {isUnasked && <p className={styles.hint}>当时没有未解决的意见。</p>}
        <Remarks bench={bench} title="没有回复" threads={answers.open} onGo={onGoThread} />
        <Remarks bench={bench} title="已回复" threads={answers.answered} onGo={onGoThread} />
        <Remarks bench={bench} title="已解决" threads={answers.settled} onGo={onGoThread} />
      </Part>
      <Part title="检查发现的问题">
        {isQuiet && <p className={styles.hint}>当时和现在都没有发现问题。</p>}
        <Faults title="新出现" findings={faults.fresh} typed={bench.copy.typed} onGo={onGoFinding} />
        <Faults title="仍然存在" findings={faults.still} typed={bench.copy.typed} onGo={onGoFinding} />
        <Cured findings={faults.cured} />
      </Part>
      <Part title="内容的改动">
        <p className={styles.hint}>
          {spots.length === 0 ? '印出来的内容没有改动。' : '正文里改过的格有绿框，改过的句子下有绿线。'}
        </p>
        <Differences format={bench.format} before={before} after={bench.copy.typed} onGo={onGo} />
      </Part>
    </>
  )
}
