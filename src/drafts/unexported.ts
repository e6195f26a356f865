import { storage, unsavedWork } from './storage'
import { workSince } from './work-since'

/** When each was last changed, in milliseconds. */
const unexported = new Map<string, number>()

/** A report was changed that is kept nowhere but in this window. */
export const noteUnexported = (id: string): void => {
  if (storage.get().kind === 'memory') unexported.set(id, Date.now())
}

/** A report under review was handed out as a file; of drafts it is known when they were copied. */
export const noteExported = (id: string): void => {
  unexported.delete(id)
}

/** Writes all that is unsaved into journals; whether some of it found no room: nothing else survives the end of a window. */
export const isUnkept = (): boolean => [...unsavedWork.values()].map((keepJournal) => keepJournal()).includes(false)

/** Whether something would be gone for good if this window were closed now. */
export const isAtRisk = (): boolean => [...unexported].some(([id, at]) => workSince(id).copiedAt < at) || isUnkept()
