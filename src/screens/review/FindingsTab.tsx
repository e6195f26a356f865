import type { Finding } from '../../checks/rule'
import { FindingCard } from '../../parts/FindingCard'
import { keyOf, kindOf, kinds, type Kind } from '../../parts/finding-kinds'
import { Button } from '../../ui/Button'
import { Filter } from '../../ui/Filter'
import type { ReviewBench } from './use-review-bench'
import styles from './Review.module.css'

interface Props {
  readonly bench: ReviewBench
  readonly findings: readonly Finding[]
  readonly current: string
  /** The kind that is shown alone. */
  readonly only: Kind | null
  readonly onOnly: (kind: Kind | null) => void
  readonly onGo: (finding: Finding) => void
  readonly onRemark: (finding: Finding) => void
}

/** 问题: what the rules say of the report, gravest first, with the clerk's reasons; each can be gone to and remarked on. */
export const FindingsTab = ({ bench, findings, current, only, onOnly, onGo, onRemark }: Props) => {
  const of = (kind: Kind): readonly Finding[] => findings.filter((finding) => kindOf(finding) === kind)
  const isHomeless = ({ result, at }: Finding): boolean => result === 'unknown' && at.length === 0
  const all = kinds.filter(({ id, inAll }) => (only === null ? inAll : id === only)).flatMap(({ id }) => of(id))
  const shown = all.filter((finding) => !isHomeless(finding))
  const homeless = all.filter(isHomeless)
  return (
    <>
      <Filter
        label="只看"
        options={[
          { id: null, label: '全部' },
          ...kinds.flatMap(({ id, label }) => (of(id).length === 0 ? [] : [{ id, label, count: of(id).length }])),
        ]}
        chosen={only}
        onChoose={onOnly}
      />
      {all.length === 0 && <p className={styles.hint}>没有发现问题。</p>}
      <ul className={styles.list}>
        {shown.map((finding) => (
          <FindingCard
            key={keyOf(finding)}
            finding={finding}
            typed={bench.copy.typed}
            isCurrent={keyOf(finding) === current}
          >
            {finding.at.length > 0 && (
              <Button onClick={() => onGo(finding)} aria-label={`定位：${finding.message}`}>
                定位
              </Button>
            )}
            {kindOf(finding) !== 'pass' && (
              <Button look="quiet" onClick={() => onRemark(finding)} aria-label={`就此处写意见：${finding.message}`}>
                就此处写意见
              </Button>
            )}
          </FindingCard>
        ))}
      </ul>
      {homeless.length > 0 && (
        <details className={styles.homeless}>
          <summary>没有上年年报，{homeless.length} 项不能核对</summary>
          <ul>
            {homeless.map((finding) => (
              <li key={keyOf(finding)}>{finding.message}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
