import { useState, type KeyboardEvent } from 'react'
import { isAcceptable } from '../checks/accepted'
import type { Cure, Finding } from '../checks/rule'
import type { Acceptance } from '../report/acceptance'
import { textAt } from '../report/texts'
import { Button } from '../ui/Button'
import { applyCure } from './curing'
import { kindOf, type Kind } from './finding-kinds'
import { lapsedFor } from './judging'
import { ReasonDialog } from './ReasonDialog'
import { keepingFocus, walkCards } from './refocus'
import { useIsFinal, useSession } from './session-context'
import styles from './Findings.module.css'

interface Props {
  readonly findings: readonly Finding[]
  /** Left out where the fault is in sight anyway. */
  readonly onLocate?: (finding: Finding) => void
}

const severities = { error: '错误', warning: '提醒', info: '提示' } as const

const words: Readonly<Record<Kind, string>> = {
  ...severities,
  open: '未填完',
  waiting: '待填完后核对',
  accepted: '已写明理由',
  unknown: '未能核对',
  pass: '已通过',
}

const wordOf = (finding: Finding): string =>
  `${finding.accepted ? `${severities[finding.severity]}，` : ''}${words[kindOf(finding)]}`

/** What tells a finding from all others; two sentences alike differ in where they stand. */
export const keyOf = ({ rule, at, quotes, message }: Finding): string =>
  `${rule} ${at.join(' ')} ${quotes?.[0]?.start ?? ''} ${message}`

/** The arrows go from card to card, so that no Tab through every button is needed. */
const walk = (event: KeyboardEvent<HTMLButtonElement>): void => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by !== 0 && walkCards(event.currentTarget.closest('[data-finding]'), by)) event.preventDefault()
}

const before = 12

/** The words that a finding speaks of, with a few before them. */
const Quoted = ({ finding }: { readonly finding: Finding }) => {
  const { form } = useSession()
  const [quote] = finding.quotes ?? []
  const text = quote && textAt(form.getValues(), quote.at)
  if (!quote || text === undefined) return null
  const lead = text.slice(Math.max(0, quote.start - before), quote.start)
  const rest = text.slice(quote.end, quote.end + before)
  return (
    <p className={styles.quoted}>
      {quote.start > before && '…'}
      {lead}
      <mark>{text.slice(quote.start, quote.end)}</mark>
      {rest}
      {quote.end + before < text.length && '…'}
    </p>
  )
}

const short = 120

/** A reason, folded where it is long. */
const Reason = ({ text }: { readonly text: string }) =>
  text.length <= short ? (
    <p className={styles.reason}>理由：{text}</p>
  ) : (
    <details className={styles.reason}>
      <summary>理由：{text.slice(0, short / 2)}…</summary>
      {text}
    </details>
  )

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

const Card = ({ finding, onLocate }: { readonly finding: Finding } & Pick<Props, 'onLocate'>) => {
  const session = useSession()
  const isFinal = useIsFinal()
  const [isAsking, setIsAsking] = useState(false)
  const { message, severity, cures = [], accepted, at } = finding
  const twins = session.judged
    .get()
    .findings.filter((one) => one.rule === finding.rule && one.message === message && one.at[0] === at[0]).length
  const withdraw = (acceptance: Acceptance): void => {
    session.withdraw(acceptance)
    session.notice.set({
      message: '已撤回理由',
      action: {
        label: '撤销',
        run: () => {
          session.accept(finding, acceptance.reason)
          session.notice.set(null)
        },
      },
    })
  }
  return (
    <li className={styles.item} data-look={kindOf(finding)} data-finding={keyOf(finding)}>
      <div className={styles.words}>
        <p>
          <span className={styles.severity}>{wordOf(finding)}</span> {message}
        </p>
        <Quoted finding={finding} />
        {accepted && <Reason text={accepted.reason} />}
      </div>
      <div className={styles.acts}>
        {onLocate && at.length > 0 && (
          <Button onKeyDown={walk} onClick={() => onLocate(finding)} aria-label={`定位：${message}`}>
            定位
          </Button>
        )}
        {!isFinal && !accepted && <Cures cures={cures} about={message} />}
        {!isFinal && !accepted && isAcceptable(finding) && (
          <Button onKeyDown={walk} onClick={() => setIsAsking(true)} aria-label={`写明理由：${message}`}>
            写明理由
          </Button>
        )}
        {!isFinal && accepted && (
          <Button
            onKeyDown={walk}
            onClick={() => keepingFocus(() => withdraw(accepted))}
            aria-label={`撤回理由：${message}`}
          >
            撤回理由
          </Button>
        )}
      </div>
      {isAsking && (
        <ReasonDialog
          title="为什么可以这样填"
          about={message}
          hint={`理由留在年报文件里，审核的人能看到；这里说的数或文字一变，理由就失效。${twins > 1 ? `同样的话在这里有 ${twins} 处，一并适用。` : ''}`}
          draft={lapsedFor(session.judged.get(), finding)?.reason}
          placeholder={severity === 'error' ? '此数口径不同：' : undefined}
          confirm="保存理由"
          onDone={(reason) =>
            keepingFocus(() => {
              session.accept(finding, reason)
              session.say('已保存理由')
            })
          }
          onClose={() => setIsAsking(false)}
        />
      )}
    </li>
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
