import { faultsOf, rulesFor } from '../../checks/run'
import type { Finding } from '../../checks/rule'
import { Findings } from '../../parts/Findings'
import { seek } from '../../parts/locate'
import { useJudged, useSession } from '../../parts/session-context'
import { PageFrame } from './PageFrame'
import { placesOf } from './places'
import styles from './Editor.module.css'

/** B1 tells of the blanks; what cannot be compared for the same blanks is only counted. */
const blanksOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ result, sides, rule }) => result === 'open' && sides === undefined && !waiting.has(rule))

const waiting: ReadonlySet<string> = new Set(['C2', 'D1', 'D2', 'D3', 'E1'])

/** 检查结果: what failed, gravest first, by section; what is still blank; what passed. */
export const ChecksPage = ({ id }: { readonly id: string }) => {
  const session = useSession()
  const { format } = session
  const { findings } = useJudged()
  const go = ({ section, at }: Finding): void => seek(session, { section, at, as: 'fault' })
  const faults = faultsOf(findings)
  const blanks = blanksOf(findings)
  const counts = [
    ['错误', faults.filter(({ severity }) => severity === 'error').length],
    ['提醒', faults.filter(({ severity }) => severity === 'warning').length],
    ['未填完', blanks.length],
    ['待填完后核对', findings.filter(({ result }) => result === 'open').length - blanks.length],
    ['已通过', findings.filter(({ result }) => result === 'pass').length],
  ] as const
  const groups = (list: readonly Finding[]) =>
    placesOf(format).flatMap((place) => {
      const own = list.filter(({ section }) => section === place.id)
      return own.length === 0 ? [] : [{ place, own }]
    })
  return (
    <PageFrame id={id} place="checks" title="检查结果" hint="点“定位”到有问题的地方；F8 到下一处问题。">
      <dl className={styles.counts}>
        {counts.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {faults.length === 0 && blanks.length === 0 && (
        <p className={styles.good}>各项检查全部通过，可以预览、打印和导出。</p>
      )}
      {groups(faults).map(({ place, own }) => (
        <section key={place.id} aria-label={`${place.title}的问题`}>
          <h2 className={styles.subtitle}>{place.title}</h2>
          <Findings findings={own} onLocate={go} />
        </section>
      ))}
      {groups(blanks).map(({ place, own }) => (
        <section key={place.id} aria-label={`${place.title}未填完`}>
          <h2 className={styles.subtitle}>{place.title} · 未填完</h2>
          <Findings findings={own} onLocate={go} />
        </section>
      ))}
      <details className={styles.rules}>
        <summary>逐项检查了什么</summary>
        <ul>
          {rulesFor(format).map(({ id: rule, holds, basis }) => (
            <li key={rule}>
              {holds}
              <span className={styles.basis}>{basis}</span>
            </li>
          ))}
        </ul>
      </details>
    </PageFrame>
  )
}
