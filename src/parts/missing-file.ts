import { saveProblem } from './save-problem'

/** Whether a part of the program itself could not be fetched, in the words of every browser and of the loader. */
export const isMissingFile = (why: unknown): boolean =>
  why instanceof Error && /dynamically imported module|module script|Loading chunk|preload CSS/i.test(why.message)

export const missingFile = '程序文件没有取到'
/** Some browsers fetch a part again by the next click, others only after the page is loaded anew. */
export const missingFileAct = '程序可能已经更新或停止服务，请确认它还开着，再刷新页面'
export const nothingLost = '已保存的内容没有受影响。'

/** What is said of something that could not be done: what, why, and what to do, which `act` says where all of the program is here. */
export const failureWords = (what: string, why: unknown, act: string): string =>
  isMissingFile(why)
    ? `${what}，${missingFile}。${nothingLost}${missingFileAct}。`
    : `${what}，${saveProblem(why)}。${act}`
