/** As much of a folder of the File System Access API as is used here; the permissions are missing from some browsers. */
export interface Folder {
  readonly name: string
  getFileHandle(name: string, options?: { readonly create?: boolean }): Promise<FolderFile>
  removeEntry(name: string): Promise<void>
  queryPermission?(what: { readonly mode: 'readwrite' }): Promise<PermissionState>
  requestPermission?(what: { readonly mode: 'readwrite' }): Promise<PermissionState>
}

export interface FolderFile {
  getFile(): Promise<Pick<File, 'size' | 'lastModified' | 'text'>>
  createWritable(): Promise<{
    write(text: string): Promise<void>
    close(): Promise<void>
    abort(): Promise<void>
  }>
}

type Picker = (options: { readonly mode: 'readwrite'; readonly id: string }) => Promise<Folder>

const picker = (): Picker | undefined => {
  const found: unknown = Reflect.get(window, 'showDirectoryPicker')
  return typeof found === 'function' ? (found as Picker) : undefined
}

/** Whether this browser lets a page write into a folder that somebody chose. */
export const canChooseFolder = (): boolean => picker() !== undefined

const access = { mode: 'readwrite' } as const

export const isAllowed = async (folder: Folder): Promise<boolean> =>
  (await (folder.queryPermission?.(access) ?? 'granted')) === 'granted'

/** Asks for the permission; only in answer to a click. */
export const ask = async (folder: Folder): Promise<boolean> =>
  (await isAllowed(folder)) || (await (folder.requestPermission?.(access) ?? 'granted')) === 'granted'

/** Lets somebody choose a folder; undefined where they did not, or did not allow to write there. */
export const chooseFolder = async (): Promise<Folder | undefined> => {
  try {
    // Called as a method of the window, or the browser refuses.
    const folder = await picker()?.call(window, { ...access, id: 'copies' })
    return folder && (await ask(folder)) ? folder : undefined
  } catch (why) {
    if (why instanceof DOMException && why.name === 'AbortError') return undefined
    throw why
  }
}
