import { useCallback, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { fileName } from '../../document/file-name'
import { handover, type Handover } from '../../parts/handover'
import { createStore } from '../../parts/keyed-store'
import { unansweredIn } from '../../parts/remarks'
import { draftRoute } from '../../parts/routes'
import { useIsElsewhere, useSession, useStore } from '../../parts/session-context'
import { SheetDialog } from '../../parts/SheetDialog'
import { standingWords } from '../../parts/standing-words'
import { nextVersion, waiverOf, type Standing } from '../../review/standing'
import { Button } from '../../ui/Button'
import { FileButton } from '../../ui/FileButton'
import { PageFrame } from './PageFrame'
import { ReceiptDialog, type Received } from './ReceiptDialog'
import { RemarksPanel } from './RemarksPanel'
import { ReviewLog } from './ReviewLog'
import { SendDialog } from './SendDialog'
import { readBack, takeIn } from './receiving'
import { sheetOf, useExport } from './use-export'
import { Waiver } from './Waiver'
import styles from './Review.module.css'

/** What the reviewers wrote with their decision on what stands here, or on what was sent last. */
const Summaries = ({ standing }: { readonly standing: Standing }) => {
  const decisions = standing.kind === 'returned' || standing.kind === 'approved' ? standing.decisions : []
  return decisions
    .filter(({ text }) => text !== '')
    .map(({ id, by, text }) => (
      <p key={id} className={styles.summary}>
        {by}：{text}
      </p>
    ))
}

/** 审核: 送审, what came back, and whether the report is approved. */
export const ReviewPage = ({ id }: { readonly id: string }) => {
  const session = useSession()
  const { desk, final, notice } = session
  const review = useStore(desk.review)
  const standing = useStore(desk.standing)
  const isFinal = useStore(final) !== null
  const isElsewhere = useIsElsewhere()
  const [isSheetShown, setIsSheetShown] = useState(false)
  const [isSending, setIsSending] = useState(false)
  const [receiving] = useState(() => createStore<Received | null>(null))
  const received = useStore(receiving)
  const { exportJson } = useExport(session)
  const { look, word, says } = standingWords(standing)
  const isWaived = waiverOf(review) !== undefined
  const version = nextVersion(review)

  const take = useCallback(
    (handed: Handover): void => {
      const taken = takeIn(session, handed)
      if (taken.ok) receiving.set(taken.value)
      else session.notice.set({ message: taken.problem.message })
    },
    [session, receiving],
  )
  const choose = async (file: File): Promise<void> => {
    const read = await readBack(file)
    if (read.ok) take(read.value)
    else notice.set({ message: read.problem.message })
  }
  const send = (by: string, text: string): boolean => {
    if (!desk.add(by, { kind: 'send', version, text, ...desk.state() })) return false
    session.keep({ why: 'sent', detail: `第 ${version} 版` })
    exportJson(`-送审-第${version}版`)
    session.say(`已送审第 ${version} 版，文件已存下`)
    return true
  }
  const saveAgain = (): void => exportJson(standing.kind === 'sent' ? `-送审-第${standing.sending.version}版` : '')

  useEffect(() => {
    session.judge()
    const handed = handover.get()
    if (handed?.draft.id !== id) return
    // What is to be taken in waits until the report is filled in here.
    if (isElsewhere) {
      session.notice.set({ message: `要收进“${handed.file}”，请先点上面的“在这里填写”。` })
      return
    }
    handover.set(null)
    session.notice.set(null)
    take(handed)
  }, [session, id, take, isElsewhere])

  return (
    <PageFrame
      id={id}
      place="review"
      title="审核"
      hint="送审存下一个文件，交给审核的人；审核的人在本程序里打开审阅，把结果存成文件交回来，在这里收进来。"
    >
      <section className={styles.panel} data-look={look} aria-label="审核情况">
        <h2>{isWaived && look === 'none' ? '无需审核' : word}</h2>
        {!(isWaived && look === 'none') && <p>{says}</p>}
        <Summaries standing={standing} />
        {standing.kind === 'approved' && !isFinal && (
          <p>
            <Link href={draftRoute(id, 'checks')}>到检查结果定稿</Link>
          </p>
        )}
        <div className={styles.buttons}>
          {standing.kind === 'sent' ? (
            <Button onClick={saveAgain}>再存一次送审文件</Button>
          ) : (
            !isFinal &&
            !isElsewhere &&
            standing.kind !== 'approved' && (
              <Button look="primary" onClick={() => setIsSending(true)}>
                送审第 {version} 版
              </Button>
            )
          )}
          {!isElsewhere && (
            <FileButton
              look={standing.kind === 'sent' ? 'primary' : 'plain'}
              chooses="选择审核的人交回的文件"
              onFile={(file) => void choose(file)}
            >
              收审核结果
            </FileButton>
          )}
          <Button onClick={() => setIsSheetShown(true)}>审核表</Button>
        </div>
      </section>
      <RemarksPanel />
      <ReviewLog review={review} />
      <section className={styles.setting} aria-label="本单位的审核设置">
        <Waiver />
      </section>
      {isSending && (
        <SendDialog
          version={version}
          unanswered={unansweredIn(review)}
          onSend={send}
          onClose={() => setIsSending(false)}
        />
      )}
      {isSheetShown && (
        <SheetDialog
          html={() => sheetOf(session)}
          file={fileName(session.form.getValues(), session.format, 'html', '-审核表')}
          onClose={() => setIsSheetShown(false)}
        />
      )}
      {received && <ReceiptDialog received={received} onClose={() => receiving.set(null)} />}
    </PageFrame>
  )
}
