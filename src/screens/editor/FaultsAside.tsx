import { faultsOf } from '../../checks/run'
import { Findings } from '../../parts/Findings'
import { useJudged } from '../../parts/session-context'
import { goTo } from '../../parts/locate'
import styles from './Editor.module.css'

/** The faults of the section that is open. */
export const FaultsAside = ({ section }: { readonly section: string }) => {
  const faults = faultsOf(useJudged().findings).filter((finding) => finding.section === section)
  if (faults.length === 0)
    return (
      <section className={styles.card}>
        <h2>本页问题</h2>
        <p>目前没有发现问题。</p>
      </section>
    )
  return (
    <section aria-label="本页问题">
      <Findings findings={faults} onLocate={({ at }) => goTo(at)} />
    </section>
  )
}
