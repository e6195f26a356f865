import type { Draft } from '../../drafts/draft'
import { timeInWords } from '../../parts/times'
import type { Problem } from '../../report/result'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { nameOf } from './names'
import { asCopy } from './opening'
import styles from './Home.module.css'

/** A file that was read, and what has to be told before it is stored. */
export interface Opened {
  readonly file: string
  readonly draft: Draft
  readonly told: readonly Problem[]
}

interface Props {
  readonly opened: Opened
  readonly existing: Draft | undefined
  /** Another draft of the same unit and year. */
  readonly twin: Draft | undefined
  readonly onStore: (draft: Draft, why: string) => void
  readonly onClose: () => void
}

/** Before a file is stored: what was found in it, and what becomes of the report that is already here. */
export const OpenedDialog = ({ opened: { file, draft, told }, existing, twin, onStore, onClose }: Props) => (
  <Dialog title={`打开“${file}”`} onClose={onClose}>
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
    {existing && (
      <p className={styles.warning}>
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
    <div className={styles.formActions}>
      <Button onClick={onClose}>取消</Button>
      {existing ? (
        <>
          <Button onClick={() => onStore({ ...draft, name: existing.name, createdAt: existing.createdAt }, 'replaced')}>
            替换
          </Button>
          <Button
            look="primary"
            onClick={() => onStore({ ...asCopy(draft, Date.now()), name: `${nameOf(draft)} 副本` }, 'opened')}
          >
            另存副本
          </Button>
        </>
      ) : (
        <Button look="primary" onClick={() => onStore(draft, 'opened')}>
          打开
        </Button>
      )}
    </div>
  </Dialog>
)
