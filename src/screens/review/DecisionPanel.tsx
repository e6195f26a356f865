import { useState } from 'react'
import type { Finding } from '../../checks/rule'
import { kindOf } from '../../parts/finding-kinds'
import { useStore } from '../../parts/session-context'
import { timeInWords } from '../../parts/times'
import { Button } from '../../ui/Button'
import { DecisionDialog } from './DecisionDialog'
import { decisionOn, exportReview } from './export-review'
import type { ReviewBench } from './use-review-bench'
import styles from './Review.module.css'

interface Props {
  readonly bench: ReviewBench
  readonly findings: readonly Finding[]
  readonly open: number
}

const againstOf = (findings: readonly Finding[]): readonly string[] => {
  const of = (kind: ReturnType<typeof kindOf>): number => findings.filter((one) => kindOf(one) === kind).length
  const counts = [
    [of('error'), '处错误'],
    [of('warning'), '处提醒没有写明理由'],
    [of('open'), '处未填完'],
  ] as const
  return counts.flatMap(([count, what]) => (count > 0 ? [`还有 ${count} ${what}。`] : []))
}

/** 审核结论: what was decided on this content, the ways to decide, and the file that goes back. */
export const DecisionPanel = ({ bench, findings, open }: Props) => {
  const { desk } = bench
  const review = useStore(desk.review)
  const [asking, setAsking] = useState<'return' | 'approve' | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const decision = decisionOn(review, desk.state())
  const save = (): void => {
    const name = exportReview(bench)
    setSaved(name)
    bench.say(`已存为 ${name}`)
  }
  return (
    <section className={styles.decision} aria-label="审核结论" data-look={decision?.kind}>
      {decision ? (
        <div>
          <p>
            <b>{decision.kind === 'return' ? '已退回修改' : '审核通过'}</b> <bdi>{decision.by}</bdi> ·{' '}
            {timeInWords(Date.parse(decision.at))}
          </p>
          {decision.text !== '' && <p className={styles.summary}>{decision.text}</p>}
        </div>
      ) : (
        <p>还没有结论。{open > 0 ? `未解决的意见 ${open} 条。` : ''}</p>
      )}
      {saved !== null && <p className={styles.hint}>已存为“{saved}”，请把这个文件交给填报的人。</p>}
      <div className={styles.row}>
        <Button onClick={() => setAsking('return')}>退回修改</Button>
        <Button look={decision ? 'plain' : 'primary'} onClick={() => setAsking('approve')}>
          审核通过
        </Button>
        <Button look={decision ? 'primary' : 'plain'} className={styles.export} onClick={save}>
          {decision ? '导出审核结果' : '导出意见'}
        </Button>
      </div>
      {asking !== null && (
        <DecisionDialog
          kind={asking}
          bench={bench}
          open={open}
          against={againstOf(findings)}
          onDone={(kind) => {
            setAsking(null)
            setSaved(null)
            bench.say(kind === 'return' ? '已退回修改，请导出审核结果' : '审核通过，请导出审核结果')
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  )
}
