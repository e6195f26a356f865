import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useJudged, useSession, useStore } from '../../parts/session-context'
import { draftRoute } from '../../parts/routes'
import { faultsOf } from '../../checks/run'
import type { Judged } from '../../parts/judging'
import { standingWords } from '../../parts/standing-words'
import type { Standing } from '../../review/standing'
import { placesOf } from './places'
import styles from './WayThrough.module.css'

interface Props {
  readonly id: string
  readonly place: string
  /** What stands under the steps. */
  readonly children: ReactNode
}

interface State {
  readonly look: 'faults' | 'full' | 'partial' | 'empty' | 'none'
  readonly words: string
}

const looks = { none: 'none', waits: 'partial', returned: 'faults', stale: 'faults', approved: 'full' } as const

const stateOf = (place: string, { findings, progress }: Judged, isFinal: boolean, standing: Standing): State => {
  if (place === 'review') {
    const { short, look } = standingWords(standing)
    return { look: looks[look], words: look === 'none' ? '' : short }
  }
  if (isFinal && place === 'checks') return { look: 'full', words: '已定稿' }
  const faults = faultsOf(findings)
  const own = place === 'checks' ? faults : faults.filter(({ section }) => section === place)
  if (own.length > 0) return { look: 'faults', words: `${own.length} 处问题` }
  if (place === 'checks') {
    const open = findings.some(({ result, severity }) => result === 'open' && severity === 'error')
    return open ? { look: 'partial', words: '未填完' } : { look: 'full', words: '没有问题' }
  }
  const { filled, of } = progress[place] ?? { filled: 0, of: 0 }
  if (place === 'export' || place === 'versions') return { look: 'none', words: '' }
  if (filled === 0) return { look: 'empty', words: '未填' }
  return filled < of ? { look: 'partial', words: '填写中' } : { look: 'full', words: '已填' }
}

/** The way through: every place with its state, all of them open at any time. */
export const WayThrough = ({ id, place, children }: Props) => {
  const { format, desk, final } = useSession()
  const judged = useJudged()
  const isFinal = useStore(final) !== null
  const standing = useStore(desk.standing)
  const places = placesOf(format)
  return (
    <nav className={styles.nav} aria-label="填报步骤">
      <ol>
        {places.map((one, index) => {
          const { look, words } = stateOf(one.id, judged, isFinal, standing)
          return (
            <li key={one.id}>
              {one.group !== places[index - 1]?.group && one.group !== '' && (
                <span className={styles.group}>{one.group}</span>
              )}
              <Link
                href={draftRoute(id, one.id)}
                className={styles.link ?? ''}
                aria-current={one.id === place ? 'page' : undefined}
              >
                <span>{one.title}</span>{' '}
                <span className={styles.state} data-look={look}>
                  {words}
                </span>
              </Link>
            </li>
          )
        })}
      </ol>
      <div className={styles.foot}>{children}</div>
    </nav>
  )
}
