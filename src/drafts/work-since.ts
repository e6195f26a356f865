/** What was done to a draft since it was last copied out of the browser. */
export interface WorkSince {
  /** When it was last copied, in milliseconds; 0 for never. */
  readonly copiedAt: number
  /** Time at work, pauses left out, in milliseconds. */
  readonly time: number
  /** Fields changed, looked at once a minute. */
  readonly fields: number
  /** What had been done when the reminder was last closed. */
  readonly hushed: { readonly time: number; readonly fields: number }
}

const none: WorkSince = { copiedAt: 0, time: 0, fields: 0, hushed: { time: 0, fields: 0 } }

/** So much work without a copy is worth a word. */
const substantial = { time: 30 * 60_000, fields: 300 } as const

/** Whether somebody is to be reminded: so much was done since the last copy, and since a reminder was closed. */
export const isDue = ({ time, fields, hushed }: WorkSince): boolean =>
  time - hushed.time >= substantial.time || fields - hushed.fields >= substantial.fields

const prefix = 'gov-info-disclosure-annual-report:work:'
/** What local storage does not take is known until the window is closed. */
const known = new Map<string, WorkSince>()
const listeners = new Set<() => void>()
const beforeCopies = new Set<(draft: string) => void>()

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0

const parse = (text: string | null): WorkSince => {
  try {
    const { copiedAt, time, fields, hushed } = (JSON.parse(text ?? 'null') ?? {}) as Partial<WorkSince>
    const isWhole = [copiedAt, time, fields, hushed?.time, hushed?.fields].every(isCount)
    return isWhole ? ({ copiedAt, time, fields, hushed } as WorkSince) : none
  } catch {
    return none
  }
}

/** What was done to a draft since its last copy; the same object until it changes. */
export const workSince = (draft: string): WorkSince => {
  const found = known.get(draft)
  if (found) return found
  let read = none
  try {
    read = parse(localStorage.getItem(`${prefix}${draft}`))
  } catch {
    // Local storage is off.
  }
  known.set(draft, read)
  return read
}

const put = (draft: string, work: WorkSince): void => {
  known.set(draft, work)
  try {
    localStorage.setItem(`${prefix}${draft}`, JSON.stringify(work))
  } catch {
    // It is full or off.
  }
  for (const listener of Array.from(listeners)) listener()
}

/** Calls the listener whenever work or copies of any draft become more, in other windows too; gives what ends that. */
export const onWork = (listener: () => void): (() => void) => {
  const onStorage = ({ key }: StorageEvent): void => {
    if (key !== null && !key.startsWith(prefix)) return
    if (key === null) known.clear()
    else known.delete(key.slice(prefix.length))
    listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStorage)
  }
}

export const addWork = (draft: string, time: number, fields: number): void => {
  if (time === 0 && fields === 0) return
  const before = workSince(draft)
  put(draft, { ...before, time: before.time + time, fields: before.fields + fields })
}

/** A draft now stands outside the browser as it stands here: exported, sent, backed up or copied into the folder. */
export const copied = (draft: string, at: number): void => {
  for (const settle of Array.from(beforeCopies)) settle(draft)
  put(draft, { ...none, copiedAt: at })
}

/** The reminder was closed: it comes again after as much again. */
export const hush = (draft: string): void => {
  const before = workSince(draft)
  put(draft, { ...before, hushed: { time: before.time, fields: before.fields } })
}

/** Calls `settle` before a draft counts as copied, for whoever has not yet told what was done; gives what ends that. */
export const beforeCopied = (settle: (draft: string) => void): (() => void) => {
  beforeCopies.add(settle)
  return () => beforeCopies.delete(settle)
}
