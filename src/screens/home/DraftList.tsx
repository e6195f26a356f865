import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { Draft } from '../../drafts/draft'
import { formatById } from '../../format'
import { draftRoute } from '../../parts/routes'
import { timeInWords } from '../../parts/times'
import { progressOf, together } from '../../report/progress'
import { Button } from '../../ui/Button'
import { nameOf } from '../../parts/draft-name'
import type { Summary } from './summary'
import styles from './Home.module.css'

interface Acts {
  readonly onRename: (draft: Draft) => void
  readonly onDuplicate: (draft: Draft) => void
  readonly onRemove: (draft: Draft) => void
}

const known = new WeakMap<Draft, ReturnType<typeof together>>()

/** How far a draft is; undefined where its format is newer than this program. A draft that did not change is not read again. */
const progressIn = (draft: Draft): ReturnType<typeof together> | undefined => {
  const format = formatById(draft.format)
  if (!format) return undefined
  const progress = known.get(draft) ?? together(Object.values(progressOf(format, draft.typed)))
  known.set(draft, progress)
  return progress
}

/** The rules are large and the list does not wait for them. */
const useSummary = (draft: Draft): Summary | undefined =>
  useQuery({
    queryKey: ['summary', draft.id, draft.revision, draft.changedAt],
    queryFn: async () => (await import('./summary')).summaryOf(draft) ?? null,
    gcTime: 60_000,
  }).data ?? undefined

const Faults = ({ draft, summary }: { readonly draft: Draft; readonly summary: Summary | undefined }) => {
  if (draft.final) return <span className={styles.final}>已定稿</span>
  if (summary === undefined) return '…'
  return summary.faults === 0 ? '无' : <span className={styles.faults}>{summary.faults} 处</span>
}

const Row = ({ draft, onRename, onDuplicate, onRemove }: { readonly draft: Draft } & Acts) => {
  const progress = progressIn(draft)
  const summary = useSummary(draft)
  const name = nameOf(draft)
  const share = progress ? Math.floor((100 * progress.filled) / Math.max(1, progress.of)) : 0
  return (
    <tr>
      <th scope="row">
        <Link href={draftRoute(draft.id)}>{name}</Link>
        {draft.name !== '' && <span className={styles.unit}>{draft.typed.agency.name}</span>}
      </th>
      <td>{draft.typed.year}</td>
      <td>
        <span className={styles.progress}>
          <progress max={100} value={share} aria-label={`${name}的进度`} />
          {share}%
        </span>
      </td>
      <td>{progress === undefined ? '需较新的程序' : <Faults draft={draft} summary={summary} />}</td>
      <td>{summary?.standing}</td>
      <td>{timeInWords(draft.changedAt)}</td>
      <td className={styles.acts}>
        <Button look="quiet" onClick={() => onRename(draft)} aria-label={`重命名“${name}”`}>
          重命名
        </Button>
        <Button look="quiet" onClick={() => onDuplicate(draft)} aria-label={`复制“${name}”`}>
          复制
        </Button>
        <Button look="quiet" onClick={() => onRemove(draft)} aria-label={`删除“${name}”`}>
          删除
        </Button>
      </td>
    </tr>
  )
}

/** The drafts as a list, or what to do when there is none. */
export const DraftList = ({ drafts, ...acts }: { readonly drafts: readonly Draft[] } & Acts) =>
  drafts.length === 0 ? (
    <div className={styles.empty}>
      <p>这台电脑上还没有年报。</p>
      <p>点“新建年报”开始填写，点“打开文件”接着填别处导出的年报，或点“试填示例”先看一份填好的。</p>
      <p>从前填过的，存在当时的浏览器和网址（或程序文件）里：请在那里“备份全部”，再到这里“恢复”。</p>
    </div>
  ) : (
    <div className={styles.wrap}>
      <table className={styles.list} aria-label="年报列表">
        <thead>
          <tr>
            <th scope="col">年报</th>
            <th scope="col">年度</th>
            <th scope="col">进度</th>
            <th scope="col">问题</th>
            <th scope="col">审核</th>
            <th scope="col">上次改动</th>
            <th scope="col">
              <span className="unseen">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft) => (
            <Row key={draft.id} draft={draft} {...acts} />
          ))}
        </tbody>
      </table>
    </div>
  )
