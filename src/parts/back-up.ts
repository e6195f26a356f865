import { makeBackup } from '../drafts/backup/make'
import { saveFile } from './save-file'

const sizeInWords = (text: string): string => {
  const { size } = new Blob([text])
  return size < 1_000_000 ? `${Math.ceil(size / 1_000)} KB` : `${(size / 1_000_000).toFixed(1)} MB`
}

/** What to say of a backup, whether it could be made or not. */
export interface BackedUp {
  readonly isDone: boolean
  readonly words: string
}

/** Saves all that is here as one file. */
export const backUpAll = async (): Promise<BackedUp> => {
  const { name, text, drafts, versions, reviews, damaged, left, waiting, isShort, handedOut } = await makeBackup()
  saveFile(name, 'application/json', text)
  handedOut()
  const held = [
    `${drafts} 份年报`,
    ...(versions > 0 ? [`${versions} 个旧版本`] : []),
    ...(reviews > 0 ? [`${reviews} 份待审阅`] : []),
    ...(waiting > 0 ? [`${waiting} 份没能存下的内容（另成一份年报）`] : []),
    ...(damaged > 0 ? [`${damaged} 条读不出的记录（照原样）`] : []),
  ].join('、')
  const missing = left > 0 ? `较早的 ${left} 个旧版本放不下，没有存入。` : ''
  const short = isShort ? '可能还有没存下的内容不在里面，请到填报页点“导出文件”留存。' : ''
  const words = `已存下“${name}”，${sizeInWords(text)}，内有 ${held}。${missing}${short}请放到 U 盘或共享文件夹。`
  return { isDone: true, words }
}
