import { useState } from 'react'
import { Link } from 'wouter'
import type { Finding } from '../../checks/rule'
import { fileName } from '../../document/file-name'
import { takeFocusLater } from '../../parts/refocus'
import { reviewerWords } from '../../parts/reviewer-words'
import { homeRoute } from '../../parts/routes'
import { SaveLine } from '../../parts/SaveLine'
import { useStore } from '../../parts/session-context'
import { timeInWords } from '../../parts/times'
import { useTitle } from '../../parts/use-title'
import { sendingOf } from '../../review/standing'
import { Button } from '../../ui/Button'
import bar from '../../ui/TopBar.module.css'
import { SheetDialog } from '../../parts/SheetDialog'
import { exportReview, sheetOf } from './export-review'
import type { ReviewBench } from './use-review-bench'
import styles from './Review.module.css'

interface Props {
  readonly bench: ReviewBench
  readonly findings: readonly Finding[]
  readonly onKeys: () => void
}

const Sent = ({ bench }: { readonly bench: ReviewBench }) => {
  const { desk } = bench
  const sending = sendingOf(useStore(desk.review), desk.state())
  return (
    <span className={styles.sent}>
      {sending ? (
        <>
          第 {sending.version} 版 · <bdi>{sending.by}</bdi> {timeInWords(Date.parse(sending.at))} 送审
        </>
      ) : (
        '文件里没有这份内容的送审记录'
      )}
    </span>
  )
}

/** Whose report this is, which version, how it stands, and whether all is saved. */
export const TopBar = ({ bench, findings, onKeys }: Props) => {
  const [isSheetShown, setIsSheetShown] = useState(false)
  const { agency, year } = bench.copy.typed
  const name = agency.name.trim() === '' ? '未填单位' : agency.name
  const { word, look } = reviewerWords(useStore(bench.desk.standing))
  useTitle(`审阅 · ${name} ${year}`)
  return (
    <header className={bar.top}>
      <Link href={homeRoute} className={bar.home ?? ''}>
        政府信息公开年报
      </Link>
      <h1 ref={takeFocusLater} tabIndex={-1} className={styles.name}>
        审阅：<bdi>{name}</bdi> · {year} 年度
      </h1>
      <Sent bench={bench} />
      <span className={styles.standing} data-look={look}>
        {word}
      </span>
      <SaveLine
        saving={bench.saving}
        advice="，会接着再试。请先导出意见留存。"
        action={{ label: '导出意见', run: () => exportReview(bench) }}
      />
      <span className={bar.actions}>
        <Button look="quiet" onClick={onKeys}>
          快捷键
        </Button>
        <Button onClick={() => setIsSheetShown(true)}>审核表</Button>
      </span>
      {isSheetShown && (
        <SheetDialog
          html={() => sheetOf(bench, findings)}
          file={fileName(bench.copy.typed, bench.format, 'html', '-审核表')}
          onClose={() => setIsSheetShown(false)}
        />
      )}
    </header>
  )
}
