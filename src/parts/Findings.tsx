import type { Finding } from '../checks/rule'
import { Button } from '../ui/Button'
import styles from './Findings.module.css'

interface Props {
  readonly findings: readonly Finding[]
  readonly onLocate: (finding: Finding) => void
}

const words = { error: '错误', warning: '提醒', info: '提示' } as const

/** Findings as cards: how grave, what does not agree with both sides, and the way there. */
export const Findings = ({ findings, onLocate }: Props) => (
  <ul className={styles.list}>
    {findings.map((finding) => {
      const look = finding.result === 'open' ? 'open' : finding.severity
      return (
        <li key={`${finding.rule} ${finding.at.join(' ')} ${finding.message}`} className={styles.item} data-look={look}>
          <p>
            <span className={styles.severity}>{look === 'open' ? '未填完' : words[finding.severity]}</span>{' '}
            {finding.message}
          </p>
          {finding.at.length > 0 && (
            <Button onClick={() => onLocate(finding)} aria-label={`定位：${finding.message}`}>
              定位
            </Button>
          )}
        </li>
      )
    })}
  </ul>
)
