import { sectionOf } from '../../checks/run'
import { useVersion } from '../../drafts/version-queries'
import type { Draft } from '../../drafts/draft'
import type { KeptVersion } from '../../drafts/versions'
import { Differences } from '../../parts/Differences'
import { seek } from '../../parts/locate'
import { useSession } from '../../parts/session-context'
import type { Pair, Side } from './VersionTable'
import { versionInWords } from './VersionTable'
import styles from './Versions.module.css'

interface Props {
  readonly id: string
  readonly pair: Pair
  readonly versions: readonly KeptVersion[]
}

type Standing = Pick<Draft, 'typed' | 'format'>

/** What stood on a side; null where it is not kept any longer, undefined while it is read. */
const useSide = (id: string, side: Side): Standing | null | undefined => {
  const { format, form } = useSession()
  const { data, error } = useVersion(id, side === 'now' ? undefined : side)
  if (error) return null
  return side === 'now' ? { typed: form.getValues(), format: format.id } : data && data.record
}

/** 比较: what changed between two versions, or between one and what stands here now. */
export const Comparison = ({ id, pair, versions }: Props) => {
  const session = useSession()
  const before = useSide(id, pair.before)
  const after = useSide(id, pair.after)
  const wordsOf = (side: Side): string => {
    const version = versions.find(({ at }) => at === side)
    return side === 'now' ? '现在' : version ? versionInWords(version) : '已不在的版本'
  }
  const shown = () => {
    if (pair.before === pair.after) return <p className={styles.quiet}>之前与之后选的是同一个，请另选一个。</p>
    if (before === null || after === null) return <p className={styles.quiet}>选的版本已经不在了，请另选一个。</p>
    if (!before || !after) return <p className={styles.quiet}>正在读取…</p>
    if (before.format !== session.format.id || after.format !== session.format.id)
      return <p className={styles.quiet}>两个版本用的年报格式不同，不能逐项比较。</p>
    return (
      <Differences
        format={session.format}
        before={before.typed}
        after={after.typed}
        {...(pair.after === 'now' && {
          onGo: (at) => seek(session, { section: sectionOf(session.format, at), at: [at], as: 'changed' }),
        })}
      />
    )
  }
  return (
    <section className={styles.comparison} aria-label="比较">
      <h2>
        比较：{wordsOf(pair.before)} → {wordsOf(pair.after)}
      </h2>
      {shown()}
    </section>
  )
}
