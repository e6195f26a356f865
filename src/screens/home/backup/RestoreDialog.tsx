import { useEffect, useRef, useState } from 'react'
import type { Damaged } from '../../../drafts/backup/contents'
import { dayInFigures } from '../../../drafts/backup/file'
import type { Choice, Plan } from '../../../drafts/backup/plan'
import { saveFile } from '../../../parts/save-file'
import { saveProblem } from '../../../parts/save-problem'
import { timeInWords } from '../../../parts/times'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { DialogActions } from '../../../ui/DialogActions'
import styles from './Backup.module.css'
import { Conflicts } from './Conflicts'
import { openBackup, restore, type Preview } from './restoring'
import { bringsAnything, damagedWords, failedWords, holdsWords, tallyWords } from './restore-words'

type Stage =
  | { readonly kind: 'reading' | 'restoring' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'done'; readonly plan: Plan }

const Lines = ({ label, lines }: { readonly label: string; readonly lines: readonly string[] }) =>
  lines.length > 0 && (
    <ul className={styles.lines} aria-label={label}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )

const Unreadable = ({ damaged }: { readonly damaged: readonly Damaged[] }) =>
  damaged.length > 0 && (
    <div className={styles.warning}>
      <p>
        备份里有 {damaged.length} 条记录读不出，不会恢复：
        {damaged.slice(0, 5).map(damagedWords).join('、')}
        {damaged.length > 5 && '等'}。其余照常恢复。
      </p>
      <Button
        onClick={() =>
          saveFile(
            `读不出的记录 ${dayInFigures(Date.now())}.json`,
            'application/json',
            `${JSON.stringify(damaged, null, 2)}\n`,
          )
        }
      >
        另存读不出的记录
      </Button>
    </div>
  )

const PreviewBody = ({
  preview: { backup, plan, told },
  choices,
  onChoose,
}: {
  readonly preview: Preview
  readonly choices: ReadonlyMap<string, Choice>
  readonly onChoose: (id: string, choice: Choice) => void
}) => {
  const { drafts, ...others } = plan.tally
  // What becomes of these is chosen below.
  const settled = { ...others, drafts: { ...drafts, copied: Math.max(0, drafts.copied - plan.conflicts.length) } }
  return (
    <>
      <p>
        {timeInWords(backup.at)} 的备份，内有 {holdsWords(backup.contents)}。这里的内容不会被盖掉。
      </p>
      <Lines label="读入时发现" lines={told.map(({ message }) => message)} />
      <Unreadable damaged={backup.damaged} />
      {plan.conflicts.length > 0 && <Conflicts conflicts={plan.conflicts} choices={choices} onChoose={onChoose} />}
      <Lines label="将要恢复" lines={tallyWords(settled)} />
      {!bringsAnything(plan.tally) && plan.conflicts.length === 0 && <p>备份里的内容这里都有，不用恢复。</p>}
    </>
  )
}

/** 恢复: what a backup holds and what of it would come in, first; then what came in. */
export const RestoreDialog = ({ file, onClose }: { readonly file: File; readonly onClose: () => void }) => {
  const [stage, setStage] = useState<Stage>({ kind: 'reading' })
  const way = useRef<HTMLButtonElement>(null)
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  useEffect(() => {
    let isOpen = true
    openBackup(file).then(
      (read) => {
        if (!isOpen) return
        setStage(
          read.ok ? { kind: 'preview', preview: read.value } : { kind: 'refused', message: read.problem.message },
        )
      },
      (why: unknown) =>
        isOpen && setStage({ kind: 'refused', message: `没有能读入，${saveProblem(why)}。请刷新再试。` }),
    )
    return () => {
      isOpen = false
    }
  }, [file])

  const run = async (preview: Preview): Promise<void> => {
    // The button that was pressed goes, this one stays.
    way.current?.focus()
    setStage({ kind: 'restoring' })
    try {
      setStage({ kind: 'done', plan: await restore(preview, choices) })
    } catch (why) {
      setStage({ kind: 'refused', message: failedWords(why) })
    }
  }

  const isRestoring = stage.kind === 'restoring'
  return (
    <Dialog title={stage.kind === 'done' ? '已恢复' : `恢复“${file.name}”`} wide stays={isRestoring} onClose={onClose}>
      <div role="status" className={styles.stage}>
        {stage.kind === 'reading' && <p>正在读取备份…</p>}
        {isRestoring && <p>正在恢复，请稍候。恢复完才能关闭，结果会在这里显示。</p>}
        {stage.kind === 'refused' && <p className={styles.problem}>{stage.message}</p>}
        {stage.kind === 'done' && (
          <>
            <Lines label="恢复的结果" lines={tallyWords(stage.plan.tally)} />
            <Lines label="没有照备份恢复的" lines={stage.plan.told} />
          </>
        )}
      </div>
      {stage.kind === 'preview' && (
        <PreviewBody
          preview={stage.preview}
          choices={choices}
          onChoose={(id, choice) => setChoices(new Map([...choices, [id, choice]]))}
        />
      )}
      <DialogActions>
        <Button
          ref={way}
          look={stage.kind === 'done' ? 'primary' : 'plain'}
          aria-disabled={isRestoring}
          onClick={() => !isRestoring && onClose()}
        >
          {stage.kind === 'preview' ? '取消' : stage.kind === 'done' ? '知道了' : '关闭'}
        </Button>
        {stage.kind === 'preview' && (
          <Button look="primary" onClick={() => void run(stage.preview)}>
            确定恢复
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
