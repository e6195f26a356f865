import { Overtaken } from '../drafts/store'

/** Why something could not be saved, in words. */
export const saveProblem = (why: unknown): string => {
  if (why instanceof Overtaken) return '这份年报已在另一个窗口改动或删除'
  const name = why instanceof Error ? why.name : ''
  if (name === 'QuotaExceededError') return '浏览器存储空间已满'
  if (name === 'InvalidStateError' || name === 'AbortError') return '浏览器中断了存储'
  return why instanceof Error && why.message !== '' ? why.message : '浏览器不能存储'
}
