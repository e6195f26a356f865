import type { FolderState } from '../drafts/folder/state'
import { isMissingFile, missingFile, missingFileAct } from './missing-file'
import { timeInWords } from './times'

/** Why a folder did not take a copy, in words that say what to do. */
export const folderProblem = (why: unknown): string => {
  if (isMissingFile(why)) return `${missingFile}，${missingFileAct}`
  const name = why instanceof Error ? why.name : ''
  if (name === 'NotFoundError') return '找不到文件夹，可能已改名、移走或拔出了 U 盘，请放回或换一个文件夹'
  if (name === 'QuotaExceededError') return '磁盘已满，请清理或换一个文件夹'
  if (name === 'NotAllowedError' || name === 'SecurityError') return '浏览器没有写入的权限，请换一个文件夹再同意一次'
  if (name === 'NoModificationAllowedError' || name === 'InvalidStateError') return '文件正被别的程序使用，请关闭后再试'
  return why instanceof Error && why.message !== '' ? why.message : '浏览器没有能写入'
}

/** How the copies into a folder stand, and what they are where there is no folder yet. */
export const folderWords = (state: FolderState): string => {
  switch (state.kind) {
    case 'none':
      return '改动后 5 分钟内和离开填报时，把改过的年报自动另存到您选的文件夹（U 盘或共享文件夹），每份每天一个文件，不动别的文件。'
    case 'ready':
      return `改过的年报自动存入文件夹“${state.name}”${state.at > 0 ? `，上次 ${timeInWords(state.at)}` : ''}。`
    case 'asks':
      return `浏览器要您再同意一次，才能继续存入文件夹“${state.name}”。`
    case 'failed':
      return `没有能存入文件夹“${state.name}”：${folderProblem(state.why)}。填报不受影响。`
    default:
      return state satisfies never
  }
}
