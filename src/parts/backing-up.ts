import type { BackedUp } from './back-up'
import { failureWords } from './missing-file'

const failed = (why: unknown): BackedUp => ({
  isDone: false,
  words: failureWords('没有能备份', why, '请关闭其他窗口后再试。'),
})

/** Saves all that is here as one file, by a part of the program that is fetched only then. Never rejects. */
export const backUp = (): Promise<BackedUp> => import('./back-up').then(({ backUpAll }) => backUpAll()).catch(failed)
