import { fileName } from '../../document/file-name'
import { formatById } from '../../format'
import { reportOf } from '../../report/reading'
import { writeFile } from '../../review/file'
import { dayInFigures } from '../backup/file'
import type { Draft } from '../draft'
import { queryClient } from '../queries'
import { listDrafts } from '../store'
import { copied } from '../work-since'
import { isAllowed } from './folder'
import { keptFolder, rememberCopy, type KeptFolder } from './kept-folder'
import { folderKey, setProblem } from './state'
import { writeCopy } from './write-copy'

const isCopied = ({ copies }: KeptFolder, { id, revision, changedAt }: Draft): boolean =>
  copies[id]?.revision === revision && copies[id].changedAt === changedAt

const copy = async (kept: KeptFolder, draft: Draft, now: number): Promise<void> => {
  const format = formatById(draft.format)
  if (!format) return
  const { id, typed, filled, accepted, review, final, revision, changedAt } = draft
  const report = reportOf(format, typed)
  const text = writeFile(format, report, { filled, accepted, review, final })
  const base = fileName(report, format, 'json', ` ${dayInFigures(now)}`).replace(/\.json$/, '')
  const written = await writeCopy(kept.folder, base, text, kept.copies[id])
  await rememberCopy(kept, id, { ...written, revision, changedAt, at: now })
  copied(id, now)
}

const copyAll = async (): Promise<void> => {
  const kept = await keptFolder()
  if (!kept || !(await isAllowed(kept.folder))) return
  setProblem(undefined)
  for (const draft of await listDrafts()) {
    if (isCopied(kept, draft)) continue
    try {
      await copy(kept, draft, Date.now())
    } catch (why) {
      // One draft keeps none of the others from being copied.
      setProblem(why)
    }
  }
}

const lock = 'gov-info-disclosure-annual-report:folder'

/** Where another window is at it, this one leaves it to that. */
const alone = async (work: () => Promise<void>): Promise<void> => {
  const locks = navigator.locks as LockManager | undefined
  if (!locks) return work()
  await locks.request(lock, { ifAvailable: true }, async (held) => {
    if (held) await work()
  })
}

let underWay: Promise<void> | undefined

/** Copies every draft that changed since its last copy into the chosen folder, one window at a time. Never rejects. */
export const copyChanged = (): Promise<void> => {
  underWay ??= alone(copyAll)
    .catch(setProblem)
    .then(() => {
      underWay = undefined
      void queryClient.invalidateQueries({ queryKey: folderKey })
    })
  return underWay
}
