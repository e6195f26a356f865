import { useState } from 'react'
import { Link } from 'wouter'
import type { Finding } from '../../checks/rule'
import { Findings } from '../../parts/Findings'
import { seekFinding } from '../../parts/locate'
import { rulesRoute } from '../../parts/routes'
import { useJudged, useSession } from '../../parts/session-context'
import { Button } from '../../ui/Button'
import { FinalPanel } from './FinalPanel'
import { kinds, kindOf, type Kind } from './finding-kinds'
import { LapsedReasons } from './LapsedReasons'
import { PageFrame } from './PageFrame'
import { placesOf } from './places'
import styles from './Editor.module.css'

/** 检查结果: gravest first, by section; what is accepted, what could not be checked; and the final copy. */
export const ChecksPage = ({ id }: { readonly id: string }) => {
  const session = useSession()
  const { findings } = useJudged()
  const [only, setOnly] = useState<Kind | null>(null)
  const of = (kind: Kind): readonly Finding[] => findings.filter((finding) => kindOf(finding) === kind)
  const shown = kinds.filter(({ id: kind, inAll }) => (only === null ? inAll : kind === only))
  const places = placesOf(session.format)
  const groups = shown.flatMap(({ id: kind, label }) =>
    places.flatMap(({ id: place, title }) => {
      const own = of(kind).filter(({ section }) => section === place)
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
      <div className={styles.counts} role="group" aria-label="只看">
        <Button look="quiet" aria-pressed={only === null} onClick={() => setOnly(null)}>
          全部
        </Button>
        {kinds.map(({ id: kind, label }) => (
          <Button key={kind} look="quiet" aria-pressed={only === kind} onClick={() => setOnly(kind)}>
            {label} <b>{of(kind).length}</b>
          </Button>
        ))}
      </div>
      <div>
        {groups.map(({ key, title, own }) => (
          <section key={key} aria-label={title}>
            <h2 className={styles.subtitle}>{title}</h2>
            <Findings findings={own} onLocate={(finding) => seekFinding(session, finding)} />
          </section>
        ))}
        {groups.length === 0 && (
          <p className={styles.good}>{only === null ? '没有发现问题，也没有未填的内容。' : '没有这一类。'}</p>
        )}
        <LapsedReasons />
      </div>
    </PageFrame>
  )
}
