import { useState, type KeyboardEvent } from 'react'
import { isAcceptable } from '../checks/accepted'
import type { Cure, Finding } from '../checks/rule'
import type { Acceptance } from '../report/acceptance'
import { reasonKey, staleReasonKey } from '../review/unsent-keys'
import { Button } from '../ui/Button'
import { applyCure } from './curing'
import { unsentOf } from './draft-unsent'
import { FindingCard } from './FindingCard'
import { keyOf } from './finding-kinds'
import { lapsedFor } from './judging'
import { ReasonDialog } from './ReasonDialog'
import { keepingFocus, walkCards } from './refocus'
import { useIsFixed, useSession } from './session-context'
import styles from './Findings.module.css'

interface Props {
  readonly findings: readonly Finding[]
  /** Left out where the fault is in sight anyway. */
  readonly onLocate?: (finding: Finding) => void
}

/** The arrows go from card to card, so that no Tab through every button is needed. */
const walk = (event: KeyboardEvent<HTMLButtonElement>): void => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by !== 0 && walkCards(event.currentTarget.closest('[data-finding]'), by)) event.preventDefault()
}

const CureButton = ({ cure, about }: { readonly cure: Cure; readonly about: string }) => {
  const session = useSession()
  return (
    <Button
      onKeyDown={walk}
      onClick={() => keepingFocus(() => applyCure(session, cure))}
      aria-label={`${cure.says}：${about}`}
      className={styles.cure}
    >
      {cure.says}
    </Button>
  )
}

/** The likeliest cure, the others folded away. */
const Cures = ({ cures, about }: { readonly cures: readonly Cure[]; readonly about: string }) => {
  const [first, ...others] = cures
  if (!first) return null
  return (
    <>
      <CureButton cure={first} about={about} />
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>其他可能 {others.length} 种</summary>
          {others.map((cure) => (
            <CureButton key={cure.says} cure={cure} about={about} />
          ))}
        </details>
      )}
    </>
  )
}

/** Asks why a finding may stand. */
const Reason = ({
  finding,
  twins,
  onClose,
}: {
  readonly finding: Finding
  /** How many findings say the same here. */
  readonly twins: number
  readonly onClose: () => void
}) => {
  const session = useSession()
  const [unsent] = useState(() => unsentOf(session.form.getValues('id')))
  const { findings } = session.judged.get()
  const stale = staleReasonKey(unsent.get(), finding, findings)
  return (
    <ReasonDialog
      title="为什么可以这样填"
      about={finding.message}
      hint={`理由留在年报文件里，审核的人能看到；这里说的数或文字一变，理由就失效。${twins > 1 ? `同样的话在这里有 ${twins} 处，一并适用。` : ''}`}
      unsentKey={reasonKey(finding)}
      draft={stale === undefined ? lapsedFor(session.judged.get(), finding)?.reason : unsent.get()[stale]}
      placeholder={finding.severity === 'error' ? '此数口径不同：' : undefined}
      confirm="保存理由"
      onDone={(reason) =>
        keepingFocus(() => {
          const isDone = session.accept(finding, reason)
          if (isDone && stale !== undefined) unsent.put(stale, '')
          if (isDone) session.say('已保存理由')
          return isDone
        })
      }
      onClose={onClose}
    />
  )
}

const Card = ({ finding, onLocate }: { readonly finding: Finding } & Pick<Props, 'onLocate'>) => {
  const session = useSession()
  const isFixed = useIsFixed()
  const [isAsking, setIsAsking] = useState(false)
  const { message, cures = [], accepted, at } = finding
  const twins = session.judged
    .get()
    .findings.filter((one) => one.rule === finding.rule && one.message === message && one.at[0] === at[0]).length
  const withdraw = (acceptance: Acceptance): void => {
    if (!session.withdraw(acceptance)) return
    session.notice.set({
      message: '已撤回理由',
      action: {
        label: '撤销',
        run: () => {
          if (session.accept(finding, acceptance.reason)) session.notice.set(null)
        },
      },
    })
  }
  return (
    <FindingCard finding={finding} typed={session.form.getValues()}>
      {onLocate && at.length > 0 && (
        <Button onKeyDown={walk} onClick={() => onLocate(finding)} aria-label={`定位：${message}`}>
          定位
        </Button>
      )}
      {!isFixed && !accepted && <Cures cures={cures} about={message} />}
      {!isFixed && !accepted && isAcceptable(finding) && (
        <Button onKeyDown={walk} onClick={() => setIsAsking(true)} aria-label={`写明理由：${message}`}>
          写明理由
        </Button>
      )}
      {!isFixed && accepted && (
        <Button
          onKeyDown={walk}
          onClick={() => keepingFocus(() => withdraw(accepted))}
          aria-label={`撤回理由：${message}`}
        >
          撤回理由
        </Button>
      )}
      {isAsking && <Reason finding={finding} twins={twins} onClose={() => setIsAsking(false)} />}
    </FindingCard>
  )
}

/** Findings as cards: how grave, what does not agree with both sides, the way there, and what can be done. */
export const Findings = ({ findings, onLocate }: Props) => (
  <ul className={styles.list}>
    {findings.map((finding) => (
      <Card key={keyOf(finding)} finding={finding} {...(onLocate ? { onLocate } : {})} />
    ))}
  </ul>
)
