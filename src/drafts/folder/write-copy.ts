import type { Folder, FolderFile } from './folder'

/** A file that was written, as its folder knew it right afterwards; `modified` is 0 where somebody else wrote just that. */
export interface WrittenCopy {
  readonly name: string
  readonly modified: number
}

/** So many files of the same name that somebody else wrote are passed by. */
const most = 50

const found = async (folder: Folder, name: string): Promise<FolderFile | undefined> => {
  try {
    return await folder.getFileHandle(name)
  } catch (why) {
    if (why instanceof Error && why.name === 'NotFoundError') return undefined
    throw why
  }
}

const fill = async (file: FolderFile, text: string): Promise<number> => {
  const stream = await file.createWritable()
  try {
    await stream.write(text)
    // The file becomes the new one at this moment, or stays what it was.
    await stream.close()
  } catch (why) {
    await stream.abort().catch(() => undefined)
    throw why
  }
  const { size, lastModified } = await file.getFile()
  if (size !== new TextEncoder().encode(text).length) throw new Error('文件没有写全')
  return lastModified
}

/**
 * Writes a text into a folder, all of it or nothing, as `{base}.json`. A file that stands there is replaced only where it is
 * `mine` and untouched since; beside any other the new one is numbered.
 */
export const writeCopy = async (
  folder: Folder,
  base: string,
  text: string,
  mine: WrittenCopy | undefined,
): Promise<WrittenCopy> => {
  for (let number = 1; number <= most; number += 1) {
    const name = `${base}${number === 1 ? '' : `（${number}）`}.json`
    const there = await found(folder, name)
    const state = await there?.getFile()
    const isMine = mine?.name === name && mine.modified === state?.lastModified
    // One that another computer wrote just so stays its file: no later text takes the place of it.
    if (state && (await state.text()) === text) return { name, modified: isMine ? state.lastModified : 0 }
    if (state && !isMine) continue
    try {
      return { name, modified: await fill(there ?? (await folder.getFileHandle(name, { create: true })), text) }
    } catch (why) {
      // The browser made an empty file to write into: it is ours, and nothing stands in it.
      if (!there) await folder.removeEntry(name).catch(() => undefined)
      throw why
    }
  }
  throw new Error('文件夹里同名的文件太多')
}
