import { minuteOf } from '../../report/dates'
import type { About, Verification } from '../../review/verify'
import styles from './VerifyDialog.module.css'

const approvalOf = ({ approvals, waiver }: About): string =>
  approvals.length > 0
    ? approvals.map(({ by, at }) => `${by} ${minuteOf(Date.parse(at))} 审核通过`).join('；')
    : waiver === undefined
      ? '没有审核通过的记录'
      : `无需审核：${waiver}`

const Facts = ({ about }: { readonly about: About }) => {
  const { unit, year, title, final, version } = about
  return (
    <dl className={styles.facts}>
      <dt>单位</dt>
      <dd>{unit.trim() === '' ? '未填' : unit}</dd>
      <dt>年报</dt>
      <dd>
        {year}年{title}
      </dd>
      <dt>状态</dt>
      <dd>{final ? `定稿，${minuteOf(Date.parse(final.at))}` : '草稿，没有定稿'}</dd>
      <dt>版次</dt>
      <dd>{version === undefined ? '这个内容没有送审过' : `送审的第 ${version} 版`}</dd>
      <dt>审核</dt>
      <dd>{approvalOf(about)}</dd>
    </dl>
  )
}

/** What came of the comparison, and what to do about it. */
export const Verified = ({ found, code }: { readonly found: Verification; readonly code: string }) => {
  switch (found.kind) {
    case 'noCode':
      return null
    case 'unreadable':
      return (
        <div className={styles.result} data-look="unreadable">
          <h3>没有核验</h3>
          <p>{found.message}</p>
        </div>
      )
    case 'same':
      return (
        <div className={styles.result} data-look="same">
          <h3>相符</h3>
          <p>
            纸质件与这份电子年报内容相同，校验码 <code>{found.about.code}</code>。
          </p>
          <Facts about={found.about} />
          {!found.about.isWhole && (
            <p className={styles.warning}>
              文件里记的校验码与内容不符，文件可能被改动过：年报内容与纸质件相同，定稿和审核的记录请另行核实。
            </p>
          )}
        </div>
      )
    case 'other':
      return (
        <div className={styles.result} data-look="other">
          <h3>不符</h3>
          <p>
            所填校验码是 <code>{code}</code>，这份电子年报的校验码是 <code>{found.about.code}</code>
            ，两者内容不同：纸质件或文件改动过，或者不是同一版。请先看校验码有没有抄错。
          </p>
          {!found.about.isWhole && (
            <p className={styles.warning}>
              这份文件写成后被改动过：文件里记的校验码与现在的内容不符。上面是现在内容的校验码。请向对方要原来的文件。
            </p>
          )}
          <Facts about={found.about} />
        </div>
      )
    default:
      return found satisfies never
  }
}
