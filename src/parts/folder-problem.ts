/** Why a folder did not take a copy, in words that say what to do. */
export const folderProblem = (why: unknown): string => {
  const name = why instanceof Error ? why.name : ''
  if (name === 'NotFoundError') return '找不到文件夹，可能已改名、移走或拔出了 U 盘，请放回或换一个文件夹'
  if (name === 'QuotaExceededError') return '磁盘已满，请清理或换一个文件夹'
  if (name === 'NotAllowedError' || name === 'SecurityError') return '浏览器没有写入的权限，请换一个文件夹再同意一次'
  if (name === 'NoModificationAllowedError' || name === 'InvalidStateError') return '文件正被别的程序使用，请关闭后再试'
  return why instanceof Error && why.message !== '' ? why.message : '浏览器没有能写入'
}
