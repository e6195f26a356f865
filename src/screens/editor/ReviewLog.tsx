import { timeInWords } from '../../parts/times'
import type { Event } from '../../review/event'
import type { Review } from '../../review/review'
import styles from './Review.module.css'

const wordOf = (event: Event): string | undefined => {
  switch (event.kind) {
    case 'send':
      return `送审第 ${event.version} 版`
    case 'return':
      return '退回修改'
    case 'approve':
      return '审核通过'
    case 'waive':
      return '设为无需审核'
    case 'require':
      return '改为需要审核'
    case 'unfreeze':
      return '重新打开定稿'
    case 'comment':
    case 'reply':
    case 'settle':
    case 'unsettle':
      return undefined
    default:
      event satisfies never
      return '其他操作，请用较新的程序查看'
  }
}

const textOf = (event: Event): string => ('text' in event ? event.text : '')

/** What was done with the report, the last first; comments and their answers stand elsewhere. */
export const ReviewLog = ({ review }: { readonly review: Review }) => {
  const steps = [...review.events].reverse().filter((event) => wordOf(event) !== undefined)
  if (steps.length === 0) return null
  return (
    <section aria-label="经过">
      <h2 className={styles.subtitle}>经过</h2>
      <ol className={styles.log}>
        {steps.map((event) => (
          <li key={event.id}>
            <span className={styles.when}>{timeInWords(Date.parse(event.at))}</span>
            <b>{wordOf(event)}</b>
            <span>{event.by}</span>
            {textOf(event) !== '' && <span className={styles.summary}>{textOf(event)}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
