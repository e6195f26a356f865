import { storage } from './storage'

/** When each was last changed, in milliseconds. */
const unexported = new Map<string, number>()

/** A report was changed that is kept nowhere but in this window. */
export const noteUnexported = (id: string): void => {
  if (storage.get().kind === 'memory') unexported.set(id, Date.now())
}

/** A report was handed out as a file. */
export const noteExported = (id: string): void => {
  unexported.delete(id)
}

/** Whether something is gone for good when this window is closed. */
export const isUnexported = (): boolean => unexported.size > 0
