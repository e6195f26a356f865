import { useEffect } from 'react'
import { Link } from 'wouter'
import type { Finding } from '../../checks/rule'
import { Findings } from '../../parts/Findings'
import { seekFinding } from '../../parts/locate'
import { walkCards } from '../../parts/refocus'
import { rulesRoute } from '../../parts/routes'
import { useJudged, useSession, useStore } from '../../parts/session-context'
import { Filter } from '../../ui/Filter'
import { FinalPanel } from './FinalPanel'
import { keyOf, kinds, kindOf, type Kind } from '../../parts/finding-kinds'
import { LapsedReasons } from './LapsedReasons'
import { PageFrame } from './PageFrame'
import { placesOf } from './places'
import styles from './Editor.module.css'

/** What only last year's report could tell: for want of it these have no place of their own. */
const needsLastYear = ({ result, at }: Finding): boolean => result === 'unknown' && at.length === 0

const WithoutLastYear = ({ findings }: { readonly findings: readonly Finding[] }) =>
  findings.length === 0 ? null : (
    <section aria-label="没有上年年报">
      <h2 className={styles.subtitle}>未能核对 · 没有上年年报</h2>
      <details className={styles.lastYear}>
        <summary>
          没有上年年报，{findings.length} 项不能核对。在首页用“打开文件”打开本单位上年的年报，就自动核对。
        </summary>
        <ul>
          {findings.map(({ rule, message }) => (
            <li key={rule}>{message}</li>
          ))}
        </ul>
      </details>
    </section>
  )

/** 检查结果: gravest first, by section; what is accepted, what could not be checked; and the final copy. */
export const ChecksPage = ({ id }: { readonly id: string }) => {
  const session = useSession()
  const { findings } = useJudged()
  const only = useStore(session.shownKind)
  const go = (finding: Finding): void => {
    session.lastFinding.set(keyOf(finding))
    seekFinding(session, finding)
  }
  useEffect(() => {
    session.judge()
    const card = document.querySelector(`[data-finding="${CSS.escape(session.lastFinding.get())}"]`)
    card?.querySelector('button')?.focus()
    session.lastFinding.set('')
    const onKey = (event: KeyboardEvent): void => {
      const { activeElement, body } = document
      const isNowhere = activeElement === body || activeElement?.tagName === 'H1'
      if (event.key === 'ArrowDown' && isNowhere && walkCards(null, 1)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [session])
  const of = (kind: Kind): readonly Finding[] => findings.filter((finding) => kindOf(finding) === kind)
  const shown = kinds.filter(({ id: kind, inAll }) => (only === null ? inAll : kind === only))
  const places = placesOf(session.format)
  const groups = shown.flatMap(({ id: kind, label }) =>
    places.flatMap(({ id: place, title }) => {
      const own = of(kind).filter((finding) => finding.section === place && !needsLastYear(finding))
      return own.length === 0 ? [] : [{ key: `${kind} ${place}`, title: `${label} · ${title}`, own }]
    }),
  )
  return (
    <PageFrame
      id={id}
      place="checks"
      title="检查结果"
      hint="上下键在各条之间移动，“定位”到有问题的地方；F8 到下一处问题。"
      actions={<Link href={rulesRoute}>查看全部规则</Link>}
    >
      <FinalPanel />
      <Filter
        label="只看"
        options={[
          { id: null, label: '全部' },
          ...kinds.map(({ id: kind, label }) => ({ id: kind, label, count: of(kind).length })),
        ]}
        chosen={only}
        onChoose={session.shownKind.set}
      />
      <div>
        {groups.map(({ key, title, own }) => (
          <section key={key} aria-label={title}>
            <h2 className={styles.subtitle}>{title}</h2>
            <Findings findings={own} onLocate={go} />
          </section>
        ))}
        {groups.length === 0 && (
          <p className={styles.good}>{only === null ? '没有发现问题，也没有未填的内容。' : '没有这一类。'}</p>
        )}
        {shown.some(({ id: kind }) => kind === 'unknown') && (
          <WithoutLastYear findings={findings.filter(needsLastYear)} />
        )}
        <LapsedReasons />
      </div>
    </PageFrame>
  )
}
