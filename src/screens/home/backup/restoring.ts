import { mostBytes } from '../../../drafts/backup/file'
import { flushEverywhere } from '../../../drafts/flushing'
import { takeOver } from '../../../drafts/hold-here'
import type { Choice, Plan } from '../../../drafts/backup/plan'
import { readBackup, tooLarge, type Backup } from '../../../drafts/backup/read'
import { previewRestore, restoreBackup } from '../../../drafts/backup/restore'
import { changed } from '../../../drafts/queries'
import { settled } from '../../../drafts/sittings'
import { forgetOpened } from '../../../parts/draft-unsent'
import { decodeText } from '../../../report/decode'
import { quoted } from '../../../report/quoted'
import { done, refused, type Problem, type Result } from '../../../report/result'

/** A backup that was read and what restoring it would come to; nothing is changed yet. */
export interface Preview {
  readonly backup: Backup
  readonly plan: Plan
  readonly told: readonly Problem[]
}

/** Reads a chosen file as a backup and compares it with what is here. Refuses what is none, with the reason. */
export const openBackup = async (file: File): Promise<Result<Preview>> => {
  if (file.size > mostBytes) return refused(tooLarge)
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return refused(`“${quoted(file.name, 80)}”读不出，可能已被移动、删除或没有权限，请重新选择。`)
  }
  const text = decodeText(bytes)
  if (!text.ok) return text
  const read = readBackup(text.value)
  if (!read.ok) return read
  await flushEverywhere()
  await settled()
  return done({ backup: read.value, plan: await previewRestore(read.value), told: read.told })
}

/**
 * Restores it onto what is here now, with what open editors had not stored. A draft that another window fills in and cannot
 * give away is left as it is, whatever was chosen, and what stands in the backup beside it.
 */
export const restore = async ({ backup }: Preview, choices: ReadonlyMap<string, Choice>): Promise<Plan> => {
  await flushEverywhere()
  const settledChoices = new Map(choices)
  const told: string[] = []
  const endings: (() => void)[] = []
  try {
    const { conflicts, touches } = await previewRestore(backup, choices)
    for (const { id, name } of touches) {
      const letGo = await takeOver(id)
      if (letGo) {
        endings.push(letGo)
        continue
      }
      const isConflict = conflicts.some((one) => one.id === id)
      settledChoices.set(id, isConflict ? 'both' : 'none')
      told.push(
        `“${name}”在另一个窗口里有没存下的内容，没有动它${isConflict ? '，备份里的作为副本恢复' : '；请到那个窗口处理完，再恢复一次'}。`,
      )
    }
    const plan = await restoreBackup(backup, settledChoices)
    return { ...plan, told: [...plan.told, ...told] }
  } finally {
    for (const letGo of endings) letGo()
    forgetOpened()
    await changed()
  }
}
