import { asCopy, type Draft } from '../../drafts/draft'
import type { Origin } from '../../drafts/store'
import { nameOf } from '../../parts/draft-name'
import { timeInWords } from '../../parts/times'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { DialogActions } from '../../ui/DialogActions'
import type { Arrival } from './arrival'
import styles from './Home.module.css'

interface Acts {
  readonly onStore: (draft: Draft, origin: Origin) => void
  /** Takes the file's remarks and decisions into the draft that is here. */
  readonly onTakeIn: () => void
  /** Opens the file's report for review. */
  readonly onReview: () => void
  readonly onClose: () => void
}

interface Props extends Acts {
  readonly arrival: Arrival
}

interface Choice {
  readonly label: string
  readonly run: () => void
}

/** What can be done with the file, the likeliest first. */
const choicesOf = (arrival: Arrival, { onStore, onTakeIn, onReview }: Acts): readonly Choice[] => {
  const { draft, existing, reviewed, sending, brings } = arrival
  const takeIn = existing && brings !== '' ? [{ label: '收进这份年报', run: onTakeIn }] : []
  const review = sending ? [{ label: '审阅', run: onReview }] : reviewed ? [{ label: '并入审阅', run: onReview }] : []
  const store: readonly Choice[] = existing
    ? [
        {
          label: '另存副本',
          run: () => onStore({ ...asCopy(draft, Date.now()), name: `${nameOf(draft)} 副本` }, 'opened'),
        },
        {
          label: '替换',
          run: () => onStore({ ...draft, name: existing.name, createdAt: existing.createdAt }, 'replaced'),
        },
      ]
    : [{ label: review.length > 0 ? '作为草稿打开' : '打开', run: () => onStore(draft, 'opened') }]
  return [...takeIn, ...review, ...store]
}

const ReviewWords = ({ arrival: { sending, reviewed, brings, existing } }: { readonly arrival: Arrival }) => (
  <>
    {sending && (
      <p className={styles.about}>
        这是送审文件：{sending.by}于 {timeInWords(Date.parse(sending.at))} 送审第 {sending.version} 版。
        {!existing && '审核的人选“审阅”；自己接着填，选“作为草稿打开”。'}
        {sending.text !== '' && <span className={styles.note}>{sending.text}</span>}
      </p>
    )}
    {existing && brings !== '' && (
      <p className={styles.about}>文件里有这里还没有的{brings}。“收进这份年报”只收这些，年报内容不动。</p>
    )}
    {!existing && reviewed && !sending && (
      <p className={styles.about}>这份年报正在这台电脑上审阅，“并入审阅”把文件里的意见并进去。</p>
    )}
  </>
)

/** Before a file is stored: what was found in it, and what becomes of the report that is already here. */
export const OpenedDialog = ({ arrival, ...acts }: Props) => {
  const { file, draft, told, existing, twin } = arrival
  const [first, ...others] = choicesOf(arrival, acts)
  return (
    <Dialog title={`打开“${file}”`} onClose={acts.onClose}>
      {told.length > 0 && (
        <>
          <p>读入时发现：</p>
          <ul className={styles.told}>
            {told.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </>
      )}
      <ReviewWords arrival={arrival} />
      {existing && (
        <p className={styles.warning} role="alert">
          这台电脑上已有这份年报：“{nameOf(existing)}”{existing.final && '（已定稿）'}，上次改动{' '}
          {timeInWords(existing.changedAt)}。 替换后，原来的内容留作旧版本。
          {draft.final && '文件里的年报已定稿；另存的副本是草稿，须重新定稿。'}
        </p>
      )}
      {!existing && twin && (
        <p className={styles.warning}>
          这个单位 {twin.typed.year} 年度在这台电脑上已有另一份年报：“{nameOf(twin)}”，上次改动{' '}
          {timeInWords(twin.changedAt)}。打开后两份并存。
        </p>
      )}
      <DialogActions>
        <Button onClick={acts.onClose}>取消</Button>
        {[...others].reverse().map(({ label, run }) => (
          <Button key={label} onClick={run}>
            {label}
          </Button>
        ))}
        {first && (
          <Button look="primary" onClick={first.run}>
            {first.label}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
