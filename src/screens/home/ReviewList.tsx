import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { ReviewCopy } from '../../drafts/review-copy'
import { reviewRoute } from '../../parts/routes'
import { timeInWords } from '../../parts/times'
import { Button } from '../../ui/Button'
import styles from './Home.module.css'

interface Props {
  readonly reviews: readonly ReviewCopy[]
  readonly onRemove: (copy: ReviewCopy) => void
}

/** What the list calls a report under review. */
export const titleOf = ({ typed }: ReviewCopy): string =>
  `${typed.agency.name.trim() === '' ? '未填单位' : typed.agency.name}${typed.year}年年报`

/** Reading a review takes what the list does not wait for. */
const useSummary = (copy: ReviewCopy) =>
  useQuery({
    queryKey: ['review summary', copy.id, copy.revision, copy.changedAt, copy.receivedAt],
    queryFn: async () => (await import('./review-summary')).summaryOf(copy) ?? null,
    gcTime: 60_000,
  }).data

const Row = ({ copy, onRemove }: { readonly copy: ReviewCopy } & Pick<Props, 'onRemove'>) => {
  const summary = useSummary(copy)
  const title = titleOf(copy)
  return (
    <tr>
      <th scope="row">
        <Link href={reviewRoute(copy.id)}>{title}</Link>
      </th>
      <td>{copy.typed.year}</td>
      <td>{summary?.sent ? `第 ${summary.sent.version} 版` : ''}</td>
      <td>{summary?.sent && <bdi>{summary.sent.by}</bdi>}</td>
      <td>
        {summary === undefined ? (
          '…'
        ) : summary === null ? (
          '需较新的程序'
        ) : (
          <span className={styles.standing} data-look={summary.look}>
            {summary.word}
            {summary.open > 0 && `，意见 ${summary.open} 条`}
          </span>
        )}
      </td>
      <td>{timeInWords(copy.receivedAt)}</td>
      <td className={styles.acts}>
        <Button look="quiet" onClick={() => onRemove(copy)} aria-label={`删除待审阅的“${title}”`}>
          删除
        </Button>
      </td>
    </tr>
  )
}

/** The reports that came for review, the last received first; nothing where there is none. */
export const ReviewList = ({ reviews, onRemove }: Props) =>
  reviews.length === 0 ? null : (
    <section className={styles.reviews}>
      <h2 id="reviews">待审阅</h2>
      <div className={styles.wrap}>
        <table className={styles.list} aria-labelledby="reviews">
          <thead>
            <tr>
              <th scope="col">年报</th>
              <th scope="col">年度</th>
              <th scope="col">送审版</th>
              <th scope="col">送审人</th>
              <th scope="col">状态</th>
              <th scope="col">收到</th>
              <th scope="col">
                <span className="unseen">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {reviews.map((copy) => (
              <Row key={copy.id} copy={copy} onRemove={onRemove} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
