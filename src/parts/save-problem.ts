import { Overtaken } from '../drafts/store'

/** What the browser's word for a failure means to a person. */
const words: Readonly<Record<string, string>> = {
  QuotaExceededError: '浏览器存储空间已满',
  InvalidStateError: '浏览器中断了存储',
  AbortError: '浏览器中断了存储',
  TimeoutError: '浏览器迟迟没有存好',
  VersionError: '存储已由新版程序接管，请改用新版程序',
  UnknownError: '浏览器读写磁盘出错',
  DataError: '浏览器读写磁盘出错',
  NotFoundError: '浏览器里的存储不完整',
  SecurityError: '浏览器不允许存储',
  NotAllowedError: '浏览器不允许存储',
  Damaged: '存储的内容已损坏，请在年报列表里把它另存为文件',
}

/** Why something could not be saved, in words. */
export const saveProblem = (why: unknown): string => {
  if (why instanceof Overtaken)
    return why.how === 'deleted' ? '这份年报已在另一个窗口删除' : '这份年报已在另一个窗口改动或删除'
  if (!(why instanceof Error)) return '浏览器不能存储'
  return words[why.name] ?? (why.message === '' ? '浏览器不能存储' : `浏览器不能存储（${why.message}）`)
}
