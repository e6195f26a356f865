import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { deadlineOf } from '../../checks/prose/deadline'
import { obstaclesOf } from '../../checks/run'
import { kindOf, obstaclesInWords } from '../../parts/finding-kinds'
import { seekFinding } from '../../parts/locate'
import { ReasonDialog } from '../../parts/ReasonDialog'
import { draftRoute } from '../../parts/routes'
import { useIsElsewhere, useJudged, useSession, useStore } from '../../parts/session-context'
import { timeInWords } from '../../parts/times'
import { shortCode } from '../../report/digest'
import { reportOf } from '../../report/reading'
import { isCleared } from '../../review/standing'
import { Button } from '../../ui/Button'
import { Waiver } from './Waiver'
import styles from './Editor.module.css'

const advice = '提醒可以改正，也可以写明理由。'

/** When and why the final copy was opened last. */
const Reopened = () => {
  const { desk } = useSession()
  const { events } = useStore(desk.review)
  const last = [...events].reverse().find((event) => event.kind === 'unfreeze')
  return last?.kind === 'unfreeze' ? (
    <span className={styles.deadline}>
      上次定稿后于 {timeInWords(Date.parse(last.at))} {last.by !== '' && `由${last.by}`}重新打开：{last.text}
    </span>
  ) : null
}

/** 定稿: what still stands against it, or when the final copy was made and the way to open it again. */
export const FinalPanel = () => {
  const session = useSession()
  const { findings } = useJudged()
  const final = useStore(session.final)
  const isElsewhere = useIsElsewhere()
  const [isAsking, setIsAsking] = useState(false)
  const [, navigate] = useLocation()
  const review = useStore(session.desk.review)
  useStore(session.desk.standing)
  const obstacles = obstaclesOf(findings)
  const isApproved = isCleared(review, session.desk.state())
  const reviewPlace = draftRoute(session.form.getValues('id'), 'review')
  const [first] = obstacles
  const [today] = useState(() => new Date())
  const deadline = deadlineOf(session.format, reportOf(session.format, session.form.getValues()), today)

  const finalise = (): void => {
    const refusal = session.finalise()
    if (!refusal) {
      session.notice.set(null)
      session.keep({ why: 'final' })
      session.say('已定稿')
      return
    }
    if (refusal.kind === 'unapproved') {
      session.notice.set({
        message: '还不能定稿：现在的内容没有审核通过。请送审，或者写明本单位无需审核的理由。',
        action: {
          label: '去审核',
          run: () => {
            session.notice.set(null)
            navigate(reviewPlace)
          },
        },
      })
      return
    }
    if (refusal.kind === 'elsewhere') return
    const [stands] = refusal.obstacles
    if (stands) {
      session.notice.set({ message: `还不能定稿，先处理这一处。${kindOf(stands) === 'warning' ? advice : ''}` })
      seekFinding(session, stands)
    }
  }
  const reopen = (reason: string, by: string): boolean => {
    const isDone = session.reopen(by, reason)
    if (isDone) session.say('已重新打开，可以改动')
    return isDone
  }

  return (
    <section
      className={styles.final}
      data-look={final ? 'final' : first || !isApproved ? 'not' : 'ready'}
      aria-label="定稿"
    >
      {final ? (
        <>
          <p>
            <b>已定稿</b> {timeInWords(Date.parse(final.at))} · 校验短码 <code>{shortCode(final.digest)}</code>
            。内容不能再改动，印出和导出的不带“草稿”字样。
          </p>
          {!isElsewhere && <Button onClick={() => setIsAsking(true)}>重新打开</Button>}
        </>
      ) : (
        <>
          <p>
            {first
              ? `定稿前还有 ${obstaclesInWords(obstacles)}。${obstacles.some((one) => kindOf(one) === 'warning') ? advice : ''}`
              : isApproved
                ? '可以定稿了。定稿后内容不能再改动，印出和导出的不带“草稿”字样。'
                : '检查没有问题了。现在的内容还没有审核通过，定稿前须送审，或者写明本单位无需审核的理由。'}
            {!isApproved && (
              <>
                {' '}
                <Link href={reviewPlace}>去审核</Link>{' '}
              </>
            )}
            {deadline && <span className={styles.deadline}>{deadline.message}。</span>}
            <Reopened />
          </p>
          {!isElsewhere && (
            <Button look={first || !isApproved ? 'plain' : 'primary'} onClick={finalise}>
              定稿
            </Button>
          )}
          <Waiver />
        </>
      )}
      {isAsking && (
        <ReasonDialog
          title="重新打开定稿"
          about="重新打开后可以改动；要印正式的年报，须再次定稿。"
          hint="理由留在年报文件里，审核的人能看到。"
          unsentKey="unfreeze"
          confirm="重新打开"
          signed
          onDone={reopen}
          onClose={() => setIsAsking(false)}
        />
      )}
    </section>
  )
}
