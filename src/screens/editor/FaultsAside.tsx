import type { Finding } from '../../checks/rule'
import { faultsOf } from '../../checks/run'
import { Findings } from '../../parts/Findings'
import { useJudged, useSession } from '../../parts/session-context'
import { goTo } from '../../parts/locate'
import { allSubsections } from '../../report/cells'
import styles from './Editor.module.css'

/** The faults of the section that is open; those of a text stand under it. */
export const FaultsAside = ({ section }: { readonly section: string }) => {
  const { format } = useSession()
  const { findings } = useJudged()
  const own = findings.filter((finding) => finding.section === section)
  const faults = faultsOf(own)
  const accepted = own.filter((finding) => finding.accepted)
  const lists = allSubsections(format).map(({ id }) => `${id}.`)
  const isBeside = ({ at: [first = ''] }: Finding): boolean => !lists.some((list) => first.startsWith(list))
  const beside = [...faults, ...accepted].filter(isBeside)
  const under = faults.filter((finding) => !isBeside(finding)).length
  return (
    <section aria-label="本页问题" className={beside.length === 0 ? styles.card : undefined}>
      {beside.length === 0 && <h2>本页问题</h2>}
      {faults.length === 0 && <p>目前没有发现问题。</p>}
      {under > 0 && <p className={styles.under}>正文里有 {under} 处问题，列在各段下面；F8 到下一处。</p>}
      <Findings findings={beside} onLocate={({ at }) => goTo(at)} />
    </section>
  )
}
