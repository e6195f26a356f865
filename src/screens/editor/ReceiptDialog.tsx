import { Differences } from '../../parts/Differences'
import { useSession } from '../../parts/session-context'
import { timeInWords } from '../../parts/times'
import type { Problem } from '../../report/result'
import type { TypedReport } from '../../report/report'
import type { Decision } from '../../review/event'
import { countsOf, type Receipt } from '../../review/receive'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { DialogActions } from '../../ui/DialogActions'
import styles from './Review.module.css'

/** What was received: the file, what it brought, and the report that stood in it. */
export interface Received {
  readonly file: string
  readonly told: readonly Problem[]
  readonly receipt: Receipt
  readonly typed: TypedReport
  /** Whether the file's report is of the format of the draft: only then are the two compared. */
  readonly isComparable: boolean
}

const DecisionLine = ({ decision: { kind, by, at, text } }: { readonly decision: Decision }) => (
  <p className={styles.decision} data-look={kind}>
    <b>{kind === 'approve' ? '审核通过' : '退回修改'}</b> {by}，{timeInWords(Date.parse(at))}
    {text !== '' && <span className={styles.summary}>{text}</span>}
  </p>
)

const aboutWords = ({ about, later, differs, decisions }: Receipt): string => {
  if (!differs) return decisions.length > 0 ? '审的就是现在这份内容。' : '文件里的年报就是现在这份内容。'
  if (!about)
    return '文件里的年报不是从这里送审的任何一版，可能在别处改动过。这里的年报没有改动，意见已收进来；需要那份内容时，请在首页打开文件，另存副本。'
  const next = later ? `之后已送审第 ${later.version} 版，第 ${later.version} 版仍等审核。` : '送审以后这里又有改动。'
  return `审的是第 ${about.version} 版，${next}意见已收进来，这里的年报没有改动。`
}

/** What a file of the reviewer brought; where the draft went on meanwhile, both states side by side. */
export const ReceiptDialog = ({ received, onClose }: { readonly received: Received; readonly onClose: () => void }) => {
  const { format, form } = useSession()
  const { file, told, receipt, typed, isComparable } = received
  const counts = countsOf(receipt.fresh)
  return (
    <Dialog title={`收到“${file}”`} onClose={onClose}>
      {told.length > 0 && (
        <ul className={styles.told} aria-label="读入时发现">
          {told.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      <p>{counts === '' ? '文件里的意见和结论都已收过，没有新的内容。' : `收到 ${counts}。`}</p>
      {receipt.decisions.map((decision) => (
        <DecisionLine key={decision.id} decision={decision} />
      ))}
      <p>{aboutWords(receipt)}</p>
      {receipt.differs && isComparable && (
        <section className={styles.differences} aria-label="文件里的与这里的不同">
          <h3>文件里的年报（之前）与这里的（现在）</h3>
          <Differences format={format} before={typed} after={form.getValues()} />
        </section>
      )}
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          知道了
        </Button>
      </DialogActions>
    </Dialog>
  )
}
