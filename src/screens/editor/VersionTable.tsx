import type { KeptVersion } from '../../drafts/versions'
import { timeInWords } from '../../parts/times'
import { Button } from '../../ui/Button'
import { occasionInWords, roomInWords } from './occasion-words'
import styles from './Versions.module.css'

/** A side of the comparison: a version by its time, or what stands here now. */
export type Side = number | 'now'

/** The two sides that are compared. */
export interface Pair {
  readonly before: Side
  readonly after: Side
}

interface Choosing {
  readonly pair: Pair
  readonly onChoose: (pair: Pair) => void
}

interface Props extends Choosing {
  readonly versions: readonly KeptVersion[]
  readonly isFixed: boolean
  readonly onRestore: (version: KeptVersion) => void
  readonly onName: (version: KeptVersion) => void
}

/** A version in words, by which it is told from the others. */
export const versionInWords = (version: KeptVersion): string => `${timeInWords(version.at)} ${occasionInWords(version)}`

const Choices = ({ side, words, pair, onChoose }: { readonly side: Side; readonly words: string } & Choosing) => (
  <>
    {(['before', 'after'] as const).map((which) => (
      <td key={which} className={styles.choice}>
        <label>
          <input
            type="radio"
            name={`version-${which}`}
            aria-label={`${which === 'before' ? '之前' : '之后'}：${words}`}
            checked={pair[which] === side}
            onChange={() => onChoose({ ...pair, [which]: side })}
          />
        </label>
      </td>
    ))}
  </>
)

/** What stands here now and the versions, the newest first; two of them are chosen to be compared. */
export const VersionTable = ({ versions, isFixed, onRestore, onName, ...choosing }: Props) => (
  <table className={styles.versions} aria-label="版本列表">
    <thead>
      <tr>
        <th scope="col" className={styles.choice}>
          之前
        </th>
        <th scope="col" className={styles.choice}>
          之后
        </th>
        <th scope="col">时间</th>
        <th scope="col">场合</th>
        <th scope="col" className={styles.room}>
          大小
        </th>
        <th scope="col">操作</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <Choices side="now" words="现在" {...choosing} />
        <th scope="row">现在</th>
        <td colSpan={3} className={styles.quiet}>
          正在填报的内容
        </td>
      </tr>
      {versions.map((version) => {
        const words = versionInWords(version)
        return (
          <tr key={version.at}>
            <Choices side={version.at} words={words} {...choosing} />
            <th scope="row">{timeInWords(version.at)}</th>
            <td className={styles.occasion}>{occasionInWords(version)}</td>
            <td className={styles.room}>{roomInWords(version.bytes)}</td>
            <td className={styles.acts}>
              <Button look="quiet" disabled={isFixed} aria-label={`恢复：${words}`} onClick={() => onRestore(version)}>
                恢复
              </Button>
              <Button look="quiet" aria-label={`命名：${words}`} onClick={() => onName(version)}>
                命名
              </Button>
            </td>
          </tr>
        )
      })}
    </tbody>
  </table>
)
