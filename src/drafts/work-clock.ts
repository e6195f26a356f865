/** So long may somebody work before what was done is kept as a version. */
const spell = 15 * 60_000

export interface WorkClock {
  /** Something was changed. */
  touch(): void
  stop(): void
}

/** Calls `ring` a quarter of an hour after the first change since it rang last; nothing runs while nobody works. */
export const createWorkClock = (ring: () => void): WorkClock => {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    touch: () => {
      timer ??= setTimeout(() => {
        timer = undefined
        ring()
      }, spell)
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
