import { nameOf } from '../../parts/draft-name'
import { stateOf } from '../../review/state'
import type { Handover } from '../../parts/handover'
import { openFile } from '../../parts/open-file'
import type { Session } from '../../parts/session'
import { done, refused, type Result } from '../../report/result'
import { receiptOf } from '../../review/receive'
import type { Received } from './ReceiptDialog'

/** Reads a file that the reviewer gave back; nothing is taken in yet. Refuses what is no report, with the reason. */
export const readBack = async (file: File): Promise<Result<Handover>> => {
  const read = await openFile(file)
  return read.ok ? done({ file: file.name, draft: read.value, told: read.told }) : read
}

/**
 * Takes the review of a file in: its remarks, answers and decisions join those that are here; of the report nothing is
 * changed. Refuses the file of another report.
 */
export const takeIn = (
  { desk, elsewhere, format, form, keep }: Session,
  { file, draft, told }: Handover,
): Result<Received> => {
  if (draft.id !== form.getValues('id'))
    return refused(
      `“${file}”是另一份年报（${nameOf(draft)}）的文件，没有收进来。请选择这份年报送审后交回的文件；要看那一份，请在首页打开。`,
    )
  if (elsewhere.get())
    return refused('另一个窗口正在填写这份年报，审核结果没有收进来。请先点上面的“在这里填写”，再选一次文件。')
  const here = desk.state()
  const state = stateOf(format, draft.typed, draft.accepted)
  const receipt = receiptOf(desk.review.get(), here, { review: draft.review, state })
  keep({ why: 'merged' })
  const fresh = desk.take(draft.review)
  // What was decided is kept with the decision, the last one where there are several.
  const decision = [...fresh].reverse().find(({ kind }) => kind === 'approve' || kind === 'return')
  if (decision) keep({ why: decision.kind === 'approve' ? 'approved' : 'returned', detail: decision.by })
  return done({ file, told, receipt, typed: draft.typed, isComparable: draft.format === format.id })
}
